using System.Text.Json.Nodes;
using System.Xml.Linq;
using Interphase.Descriptions;
using Interphase.Measurements;

namespace Interphase.Cli.Tests;

/// <summary>The files that the verb <c>run</c> writes.</summary>
public class RunFileTests
{
    private const string TwoCycles = "discharge at 1C until 3 V; rest 10 min; charge at 0.5C until 4.2 V; hold 4.2 V until C/20; discharge at 1C until 3 V";

    [Fact]
    public void The_files_that_the_document_names_are_there_and_no_others()
    {
        using var scratch = new Scratch();
        JsonNode files = RunTests.Run(scratch, RunTests.Reference("assb-1C"))["files"]!;
        files["series"]!.GetValue<string>().ShouldBe(scratch["assb-1C.bdf.csv"]);
        files["impedance"]!.AsArray().ShouldBeEmpty();
        files["report"]!.GetValue<string>().ShouldBe(scratch["assb-1C.report.html"]);
        string[] named = [.. new[] { files["series"], files["cycles"], files["report"], files["result"] }.Concat(files["pictures"]!.AsArray()).Select(file => Path.GetFileName(file!.GetValue<string>())).Order(StringComparer.Ordinal)];
        scratch.Files.ShouldBe(named);
    }

    [Fact]
    public void The_result_is_the_document_that_is_printed()
    {
        using var scratch = new Scratch();
        Outcome outcome = Tool.Run("run", RunTests.Reference("assb-1C"), "--set", "cathode.active.diffusivity=5e-15 m2/s", "--protocol", "discharge at 1C for 1 min", "--json", "--out", scratch.Folder).ShouldBeDone();
        File.ReadAllText(scratch["assb-1C.result.json"]).ReplaceLineEndings("\n").Trim().ShouldBe(outcome.Output.ReplaceLineEndings("\n").Trim());
        JsonNode request = outcome.Json["provenance"]!["request"]!;
        request["file"]!.GetValue<string>().ShouldBe(RunTests.Reference("assb-1C"));
        request["set"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("cathode.active.diffusivity=5e-15 m2/s");
        request["protocol"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("discharge at 1C for 1 min");
    }

    [Fact]
    public void The_document_of_many_cycles_has_all_of_them_and_the_steps_of_those_that_are_kept()
    {
        using var scratch = new Scratch();
        string protocol = scratch.Write("many.yaml", "- repeat: 200\n  steps:\n    - charge at 2C for 1 min\n    - discharge at 2C for 1 min\n");
        JsonNode document = RunTests.Run(scratch, RunTests.Reference("assb"), "--protocol", protocol);
        document["cycles"]!.AsArray().Count.ShouldBe(200);
        int[] told = [.. document["steps"]!.AsArray().Select(step => step!["cycle"]!.GetValue<int>()).Distinct()];
        told.ShouldContain(1);
        told.ShouldContain(200);
        told.Length.ShouldBeLessThan(40);
        new FileInfo(scratch["assb.result.json"]).Length.ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void Series_of_spectra_stand_in_one_table_that_is_read_back_as_so_many()
    {
        using var scratch = new Scratch();
        JsonNode document = RunTests.Run(scratch, RunTests.Reference("assb"), "--protocol", "discharge at 1C for 10 min, impedance 10 kHz to 1 Hz, 3 per decade every 2 min; impedance 1 Hz to 10 kHz");
        document["files"]!["impedance"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe(scratch["assb.eis.bdf.csv"]);
        SpectrumReading read = BatteryDataReader.ReadSpectra(scratch["assb.eis.bdf.csv"]);
        read.Problems.ShouldBeEmpty();
        read.Spectra.Select(spectrum => spectrum.At.Time).ShouldBe([120, 240, 360, 480, 600, 600], 1e-6);
        read.Spectra.Select(spectrum => spectrum.Count).ShouldBe([13, 13, 13, 13, 13, 41]);
        string[] parts = File.ReadAllLines(scratch["assb.eis.parts.csv"]);
        parts.Length.ShouldBe(1 + 5 * 13 + 41);
        parts.ShouldAllBe(line => line.Count(letter => letter == ',') == parts[0].Count(letter => letter == ','));
        File.Exists(scratch["assb.eis-1.bdf.csv"]).ShouldBeFalse();
    }

    [Fact]
    public void A_liquid_cell_has_its_spectrum_with_what_the_salt_makes_of_it()
    {
        using var scratch = new Scratch();
        JsonNode document = RunTests.Run(scratch, RunTests.Reference("lco-mcmb-impedance"));
        document["files"]!["impedance"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe(scratch["lco-mcmb-impedance.eis-1.bdf.csv"]);
        File.ReadLines(scratch["lco-mcmb-impedance.eis-1.bdf.csv"]).Count().ShouldBe(111);
        string header = File.ReadLines(scratch["lco-mcmb-impedance.eis-1.parts.csv"]).First();
        header.ShouldContain("without salt potential: Real Impedance / ohm");
        // At rest no current flows that a conductivity or an exchange current could change.
        header.ShouldNotContain("without salt conductivity");
    }

    [Theory]
    [InlineData("assb-1C", null)]
    [InlineData("assb-1C", TwoCycles)]
    [InlineData("assb-foil-kinetics", null)]
    public void The_series_keeps_the_rules_of_its_format_and_agrees_with_the_document(string name, string? protocol)
    {
        using var scratch = new Scratch();
        JsonNode document = RunTests.Run(scratch, RunTests.Reference(name), protocol is null ? [] : ["--protocol", protocol]);
        Recording recording = Read(scratch[$"{name}.bdf.csv"]);
        RecordingCheck.Of(recording).ShouldBeEmpty();
        ReadOnlySpan<double> time = recording[Columns.TestTime];
        time[^1].ShouldBe(RunTests.Number(document["time"]), 1e-4);
        IReadOnlyList<CycleRow> cycles = CycleTable.From(recording).Rows;
        cycles.Count.ShouldBe(document["cycles"]!.AsArray().Count);
        foreach ((CycleRow row, JsonNode? cycle) in cycles.Zip(document["cycles"]!.AsArray()))
        {
            (1e3 * row.DischargeCapacity).ShouldBe(RunTests.Number(cycle!["dischargeCapacity"]), 1e-6);
            (1e3 * row.ChargeCapacity).ShouldBe(RunTests.Number(cycle["chargeCapacity"]), 1e-6);
            row.MeanDischargeVoltage!.Value.ShouldBe(RunTests.Number(cycle["meanVoltage"]), 1e-6);
        }
    }

    [Fact]
    public void A_cell_has_its_potentials_contents_temperature_and_pressure_beside_the_formats_columns()
    {
        using var scratch = new Scratch();
        RunTests.Run(scratch, Repository.Example("wang2026-nanofibre"));
        Recording recording = Read(scratch["wang2026-nanofibre.bdf.csv"]);
        RecordingCheck.Of(recording).ShouldBeEmpty();
        for (int i = 0; i < recording.Rows; i++) (recording[Columns.CathodePotential][i] - recording[Columns.AnodePotential][i]).ShouldBe(recording[Columns.Voltage][i], 1e-8);
        recording[Columns.CathodeLithiumContent].ToArray().ShouldAllBe(content => content > 0 && content < 1);
        recording[Columns.AnodeLithiumContent].ToArray().ShouldAllBe(content => content > 0 && content < 1);
        recording[Columns.SurfaceTemperature].ToArray().ShouldAllBe(temperature => Math.Abs(temperature - 30) < 1e-6);
        recording[Columns.AppliedPressure].ToArray().ShouldAllBe(pressure => Math.Abs(pressure - 2e6) < 1e-3);
        string header = File.ReadLines(scratch["wang2026-nanofibre.bdf.csv"]).First();
        header.ShouldStartWith("Test Time / s,Voltage / V,Current / A,");
    }

    [Fact]
    public void A_positive_current_charges_and_takes_lithium_out_of_the_cathode()
    {
        using var scratch = new Scratch();
        RunTests.Run(scratch, Repository.Example("wang2026-nanofibre"));
        Recording recording = Read(scratch["wang2026-nanofibre.bdf.csv"]);
        string[] types = [.. Enumerable.Range(0, recording.Rows).Select(i => recording.Text(Columns.StepType)[i])];
        for (int i = 0; i < recording.Rows; i++) Math.Sign(recording[Columns.Current][i]).ShouldBe(types[i] == "CC_CHG" ? 1 : -1);
        int last = Array.LastIndexOf(types, "CC_CHG", Array.IndexOf(types, "CC_DCH"));
        recording[Columns.CathodeLithiumContent][last].ShouldBeLessThan(recording[Columns.CathodeLithiumContent][0]);
        recording[Columns.AnodeLithiumContent][last].ShouldBeGreaterThan(recording[Columns.AnodeLithiumContent][0]);
        recording[Columns.NetCapacity][last].ShouldBePositive();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("7 s")]
    public void Rows_stand_on_both_sides_of_every_step_change(string? every)
    {
        using var scratch = new Scratch();
        JsonNode document = RunTests.Run(scratch, RunTests.Reference("assb"), ["--protocol", TwoCycles, .. every is null ? Array.Empty<string>() : ["--every", every]]);
        Recording recording = Read(scratch["assb.bdf.csv"]);
        double[] time = recording[Columns.TestTime].ToArray(), step = recording[Columns.StepCount].ToArray();
        foreach (JsonNode? told in document["steps"]!.AsArray())
        {
            int number = told!["step"]!.GetValue<int>(), first = Array.IndexOf(step, number), last = Array.LastIndexOf(step, number);
            time[first].ShouldBe(RunTests.Number(told["start"]), 1e-4);
            time[last].ShouldBe(RunTests.Number(told["end"]), 1e-4);
        }
    }

    [Fact]
    public void A_straight_line_between_two_rows_stays_within_50_microvolts()
    {
        using var scratch = new Scratch();
        JsonNode document = RunTests.Run(scratch, RunTests.Reference("assb"), "--protocol", TwoCycles);
        Recording own = Read(scratch["assb.bdf.csv"]);
        RunTests.Run(scratch, RunTests.Reference("assb"), "--protocol", TwoCycles, "--every", "1 s");
        Recording dense = Read(scratch["assb.bdf.csv"]);
        dense.Rows.ShouldBeGreaterThan(10_000);
        own.Rows.ShouldBeLessThan(dense.Rows / 5);
        double[] time = own[Columns.TestTime].ToArray(), voltage = own[Columns.Voltage].ToArray(), steps = own[Columns.StepCount].ToArray();
        for (int i = 0; i < dense.Rows; i++)
        {
            double when = dense[Columns.TestTime][i], step = dense[Columns.StepCount][i];
            int first = Array.IndexOf(steps, step), rows = Array.LastIndexOf(steps, step) - first + 1;
            int after = Array.BinarySearch(time, first, rows, when), at = after >= 0 ? after : ~after;
            // Where the surface fills up, the last rows of a step may share a time to ten digits.
            while (after >= 0 && at + 1 < first + rows && time[at + 1] == when) at++;
            double line = after >= 0 ? voltage[at] : voltage[at - 1] + (voltage[at] - voltage[at - 1]) * (when - time[at - 1]) / (time[at] - time[at - 1]);
            Math.Abs(line - dense[Columns.Voltage][i]).ShouldBeLessThan(5e-5, $"at {when} s in step {step}");
        }
        document["exit"]!.GetValue<string>().ShouldBe("completed");
    }

    [Fact]
    public void Every_gives_a_row_at_each_multiple_from_the_start_of_a_step()
    {
        using var scratch = new Scratch();
        RunTests.Run(scratch, RunTests.Reference("assb-1C"), "--every", "10 s");
        double[] time = Read(scratch["assb-1C.bdf.csv"])[Columns.TestTime].ToArray();
        time.Length.ShouldBe(379);
        for (int i = 0; i < time.Length - 1; i++) time[i].ShouldBe(10 * i, 1e-9);
    }

    [Fact]
    public void A_run_of_more_than_50_cycles_keeps_few_rows_and_every_cycle_in_numbers()
    {
        using var scratch = new Scratch();
        string protocol = scratch.Write("sixty.yaml", "- repeat: 60\n  steps:\n    - charge at 2C for 3 min\n    - discharge at 2C for 3 min\n");
        JsonNode document = RunTests.Run(scratch, RunTests.Reference("assb"), "--protocol", protocol);
        document["cycles"]!.AsArray().Count.ShouldBe(60);
        double[] kept = [.. Read(scratch["assb.bdf.csv"])[Columns.CycleCount].ToArray().Distinct()];
        kept.Length.ShouldBeLessThan(40);
        kept.ShouldContain(1);
        File.ReadAllLines(scratch["assb.cycles.csv"]).Length.ShouldBe(61);
        RecordingCheck.Of(Read(scratch["assb.bdf.csv"])).ShouldBeEmpty();
    }

    [Fact]
    public void Chosen_cycles_alone_are_kept_with_the_capacities_that_they_have_among_all()
    {
        using var scratch = new Scratch();
        string protocol = scratch.Write("four.yaml", "- repeat: 4\n  steps:\n    - charge at 2C for 2 min\n    - discharge at 2C for 3 min\n");
        RunTests.Run(scratch, RunTests.Reference("assb"), "--protocol", protocol, "--cycles", "2,4");
        Recording recording = Read(scratch["assb.bdf.csv"]);
        recording[Columns.CycleCount].ToArray().Distinct().ShouldBe([2, 4]);
        // One cycle takes 6 mA for a minute more than it gives.
        recording[Columns.NetCapacity][0].ShouldBe(-1e-4, 1e-9);
        File.ReadAllLines(scratch["assb.cycles.csv"]).Length.ShouldBe(5);
    }

    [Fact]
    public void Several_cells_are_laid_over_one_another_in_one_report()
    {
        using var scratch = new Scratch();
        Outcome outcome = Tool.Run("run", RunTests.Reference("assb-1C"), RunTests.Reference("assb-2C"), "--json", "--out", scratch.Folder).ShouldBeDone();
        JsonArray documents = outcome.Json.AsArray();
        documents.Select(each => Path.GetFileNameWithoutExtension(each!["file"]!.GetValue<string>())).ShouldBe(["assb-1C", "assb-2C"]);
        foreach (JsonNode? document in documents) document!["files"]!["report"]!.GetValue<string>().ShouldBe(scratch["report.html"]);
        scratch.Files.Where(file => file.EndsWith(".html", StringComparison.Ordinal)).ShouldBe(["report.html"]);
        string page = File.ReadAllText(scratch["report.html"]);
        page.ShouldContain("assb-1C");
        page.ShouldContain("assb-2C");
        scratch.Files.Count(file => file.EndsWith(".bdf.csv", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void The_report_and_the_pictures_are_well_formed_and_refer_to_nothing_outside()
    {
        using var scratch = new Scratch();
        RunTests.Run(scratch, Repository.Example("wang2026-nanofibre"));
        string page = File.ReadAllText(scratch["wang2026-nanofibre.report.html"]);
        page.ShouldContain("Where the voltage goes");
        page.ShouldNotContain("src=\"http");
        foreach (string name in new[] { "voltage", "losses" }) XDocument.Parse(File.ReadAllText(scratch[$"wang2026-nanofibre.{name}.svg"])).Root!.Name.LocalName.ShouldBe("svg");
    }

    [Theory]
    [InlineData("wang2026-nanofibre")]
    [InlineData("wu2025-li-al")]
    public void A_second_run_gives_the_same_bytes(string name)
    {
        using Scratch one = new(), other = new();
        string first = Tool.Run("run", Repository.Example(name), "--json", "--out", one.Folder).ShouldBeDone().Output;
        Tool.Run("run", Repository.Example(name), "--json", "--out", other.Folder, "--threads", "1").ShouldBeDone().Output.Replace(other.Folder, one.Folder).ShouldBe(first);
        other.Files.ShouldBe(one.Files);
        foreach (string file in one.Files.Where(file => !file.EndsWith(".json", StringComparison.Ordinal))) File.ReadAllBytes(other[file]).ShouldBe(File.ReadAllBytes(one[file]), file);
    }

    [Fact]
    public void A_file_of_an_earlier_run_is_replaced_and_nothing_is_left_beside_it()
    {
        using var scratch = new Scratch();
        RunTests.Run(scratch, RunTests.Reference("assb-1C"));
        string[] files = scratch.Files;
        RunTests.Run(scratch, RunTests.Reference("assb-1C"), "--protocol", "discharge at 1C for 1 min");
        scratch.Files.ShouldBe(files);
        Read(scratch["assb-1C.bdf.csv"])[Columns.TestTime][^1].ShouldBe(60, 1e-9);
    }

    private static Recording Read(string path)
    {
        RecordingReading reading = BatteryDataReader.Read(path);
        foreach (Problem problem in reading.Problems) problem.ToString().ShouldBeEmpty();
        reading.Ignored.ShouldBeEmpty();
        return reading.Recording.ShouldNotBeNull();
    }
}
