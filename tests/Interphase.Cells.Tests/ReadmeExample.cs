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
                "4.55 mAh/cm2, 2.27 V on average",
                // Void and recipe stay, so the loading grows with the thickness; the anode does not.
                "80 um: 3.41 mAh/cm2, N/P 1.88",
                "120 um: 5.12 mAh/cm2, N/P 1.26",
                "160 um: 6.82 mAh/cm2, N/P 0.94",
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
        const string file = "examples/wang2026-nanofibre.yaml";
        CellReading reading = CellReader.Read(file);
        foreach (var problem in reading.Problems) Console.WriteLine(problem);
        if (reading.Design is { } design)
            Console.WriteLine($"{design.ArealCapacity.Value / 36000:0.00} mAh/cm2, {design.Nominal.MeanVoltage.Value:0.00} V on average");

        foreach (string thickness in new[] { "80 um", "120 um", "160 um" })
        {
            CellDesign cell = CellReader.Read(file, $"cathode.thickness={thickness}").Design!;
            double capacity = cell.ArealCapacity.Value!.Value / 36000, balance = cell.Nominal.NegativeToPositive.Value!.Value;
            Console.WriteLine($"{thickness}: {capacity:0.00} mAh/cm2, N/P {balance:0.00}");
        }
        // README ends
        return Console.ToString();
    }
}
