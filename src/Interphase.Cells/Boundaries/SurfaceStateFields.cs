using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>What a cell file says of a resistive state of the active material's surface.</summary>
public static class SurfaceStateFields
{
    /// <summary>The name of its section.</summary>
    public const string Section = "surfaceState";

    private static readonly Measure Rate = new("a rate", "1/s");

    /// <summary>Resistance.</summary>
    public static readonly QuantityField Resistance = new("resistance", Measures.ArealResistance, "0 ohm cm2", "1e12 ohm cm2", "Resistance in series with intercalation where all of the surface is in that state, times the contacted surface.");

    /// <summary>Onset.</summary>
    public static readonly QuantityField Onset = new("onset", Measures.Number, "0", "1", "Lithium content y of the surface below which it comes.");

    /// <summary>Coming.</summary>
    public static readonly PropertyField Coming = new("coming", Rate, "0 1/s", "1e6 1/s", "How fast it comes, per shortage of lithium at the surface.") { MayBeActivated = true };

    /// <summary>Going.</summary>
    public static readonly QuantityField Going = new("going", Rate, "0 1/s", "1e6 1/s", "How fast it goes again; changes with temperature as `coming` does.");

    /// <summary>The section.</summary>
    public static Section Declaration { get; } = new(Section, "A resistive state of the active material's surface that comes where it has little lithium and largely goes again; a bare value is its resistance.")
    {
        Fields = [Resistance, Onset, Coming, Going],
        Shorthand = Resistance,
    };

    /// <summary>The coefficients; null after problems.</summary>
    internal static SurfaceStateCoefficients? Build(Description section, BoundarySite site)
    {
        int before = site.Problems.Count;
        if (section.Get(Resistance) is null) Missing(Resistance, "the resistance of that state", "write `resistance: 1e4 ohm cm2`");
        if (section.Get(Onset) is null) Missing(Onset, "the lithium content below which it comes", "write `onset: 0.6`");
        if (section.Get(Coming) is null) Missing(Coming, "how fast it comes", "write `coming: 1e-3 1/s`");
        if (site.Electrode.Within(CellSections.Active) is null) site.Problems.Add(section.Place, section.Path, "no active material with a surface", "a composite with an `active`", "leave the section out where there is none");
        double going = section.GetOrDefault(Going, new Quantity(0, Unit.Parse("1/s")), "it stays").Si;
        return site.Problems.Count > before ? null : new SurfaceStateCoefficients(
            section.Get(Resistance)!.Value.Si, section.Get(Onset)!.Value.Si, PropertyValues.Value(section.Get(Coming)!.Value, _ => site.Temperature), going,
            PropertyValues.Law(section.Get(Coming)!.Value, site.Temperature, _ => double.NaN));

        void Missing(IField field, string expected, string suggestion) => site.Problems.Add(section.Place, $"{section.Path}.{field.Name}", "nothing", expected, suggestion);
    }
}
