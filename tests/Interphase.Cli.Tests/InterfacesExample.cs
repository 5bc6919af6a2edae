// interfaces.md begins
using Interphase.Cells;
using Interphase.Descriptions;
using Interphase.Thermodynamics;
// interfaces.md ends

namespace Interphase.Cli.Tests;

/// <summary>The example of docs/interfaces.md, run from the repository's root as its reader would.</summary>
[Collection(nameof(WorkingFolder))]
public class InterfacesExample
{
    [Fact]
    public void The_example_prints_its_figures()
    {
        string before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = Repository.Root;
        try
        {
            Run().Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe([
                "Li6PS5Cl → Li3PS4 + Li2S + LiCl",
                "1.721 to 2.139 V, 1 alternative",
                "-0.320 eV/atom closed",
                "-0.620 eV per atom other than lithium at 4.2 V",
                "worst at 4.1 V",
                "NMC83 | carbon nanofibres: -0.84",
                "NMC83 | Li6PS5Cl: -0.80",
                "LiF",
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
        // interfaces.md begins
        var problems = new Problems();
        PhaseSet set = PhaseSet.Default;
        ChemicalFormula.TryParse("Li6PS5Cl", out ChemicalFormula? electrolyte, out _);
        ChemicalFormula.TryParse("LiCoO2", out ChemicalFormula? cathode, out _);

        // interphase stability, window, react (closed, at a voltage, --sweep)
        Console.WriteLine(Stability.Of(electrolyte!, set, problems)!.Decomposition);
        ElectrochemicalWindow window = ElectrochemicalWindow.Of(electrolyte!, set, problems)!;
        Console.WriteLine($"{window.Low:0.000} to {window.High:0.000} V, {ElectrochemicalWindow.Alternatives(electrolyte!, set).Length} alternative");
        Console.WriteLine($"{PairReaction.Of(cathode!, electrolyte!, set, null, problems)!.MutualEnergy:0.000} eV/atom closed");
        Console.WriteLine($"{PairReaction.Of(cathode!, electrolyte!, set, 4.2, problems)!.MutualEnergy:0.000} eV per atom other than lithium at 4.2 V");
        Console.WriteLine($"worst at {PairSweep.Of(cathode!, electrolyte!, set, threads: 2, problems)!.Worst.Voltage:0.0} V");

        // interphase stack, interphase screen coatings
        CellInterfaces stack = CellInterfaces.Of(CellReader.Read("examples/wang2026-nanofibre.yaml"), set, threads: 2)!;
        foreach (CellContact contact in stack.Contacts.Take(2)) Console.WriteLine($"{contact.A.Material} | {contact.B.Material}: {contact.Worst.MutualEnergy:0.00}");
        CoatingScreen screen = CoatingScreen.Of(cathode!, electrolyte!, set, new CoatingScreenOptions { Threads = 2 }, problems)!;
        Console.WriteLine(screen.Candidates[0].Entry.Name);
        // interfaces.md ends
        return Console.ToString();
    }
}
