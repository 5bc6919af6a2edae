using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>
/// At which voltages against lithium the equilibrium products of a formula hold exactly its lithium, and what it turns into at all others. docs/physics.md (72).
/// </summary>
/// <remarks>A formula above the hull has a window too: that of what it decomposes into at fixed amounts. Equilibrium is no rate: films and slow kinetics widen what is seen in practice.</remarks>
public sealed record ElectrochemicalWindow
{
    private const double SmallestWidth = 1e-9;

    internal ElectrochemicalWindow()
    {
    }

    /// <summary>The formula asked for.</summary>
    public required ChemicalFormula Formula { get; init; }

    /// <summary>How the energies were computed.</summary>
    public required PhaseScheme Scheme { get; init; }

    /// <summary>Whether there is a window.</summary>
    public bool Exists => Low is not null;

    /// <summary>Where reduction ends, V; 0 where the formula is stable against lithium metal; null without a window.</summary>
    public required double? Low { get; init; }

    /// <summary>Where oxidation begins, V; null where no lithium is left to remove, or without a window.</summary>
    public required double? High { get; init; }

    /// <summary>Why there is no window; empty where there is one.</summary>
    public required string Reason { get; init; }

    /// <summary>The products from 0 V up, until no lithium is left; the last step has no end.</summary>
    public required ImmutableArray<WindowStep> Steps { get; init; }

    /// <summary>The phase of the set with these proportions; null where there is none: energies of reaction then count from the hull.</summary>
    public required PhaseEntry? Entry { get; init; }

    /// <summary>Where there is no such phase: the one of the set that is nearest; else null.</summary>
    public required string? Nearest { get; init; }

    /// <summary>The phase's energy above the hull at fixed amounts, eV/atom; null without <see cref="Entry"/>.</summary>
    public required double? EnergyAboveHull { get; init; }

    /// <summary>Known errors of the scheme that matter for these elements.</summary>
    public required ImmutableArray<SchemeBias> Biases { get; init; }

    /// <summary>The window of a formula; null after a problem.</summary>
    /// <param name="formula">A formula of elements of the set; also a mixture, joined by ·.</param>
    /// <param name="set">The phases, lithium among them.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static ElectrochemicalWindow? Of(ChemicalFormula formula, PhaseSet set, Problems problems)
    {
        if (!set.Covers(formula, problems) || !PhaseProgram.HasLithium(set, formula, problems)) return null;
        Composition composition = Composition.Of(formula)!;
        PhaseSystem system = set.System(composition.Elements.With(PhaseProgram.Lithium));
        PhaseEntry? entry = set.Find(composition);
        double hull = new PhaseProgram(set.System(composition.Elements), ElementSet.None).Minimum(formula).Energy;
        double own = entry is null ? hull : entry.FormationEnergy * formula.Atoms;
        ImmutableArray<WindowStep> steps = composition.Elements == PhaseProgram.Lithium ? [] : Sweep(formula, system, own);
        WindowStep? inside = steps.FirstOrDefault(step => step.Lithium.Sign == 0);
        return new()
        {
            Formula = formula,
            Scheme = set.Scheme,
            Low = inside?.From,
            High = inside?.To,
            Reason = inside is null ? Why(steps) : "",
            Steps = steps,
            Entry = entry,
            Nearest = entry is null ? set.Nearest(formula) : null,
            EnergyAboveHull = entry is null ? null : own - hull is var above && above > Stability.HullTolerance * formula.Atoms ? above / formula.Atoms : 0,
            Biases = set.Scheme.BiasesFor(["Li", .. formula.Elements.Select(part => part.Element.Symbol)]),
        };
    }

    /// <summary>The windows under the other schemes that may be used for a formula's elements.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="set">The set whose window is known.</param>
    public static ImmutableArray<ElectrochemicalWindow> Alternatives(ChemicalFormula formula, PhaseSet set) =>
        [.. set.Alternatives(["Li", .. formula.Elements.Select(part => part.Element.Symbol)]).Select(other => Of(formula, other, [])).OfType<ElectrochemicalWindow>()];

    private static ImmutableArray<WindowStep> Sweep(ChemicalFormula formula, PhaseSystem system, double own)
    {
        var program = new PhaseProgram(system, PhaseProgram.Lithium);
        Rational[] sides = program.Sides(formula);
        Rational held = formula.Amount("Li");
        CostSweep sweep = program.VoltageSweep(sides, formula.Atoms, 0);
        ImmutableArray<WindowStep>.Builder steps = ImmutableArray.CreateBuilder<WindowStep>();
        PhaseMixture? last = null;
        do
        {
            PhaseMixture mixture = program.Mixture(sides);
            if (last is not null && mixture.Same(last)) continue;
            double from = sweep.From;
            if (last is not null)
            {
                // Where both cost the same, from their energies: exact but for the rounding of those.
                Rational less = last.Lithium - mixture.Lithium;
                if (less.Sign > 0) from = (mixture.Energy - last.Energy) / less.ToDouble();
                // Steps narrower than rounding are one.
                if (from - steps[^1].From <= SmallestWidth) steps.RemoveAt(steps.Count - 1);
                else steps[^1] = steps[^1] with { To = from };
            }
            Rational lithium = mixture.Lithium - held;
            steps.Add(new(steps.Count == 0 ? 0 : from, null, lithium, mixture.Products, mixture.Energy - own, Reaction.Of([new(formula, 1)], mixture.Products, lithium), program.Ties(sweep)));
            last = mixture;
        }
        while (last.Lithium.Sign > 0 && sweep.Advance());
        return steps.ToImmutable();
    }

    private static string Why(ImmutableArray<WindowStep> steps)
    {
        if (steps.Length == 0) return "lithium metal is what voltages are counted from";
        for (int i = 1; i < steps.Length; i++)
        {
            if (steps[i].Lithium.Sign < 0 && steps[i - 1].Lithium.Sign > 0)
                return $"its products exchange lithium at every voltage: below {steps[i].From:0.000} V they take up {steps[i - 1].Lithium} per formula unit, above they give off {-steps[i].Lithium}";
        }
        return "its products exchange lithium at every voltage";
    }
}
