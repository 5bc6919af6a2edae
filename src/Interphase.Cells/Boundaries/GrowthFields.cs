using System.Globalization;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>What a cell file says of a law of its own: something that grows on a boundary, or active material that is lost, by a formula.</summary>
public static class GrowthFields
{
    /// <summary>The name of its section.</summary>
    public const string Section = "growth";

    /// <summary>The word for the boundary of the active material.</summary>
    public const string OnActive = "active";

    /// <summary>The word for that of the carbon.</summary>
    public const string OnCarbon = "carbon";

    /// <summary>The variables of a law: overpotential, potential, thickness (or share lost), lithium content of the surface, temperature.</summary>
    public static readonly string[] Variables = ["eta", "E", "L", "y", "T"];

    private static readonly Measure Speed = new("a length per time", "nm/h");
    private static readonly Measure Rate = new("a rate", "1/s");
    private static readonly Measure MolarVolume = new("a volume per amount", "cm3/mol");
    private static readonly Measure Resistivity = new("a resistivity", "ohm cm");

    /// <summary>Name.</summary>
    public static readonly TextField Name = new("name", "What it is called where losses are told.");

    /// <summary>Boundary.</summary>
    public static readonly ChoiceField On = new("on", "The boundary: that of the active material, or of the carbon.", OnActive, OnCarbon);

    /// <summary>Growth.</summary>
    public static readonly PropertyField Growth = new("rate", Speed, "-1e12 nm/h", "1e12 nm/h", "How fast a film grows: a number or a formula of eta, E, L (its thickness), y and T, in SI.", Variables) { NeedsNoRange = true };

    /// <summary>Loss.</summary>
    public static readonly PropertyField Loss = new("loss", Rate, "0 1/s", "1e6 1/s", "How fast active material goes out of use, as a share of what is left: a number or a formula of eta, E, L (the share lost), y and T.", Variables) { NeedsNoRange = true };

    /// <summary>Volume.</summary>
    public static readonly QuantityField Volume = new("productVolume", MolarVolume, "1e-3 cm3/mol", "2000 cm3/mol", "Volume of the film per formula unit of its product.");

    /// <summary>Electrons.</summary>
    public static readonly QuantityField Electrons = new("electrons", Measures.Number, "0", "40", "Electrons that a formula unit of the product gives off, and lithium ions of the electrolyte with them.");

    /// <summary>Electrolyte.</summary>
    public static readonly QuantityField Uses = new("electrolytePerProduct", Measures.Number, "0", "40", "Formula units of electrolyte that go into one of the product.");

    /// <summary>Ions in the film.</summary>
    public static readonly QuantityField FilmIons = new("filmIonicConductivity", Measures.Conductivity, "1e-22 S/cm", "10 S/cm", "Ionic conductivity of a film on active material, in series with intercalation; without it the film does not resist.");

    /// <summary>Resistivity of contacts to carbon.</summary>
    public static readonly QuantityField ContactResistivity = new("contactResistivity", Resistivity, "0 ohm cm", "1e18 ohm cm", "Resistance that a film on carbon puts between carbon and active material, times area and per thickness.");

    /// <summary>The section.</summary>
    public static Section Declaration { get; } = new(Section, "A law of one's own: a film that grows (`rate`), or active material that is lost (`loss`), by a formula.")
    {
        Fields = [Name, On, Growth, Loss, Volume, Electrons, Uses, FilmIons, ContactResistivity],
        IsRepeated = true,
    };

    internal const string Everywhere = "a number wherever a cell may come";
    internal const string Guard = "guard what has none there, such as a denominator that passes through 0, or a logarithm or a root of something below 0";

    /// <summary>What a law is called where losses are told.</summary>
    internal static string NameOf(Description section) => section.Get(Name)?.Value ?? (section.Has(Growth) ? "growth" : "loss");

    /// <summary>That a law has no value somewhere, in words.</summary>
    internal static string Without(double eta, double potential, double size, double content, double temperature) =>
        string.Create(CultureInfo.InvariantCulture, $"no finite value at eta = {eta:0.####} V, E = {potential:0.####} V, L = {size:G4}, y = {content:0.####}, T = {temperature:0.##} K");
}
