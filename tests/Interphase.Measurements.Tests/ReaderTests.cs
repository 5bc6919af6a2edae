using System.IO.Compression;
using System.Text;
using Interphase.Descriptions;

namespace Interphase.Measurements.Tests;

public class ReaderTests
{
    private const string Header = "Test Time / s,Voltage / V,Current / A\n";

    [Theory]
    [InlineData("run.bdf.csv")]
    [InlineData("run.bdf.csv.gz")]
    public void A_run_that_is_written_and_read_has_the_same_rows_to_ten_digits_and_is_written_alike(string name)
    {
        using var scratch = new Scratch();
        using (var writer = new TimeSeriesWriter(scratch[name], Runs.AllSupplied))
        {
            foreach (SampleRow row in Runs.TwoCycles()) writer.Write(row);
            writer.Complete();
        }
        Recording kept = Runs.Recorded(Runs.TwoCycles()), read = ShouldBeRead(BatteryDataReader.Read(scratch[name]));
        read.Rows.ShouldBe(66);
        read.Present.ShouldBe(kept.Present);
        foreach (Column column in kept.Present)
        {
            for (int row = 0; row < kept.Rows; row++)
            {
                if (column.Kind == ColumnKind.Text) read.Text(column)[row].ShouldBe(kept.Text(column)[row]);
                else if (double.IsNaN(kept[column][row])) read[column][row].ShouldBe(double.NaN);
                else read[column][row].ShouldBe(kept[column][row], (0.5000001e-9 * Math.Abs(kept[column][row])) + 1e-300);
            }
        }
        RecordingWriter.Write(scratch["again.csv"], read);
        RecordingWriter.Write(scratch["once more.csv"], ShouldBeRead(BatteryDataReader.Read(scratch["again.csv"])));
        File.ReadAllText(scratch["once more.csv"]).ShouldBe(File.ReadAllText(scratch["again.csv"]));
        RecordingWriter.Write(scratch["kept.csv"], kept);
        File.ReadAllText(scratch["again.csv"]).ShouldBe(File.ReadAllText(scratch["kept.csv"]));
    }

    [Theory]
    [InlineData(Header + "0,3.5,1\n10,3.6,-1\n")]
    [InlineData("\ufeff" + Header + "0,3.5,1\r\n10,3.6,-1\r\n")]
    [InlineData("test_time_second,voltage_volt,current_ampere\n0,3.5,1\n10,3.6,-1")]
    [InlineData("\"Test Time / s\",\"Voltage / V\",\"Current / A\"\n\"0\",\"3.5\",\"1\"\n\"1e1\",\"+3.6\",\"-1\"\n")]
    [InlineData("Test Time / ms,voltage_v,current_a\n0,3.50,1.000\n1E4, 3.6 ,-1.\n\n")]
    [InlineData("Current / A,Note,Voltage / V,Test Time / s\n1,\"a, \"\"b\"\"\nc\",3.5,0\n-1,,.36e1,10\n")]
    public void Labels_machine_names_older_names_quotes_and_line_ends_are_all_read(string text)
    {
        Recording recording = ShouldBeRead(Read(text));
        recording[Columns.TestTime].ToArray().ShouldBe([0, 10]);
        recording[Columns.Voltage].ToArray().ShouldBe([3.5, 3.6]);
        recording[Columns.Current].ToArray().ShouldBe([1, -1]);
    }

    [Fact]
    public void Columns_that_nobody_knows_are_passed_over_and_listed() =>
        Read("Test Time / s,Voltage / V,Thickness / mm,Current / A\n0,3,abc,1\n").Ignored.ShouldBe(["Thickness / mm"]);

    [Theory]
    [InlineData("", "t.csv: found an empty file; expected a header and rows of numbers")]
    [InlineData(Header, "t.csv:1: found a header and no rows; expected rows of numbers below it")]
    [InlineData("Test Time / s,Voltge / V,Current / A\n0,3,1\n", "t.csv:1: Voltage / V: found no such column; expected a column `Voltage / V` or `voltage_volt`; is it `Voltge / V`? rename it")]
    [InlineData("Test Time / s,Voltage / mV,Current / A\n0,3,1\n", "t.csv:1: Voltage / V: found `Voltage / mV`; expected `Voltage / V`; units are fixed: convert the numbers, or give the column a name of its own")]
    [InlineData("Test Time / s,Voltage / V,voltage_volt,Current / A\n0,3,3,1\n", "t.csv:1: Voltage / V: found `Voltage / V` and `voltage_volt`; expected each column once; remove or rename one of them")]
    [InlineData(Header + "0,3,1\n1,three,1\n", "t.csv:3:3: Voltage / V: found `three`; expected a finite number, or nothing")]
    [InlineData(Header + "0,3,1\n1,inf,1\n", "t.csv:3:3: Voltage / V: found `inf`; expected a finite number, or nothing")]
    [InlineData(Header + "0,3,1\n,3,1\n", "t.csv:3:1: Test Time / s: found an empty field; expected a finite number in every row")]
    [InlineData(Header + "0,3,1\n1,3\n", "t.csv:3: found 2 fields; expected 3, as the header has; is a number written with a comma, or the line cut off?")]
    [InlineData(Header + "0,3,1\n1,3,4,1\n", "t.csv:3: found 4 fields; expected 3, as the header has; is a number written with a comma, or the line cut off?")]
    [InlineData(Header + "0,3,1,\n", "t.csv:2: found 4 fields; expected 3, as the header has; is a number written with a comma, or the line cut off?")]
    [InlineData(Header + "0,3,1\n5,3,1\n4,3,1\n6,3,1\n0,3,1\n", "t.csv:4: Test Time / s: found 4 after 5 (and 1 times below); expected time that never falls; does it start again with each cycle or step? add them up")]
    [InlineData("Test Time / s;Voltage / V;Current / A\n0;3,1;1\n", "t.csv:1: found columns separated by semicolons; expected columns separated by commas, numbers with a point; save it with commas")]
    [InlineData("PK\u0003\u0004abc", "t.csv:1: found bytes that are no text; expected comma-separated text with a header; a spreadsheet? save it as CSV")]
    public void A_file_that_is_wrong_is_told_with_its_line(string text, string problem)
    {
        RecordingReading reading = Read(text);
        reading.Recording.ShouldBeNull();
        reading.Problems.Select(found => found.ToString()).ShouldBe([problem]);
    }

