using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>An active material at equilibrium: its curves on charge and on discharge, and how much lithium fits into it.</summary>
/// <param name="Leaving">Potential against lithium while lithium leaves (first charge where that is a curve of its own), over y.</param>
/// <param name="Entering">Potential against lithium while lithium enters, over y.</param>
/// <param name="Lower">Least y at which the curves hold.</param>
/// <param name="Upper">Greatest y at which they hold.</param>
/// <param name="Start">Content at the start.</param>
/// <param name="Capacity">Charge per area from y = 1 to y = 0 of what electrons and ions reach, C/m2.</param>
internal sealed record Insertion(Func<double, double> Leaving, Func<double, double> Entering, double Lower, double Upper, double Start, double Capacity)
{
    // Above what rounding of density and concentration explains; a fitted concentration is further off and should be known as one.
    private const double Telling = 0.05;

    /// <summary>Mean of both branches, V.</summary>
    public double Middle(double content) => (Leaving(content) + Entering(content)) / 2;

    /// <summary>The active material of an electrode; null after a problem.</summary>
    public static Insertion? Of(Description active, CompositeDesign composite, Stoichiometry initial, Problems problems, List<Remark> remarks)
    {
        if (active.Get(MaterialFields.OpenCircuit) is not { } open) return Missing(MaterialFields.OpenCircuit, "an open-circuit curve");
        if (Curve(open) is not { } later) return null;
        Curve? first = null, gap = null;
        if (active.Get(MaterialFields.FirstCharge) is { } firstCharge && (first = Curve(firstCharge)) is null) return null;
        if (active.Get(MaterialFields.Hysteresis) is { } hysteresis && (gap = Curve(hysteresis)) is null) return null;
        if (Concentration(active, remarks) is not { } concentration) return Missing(MaterialFields.MaximumConcentration, "a maximum concentration, or formula, density and insertableLithium");
        double lower = 0, upper = 1;
        foreach (Setting<Property>? setting in (ReadOnlySpan<Setting<Property>?>)[open, active.Get(MaterialFields.FirstCharge)])
        {
            if (setting is null || setting.Value.Constant is not null) continue;
            (lower, upper) = (Math.Max(lower, setting.Value.Range.Lower), Math.Min(upper, setting.Value.Range.Upper));
        }
        double start = initial.Content ?? active.Get(MaterialFields.InitialLithium)?.Value.Si ?? double.NaN;
        if (double.IsNaN(start)) return Missing(MaterialFields.InitialLithium, "the lithium content as assembled");
        return new Insertion(
            first is not null ? first.Value : gap is not null ? y => later.Value(y) + gap.Value(y) : later.Value,
            gap is not null ? y => later.Value(y) - gap.Value(y) : later.Value,
            lower, upper, start, Lithium.Faraday * concentration * composite.ActiveFraction * composite.Utilisation.Or(1) * composite.Thickness);

        Curve? Curve(Setting<Property> setting)
        {
            if (setting.Value.TryCurve(out Curve? curve, out string? fault)) return curve;
            problems.Add(setting.Origin.Place ?? active.Place, active.PathOf(setting.Field), $"a curve that cannot be tabulated ({fault})", "a smooth function of y", "check its range");
            return null;
        }

        Insertion? Missing(IField field, string expected)
        {
            problems.Add(active.Place, active.PathOf(field), "nothing", expected, "give it here, or name a material of the library that has one");
            return null;
        }
    }

    // Without a concentration of its own a material has the one that formula and density make.
    private static double? Concentration(Description active, List<Remark> remarks)
    {
        double? made = active.Get(MaterialFields.Density) is { } density && active.Get(MaterialFields.Formula) is { } formula && active.Get(MaterialFields.InsertableLithium) is { } lithium
            ? lithium.Value.Si * density.Value.Si / formula.Value.MolarMass
            : null;
        if (active.Get(MaterialFields.MaximumConcentration) is { } given)
        {
            if (made is { } expected && Math.Abs(given.Value.Si / expected - 1) > Telling)
            {
                remarks.Add(new Remark(
                    active.PathOf(MaterialFields.MaximumConcentration),
                    $"{given.Value} is {(given.Value.Si / expected - 1) * 100:+0.#;-0.#} % off the {Measures.Concentration.Show(expected, 4)} that density, formula and insertableLithium make; capacities follow the former, masses the density",
                    given.Origin.Place));
            }
            return given.Value.Si;
        }
        if (made is { } completed) active.Complete(MaterialFields.MaximumConcentration, completed, "density, formula and insertableLithium");
        return made;
    }
}
