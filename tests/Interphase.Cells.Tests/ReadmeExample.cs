// README begins
using Interphase.Cells;
// README ends

namespace Interphase.Cells.Tests;

/// <summary>The README's example, run from the repository's root as its reader would.</summary>
[Collection(nameof(WorkingFolder))]
public class ReadmeExample
{
    [Fact]
    public void The_example_of_the_README_prints_its_figures()
    {
        string before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = Cells.Repository;
        try
        {
            Run().Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe([
                "4.55 mAh/cm2, 3.833 V against lithium",
                "106 um: 3.3 % void, 974 Wh/L",
                "108 um: 5.1 % void, 956 Wh/L",
                "112 um: 8.5 % void, 922 Wh/L",
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
            Console.WriteLine($"{design.ArealCapacity.Value / 36:0.00} mAh/cm2, {design.Nominal.MeanPotential.Value:0.000} V against lithium");

        foreach (string thickness in new[] { "106 um", "108 um", "112 um" })
        {
            CellDesign cell = CellReader.Read(file, $"cathode.thickness={thickness}").Design!;
            var energy = cell.Stated!.Energies.First(row => row.PerVolume && row.Basis == "composite");
            Console.WriteLine($"{thickness}: {100 * cell.Cathode!.Porosity:0.0} % void, {energy.Value.Value / 3.6e6:0} Wh/L");
        }
        // README ends
        return Console.ToString();
    }
}
