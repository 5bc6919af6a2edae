using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Thermodynamics;

/// <summary>Whether a formula would fall apart at fixed amounts, into what, and by how much energy.</summary>
public sealed record Stability
{
    /// <summary>At this many eV/atom above the hull a phase still counts as on it: rounding, far below the precision of any energy.</summary>
    public const double HullTolerance = 1e-9;

    internal Stability()
    {
    }

    /// <summary>The formula asked for.</summary>
    public required ChemicalFormula Formula { get; init; }

    /// <summary>How the energies were computed.</summary>
    public required PhaseScheme Scheme { get; init; }

    /// <summary>The phase of the set with these proportions; null where there is none, so that only the products are known.</summary>
    public required PhaseEntry? Entry { get; init; }

    /// <summary>Where there is no such phase: the one of the set that is nearest; else null.</summary>
    public required string? Nearest { get; init; }

    /// <summary>Least energy of formation at this composition, eV/atom.</summary>
    public required double HullEnergy { get; init; }

    /// <summary>The phase's energy above the hull, eV/atom, 0 on it; null without <see cref="Entry"/>.</summary>
    public required double? EnergyAboveHull { get; init; }

    /// <summary>
    /// The phase's energy less the least one of all other compositions, eV/atom: what is published as decomposition energy. Above 0 it is <see cref="EnergyAboveHull"/>; below, by how much a phase on the hull
    /// is stabilised. Null without <see cref="Entry"/> and for elements.
    /// </summary>
    public required double? DecompositionEnergy { get; init; }

    /// <summary>The formula into its equilibrium products; into itself where it is stable.</summary>
    public required Reaction Decomposition { get; init; }

    /// <summary>The formula into the best of all other compositions; null where <see cref="DecompositionEnergy"/> is.</summary>
    public required Reaction? Competition { get; init; }

    /// <summary>Phases that could take part in other products of the same energy; empty where the products are the only ones.</summary>
    public required ImmutableArray<string> Ties { get; init; }

    /// <summary>A set of chemical potentials of the elements at equilibrium, eV per atom, 0 for the pure element; where fewer phases than elements take part it is one of many.</summary>
    public required ImmutableDictionary<string, double> ChemicalPotentials { get; init; }

    /// <summary>Known errors of the scheme that matter for these elements.</summary>
    public required ImmutableArray<SchemeBias> Biases { get; init; }

    /// <summary>Whether the phase is on the hull; false where the set has no such phase.</summary>
    public bool IsStable => EnergyAboveHull <= HullTolerance;

    /// <summary>The stability of a formula; null after a problem.</summary>
    /// <param name="formula">A formula of elements of the set; any multiple gives the same energies per atom.</param>
    /// <param name="set">The phases.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static Stability? Of(ChemicalFormula formula, PhaseSet set, Problems problems)
    {
        if (!set.Covers(formula, problems)) return null;
        Composition composition = Composition.Of(formula)!;
        var program = new PhaseProgram(set.System(composition.Elements), ElementSet.None);
        PhaseMixture mixture = program.Minimum(formula);
        PhaseEntry? entry = set.Find(composition);
        ImmutableArray<string> ties = program.Ties();
        ImmutableDictionary<string, double> potentials = program.ChemicalPotentials();
        PhaseMixture? others = entry is not null && composition.Count > 1 ? program.Minimum(formula, entry) : null;
        double hull = mixture.Energy / formula.Atoms;
        return new()
        {
            Formula = formula,
            Scheme = set.Scheme,
            Entry = entry,
            Nearest = entry is null ? set.Nearest(formula) : null,
            HullEnergy = hull,
            EnergyAboveHull = entry is null ? null : entry.FormationEnergy - hull is var above && above > HullTolerance ? above : 0,
            DecompositionEnergy = others is null ? null : entry!.FormationEnergy - others.Energy / formula.Atoms,
            Decomposition = Reaction.Of([new(formula, 1)], mixture.Products, 0),
            Competition = others is null ? null : Reaction.Of([new(formula, 1)], others.Products, 0),
            Ties = ties,
            ChemicalPotentials = potentials,
            Biases = set.Scheme.BiasesFor([.. formula.Elements.Select(part => part.Element.Symbol)]),
        };
    }
}
