using Interphase.Descriptions;

namespace Interphase.Measurements.Tests;

public class DocumentationTests
{
    [Fact]
    public void The_table_of_columns_in_the_docs_is_that_of_the_registry()
    {
        string table = "| column | machine name | in files | what it is |\n|---|---|---|---|\n" + string.Concat(Columns.All.Select(Line));
        string docs = File.ReadAllText(Path.Combine(Root(), "docs", "recordings.md"));
        docs.Contains(table, StringComparison.Ordinal).ShouldBeTrue($"put this table into docs/recordings.md:\n{table}");
    }

    [Fact]
    public void The_example_in_the_docs_runs_and_is_this_one()
    {
        using var scratch = new Scratch();
        string path = scratch["run.bdf.csv"];
        // example
        using (var writer = new TimeSeriesWriter(path))
        {
            writer.Write(new SampleRow { Time = 0, Voltage = 3.0, Current = 0.01, NetCharge = 0, NetEnergy = 0, Cycle = 1, Step = 1, StepType = StepTypes.CurrentCharge });
            writer.Write(new SampleRow { Time = 3600, Voltage = 4.0, Current = 0.01, NetCharge = 36, NetEnergy = 126, Cycle = 1, Step = 1, StepType = StepTypes.CurrentCharge });
            writer.Complete();
        }

        RecordingReading reading = BatteryDataReader.Read(path);
        foreach (Problem problem in reading.Problems) Console.Error.WriteLine(problem);
        if (reading.Recording is { } recording)
        {
            ReadOnlySpan<double> voltage = recording[Columns.Voltage], capacity = recording[Columns.NetCapacity];
            CycleRow first = CycleTable.From(recording).Rows[0];
            DifferentialCapacity slope = DifferentialCapacity.Of(voltage, capacity, width: 0.01);
            Console.WriteLine($"{first.ChargeCapacity} Ah at {first.MeanChargeVoltage} V on average, {slope.Values[0]} Ah/V at {slope.Voltage[0]} V");
        }
        // end
        CycleRow row = CycleTable.From(reading.Recording!).Rows[0];
        row.ChargeCapacity.ShouldBe(0.01, 1e-12);
        row.MeanChargeVoltage!.Value.ShouldBe(3.5, 1e-12);

        string source = File.ReadAllText(Path.Combine(Root(), "tests", "Interphase.Measurements.Tests", "DocumentationTests.cs"));
        string[] lines = source[source.IndexOf("// example\n", StringComparison.Ordinal)..source.IndexOf("        // end\n", StringComparison.Ordinal)].Split('\n')[1..];
        string example = string.Join('\n', lines.Select(line => line.Length > 8 ? line[8..] : line));
        File.ReadAllText(Path.Combine(Root(), "docs", "recordings.md")).Contains($"```csharp\n{example}```", StringComparison.Ordinal).ShouldBeTrue($"put this example into docs/recordings.md:\n{example}");
    }

    private static string Line(Column column)
    {
        string obligation = !column.IsStandard ? "added by Interphase" : column.Obligation switch { Obligation.Required => "**required**", Obligation.Recommended => "recommended", _ => "optional" };
        return $"| `{column.Label}` | `{column.MachineName}` | {obligation} | {column.Documentation} |\n";
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Interphase.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("the repository's root");
    }
}
