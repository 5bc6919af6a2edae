// README begins
using Interphase.Cells;
// README ends

namespace Interphase.Readme.Tests;

/// <summary>The README's example, run from the repository's root as its reader would.</summary>
[Collection(nameof(WorkingFolder))]
public class ReadmeExample
{
    [Fact]
    public void The_example_of_the_README_prints_its_figures()
    {
        string before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = Interphase.Cells.Tests.Cells.Repository;
        try
        {
            Run().Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe([
                "80 um: Completed, 3.14 of 3.41 mAh/cm2 in cycle 1",
                "120 um: Completed, 4.77 of 5.12 mAh/cm2 in cycle 1",
            ]);
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    private static string Run()
    {
        using var Console = new StringWriter { NewLine = "\n" };
        // README begins
        foreach (string thickness in new[] { "80 um", "120 um" })
        {
            CellReading reading = CellReader.Read("examples/wang2026-nanofibre.yaml", $"cathode.thickness={thickness}");
            CellSimulator? simulator = CellSimulator.Prepare(reading, reading.Problems);
            foreach (var problem in reading.Problems) Console.WriteLine(problem);
            if (simulator is null) continue;
            var result = new RunCollector(thickness);
            RunEnd end = simulator.Run(reading.Protocol!, result);
            result.Complete();
            double stated = reading.Design!.ArealCapacity.Value!.Value / 36000, delivered = 1000 * result.Cycles[0].DischargeCapacity;
            Console.WriteLine($"{thickness}: {end.Exit}, {delivered:0.00} of {stated:0.00} mAh/cm2 in cycle 1");
        }
        // README ends
        return Console.ToString();
    }
}
