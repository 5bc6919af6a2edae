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
                "70 um: 2.98 mAh/cm2, N/P 2.15",
                "110 um: 4.69 mAh/cm2, N/P 1.37",
                "150 um: 6.39 mAh/cm2, N/P 1.00",
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

        foreach (string thickness in new[] { "70 um", "110 um", "150 um" })
        {
            CellDesign cell = CellReader.Read(file, $"cathode.thickness={thickness}").Design!;
            double capacity = cell.ArealCapacity.Value!.Value / 36000, balance = cell.Nominal.NegativeToPositive.Value!.Value;
            Console.WriteLine($"{thickness}: {capacity:0.00} mAh/cm2, N/P {balance:0.00}");
        }
        // README ends
        return Console.ToString();
    }
}
