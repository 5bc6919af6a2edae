using System.IO.Compression;

namespace Interphase.Measurements.Tests;

public class TimeSeriesWriterTests
{
    [Fact]
    public void The_first_lines_of_a_run_are_these()
    {
        using var scratch = new Scratch();
        Write(scratch["run.bdf.csv"], [Columns.TestTime, Columns.Voltage, Columns.Current, Columns.StepId, Columns.StepType, Columns.CathodePotential, Columns.AnodePotential, Columns.NetCapacity]);
        File.ReadLines(scratch["run.bdf.csv"]).Take(3).ShouldBe(
        [
            "Test Time / s,Voltage / V,Current / A,Step ID,Step Type,Cathode Potential / V,Anode Potential / V,Net Capacity / Ah",
            "0,3,1,2,CC_CHG,3.6,,0",
            "360,3.1,1,2,CC_CHG,3.7,,0.1",
        ]);
    }

    [Fact]
    public void A_file_stands_under_its_name_only_when_complete()
    {
        using var scratch = new Scratch();
        using (var writer = new TimeSeriesWriter(scratch["run.bdf.csv"]))
        {
            foreach (SampleRow row in Runs.TwoCycles()) writer.Write(row);
            scratch.Files.ShouldHaveSingleItem().ShouldEndWith(".partial");
            writer.Complete();
            scratch.Files.ShouldBe(["run.bdf.csv"]);
        }
        scratch.Files.ShouldBe(["run.bdf.csv"]);
    }

    [Theory]
    [InlineData("run.bdf.csv")]
    [InlineData("run.bdf.csv.gz")]
    public void A_writer_that_is_disposed_without_completing_leaves_nothing_behind_and_an_older_file_as_it_was(string name)
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch[name], "older");
        using (var writer = new TimeSeriesWriter(scratch[name]))
            for (int i = 0; i < 100; i++)
                foreach (SampleRow row in Runs.TwoCycles()) writer.Write(row);
        scratch.Files.ShouldBe([name]);
        File.ReadAllText(scratch[name]).ShouldBe("older");
    }

    [Fact]
    public void A_name_that_ends_in_gz_is_compressed()
    {
        using var scratch = new Scratch();
        Write(scratch["run.bdf.csv"], TimeSeriesWriter.DefaultColumns);
        Write(scratch["run.bdf.csv.gz"], TimeSeriesWriter.DefaultColumns);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(scratch["run.bdf.csv.gz"]), CompressionMode.Decompress));
        reader.ReadToEnd().ShouldBe(File.ReadAllText(scratch["run.bdf.csv"]));
    }

    [Fact]
    public void A_series_without_a_required_column_is_refused_before_any_file_is_made()
    {
        using var scratch = new Scratch();
        Should.Throw<ArgumentException>(() => new TimeSeriesWriter(scratch["run.bdf.csv"], [Columns.TestTime, Columns.Voltage])).Message.ShouldContain("Current / A");
        Should.Throw<ArgumentException>(() => new TimeSeriesWriter(scratch["run.bdf.csv"], [.. TimeSeriesWriter.DefaultColumns, Columns.UnixTime])).Message.ShouldContain("Unix Time / s");
        scratch.Files.ShouldBeEmpty();
    }

    [Fact]
    public void A_row_costs_no_allocation()
    {
        using var scratch = new Scratch();
        SampleRow[] rows = [.. Runs.TwoCycles()];
        using var writer = new TimeSeriesWriter(scratch["run.bdf.csv"]);
        foreach (SampleRow row in rows) writer.Write(row);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < rows.Length / 3; i++) writer.Write(rows[i % 11]);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200);
    }

    [Fact]
    public void A_step_type_with_commas_and_quotes_is_quoted()
    {
        using var scratch = new Scratch();
        using (var writer = new TimeSeriesWriter(scratch["run.bdf.csv"], [Columns.TestTime, Columns.Voltage, Columns.Current, Columns.StepType]))
        {
            writer.Write(new() { Time = 0, Voltage = 3, Current = 0, NetCharge = 0, NetEnergy = 0, StepType = "a, \"b\"" });
            writer.Complete();
        }
        File.ReadAllLines(scratch["run.bdf.csv"])[1].ShouldBe("0,3,0,\"a, \"\"b\"\"\"");
    }

    private static void Write(string path, System.Collections.Immutable.ImmutableArray<Column> columns)
    {
        using var writer = new TimeSeriesWriter(path, columns);
        foreach (SampleRow row in Runs.TwoCycles()) writer.Write(row);
        writer.Complete();
    }
}