    [Fact]
    public void Every_missing_column_is_told() => Read("a,b\n1,2\n").Problems.Select(problem => problem.Subject).ShouldBe(["Test Time / s", "Voltage / V", "Current / A"]);

    [Fact]
    public void Files_that_are_not_there_folders_and_nameless_files_are_problems()
    {
        using var scratch = new Scratch();
        foreach (string path in new[] { scratch["none.csv"], scratch["none/none.csv"], scratch.Folder, "", "a\0b" }) BatteryDataReader.Read(path).Problems.Count.ShouldBe(1, path);
    }

    [Fact]
    public void A_damaged_compressed_file_is_a_problem()
    {
        using var scratch = new Scratch();
        using (var stream = new GZipStream(File.Create(scratch["a.csv.gz"]), CompressionLevel.Fastest))
            stream.Write(Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},3.{i},1\n"))));
        byte[] bytes = File.ReadAllBytes(scratch["a.csv.gz"]);
        bytes.AsSpan(bytes.Length / 2, 50).Fill(0xa5);
        File.WriteAllBytes(scratch["a.csv.gz"], bytes);
        BatteryDataReader.Read(scratch["a.csv.gz"]).Problems.Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_quote_that_is_never_closed_does_not_fill_the_memory()
    {
        Problem problem = Read(Header + "0,3,\"" + new string('1', 3 << 20)).Problems.ShouldHaveSingleItem();
        problem.ToString().ShouldContain("a line of more than");
    }

    [Fact]
    public void Whatever_a_file_holds_there_is_a_recording_or_there_are_problems()
    {
        var random = new Random(3);
        string[] pieces = ["\"", ",", "\n", "\r", "\0", "nan", "inf", "1e999", "-", "e", ".", "\ufeff", ";", "\t", "Voltage / V", "test_time_ms", "1,5", "99999999999999999999", "\u2028", "\ud83d", "\"\"", "1e-400", "0x10", " "];
        string text;
        using (var scratch = new Scratch())
        {
            using (var writer = new TimeSeriesWriter(scratch["run.csv"]))
            {
                foreach (SampleRow row in Runs.TwoCycles().Take(20)) writer.Write(row);
                writer.Complete();
            }
            text = File.ReadAllText(scratch["run.csv"]);
        }
        int read = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string spoilt = text;
            for (int times = random.Next(1, 5); times > 0; times--)
            {
                int at = random.Next(spoilt.Length), length = random.Next(6) == 0 ? random.Next(spoilt.Length - at) : random.Next(3);
                spoilt = string.Concat(spoilt.AsSpan(0, at), random.Next(3) == 0 ? "" : pieces[random.Next(pieces.Length)], spoilt.AsSpan(Math.Min(at + length, spoilt.Length)));
                if (spoilt.Length == 0) spoilt = " ";
            }
            byte[] bytes = Encoding.UTF8.GetBytes(spoilt);
            if (random.Next(4) == 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (random.Next(8) == 0) bytes = bytes[..random.Next(bytes.Length)];
            RecordingReading reading = BatteryDataReader.Read(new MemoryStream(bytes), "t.csv");
            (reading.Recording is null).ShouldBe(reading.Problems.Count > 0);
            if (reading.Recording is not { } recording) continue;
            read++;
            CycleTable.From(recording).Rows.Length.ShouldBeGreaterThan(0);
            RecordingCheck.Of(recording);
        }
        read.ShouldBeInRange(500, 19_500);
    }

    [Fact]
    public void A_million_rows_are_read()
    {
        var text = new StringBuilder(Header);
        for (int i = 0; i < 1_000_000; i++) text.Append(i).Append(".5,3.").Append(100_000_000 + i).Append(",-0.00").Append(10_000 + (i % 9999)).Append('\n');
        Recording recording = ShouldBeRead(Read(text.ToString()));
        recording.Rows.ShouldBe(1_000_000);
        recording[Columns.Voltage][999_999].ShouldBe(3.100999999);
        recording[Columns.TestTime][999_999].ShouldBe(999_999.5);
    }

    private static RecordingReading Read(string text) => BatteryDataReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "t.csv");

    private static Recording ShouldBeRead(RecordingReading reading)
    {
        reading.Problems.Select(problem => problem.ToString()).ShouldBeEmpty();
        return reading.Recording.ShouldNotBeNull();
    }
}
