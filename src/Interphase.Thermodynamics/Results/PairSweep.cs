using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Thermodynamics;

/// <summary>The reaction of a pair open to lithium at one voltage after the other: on a grid, and where the products of either alone change.</summary>
public sealed record PairSweep
{
    /// <summary>Distance of the voltages of the grid, V.</summary>
    public const double Spacing = 0.02;

    internal PairSweep()
    {
    }

    /// <summary>The first reactant.</summary>
    public required ChemicalFormula A { get; init; }

    /// <summary>The second reactant.</summary>
    public required ChemicalFormula B { get; init; }

    /// <summary>How the energies were computed.</summary>
    public required PhaseScheme Scheme { get; init; }

    /// <summary>The window of A alone.</summary>
    public required ElectrochemicalWindow WindowA { get; init; }

    /// <summary>The window of B alone.</summary>
    public required ElectrochemicalWindow WindowB { get; init; }

    /// <summary>The reactions, by voltage.</summary>
    public required ImmutableArray<PairReaction> Points { get; init; }

    /// <summary>The one of least mutual energy.</summary>
    public required PairReaction Worst { get; init; }

    /// <summary>The least mutual energy, eV per atom other than lithium.</summary>
    public double MutualEnergy => Worst.MutualEnergy;

    /// <summary>The reactions of a pair from 0 to 5 V; null after a problem.</summary>
    /// <param name="a">The first reactant.</param>
    /// <param name="b">The second reactant.</param>
    /// <param name="set">The phases.</param>
    /// <param name="threads">How many work on it; the result does not depend on it.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static PairSweep? Of(ChemicalFormula a, ChemicalFormula b, PhaseSet set, int threads, Problems problems)
    {
        if (PairReaction.Of(a, b, set, 0, problems) is null || ElectrochemicalWindow.Of(a, set, problems) is not { } ofA || ElectrochemicalWindow.Of(b, set, problems) is not { } ofB) return null;
        int count = (int)Math.Round(PairReaction.HighestVoltage / Spacing);
        double[] voltages =
        [
            .. Enumerable.Range(0, count + 1).Select(i => PairReaction.HighestVoltage * i / count)
                .Concat(ofA.Steps.Concat(ofB.Steps).Select(step => step.From).Where(voltage => voltage is > 0 and < PairReaction.HighestVoltage))
                .Distinct().Order(),
        ];
        var points = new PairReaction[voltages.Length];
        Parallel.For(0, voltages.Length, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, i => points[i] = PairReaction.Of(a, b, set, voltages[i], [])!);
        return new() { A = a, B = b, Scheme = set.Scheme, WindowA = ofA, WindowB = ofB, Points = [.. points], Worst = points.MinBy(point => point.MutualEnergy)! };
    }
}
