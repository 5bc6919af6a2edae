using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>Makes what the equations know of a foil that ages from what a cell file says of it.</summary>
internal static class FoilAgeingBuilder
{
    private const double UsualTransfer = 0.5, UsualOnset = 0.11, UsualElectrons = 8;

    /// <summary>The electrolyte's reduction; null where there is none, or after problems.</summary>
    /// <param name="foil">The foil.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="isFirst">Whether the foil touches the first layer of the separator.</param>
    /// <param name="temperature">K.</param>
    /// <param name="problems">Receives what is missing or wrong.</param>
    public static ReductionCoefficients? Reduction(Description foil, Description cell, bool isFirst, double temperature, Problems problems)
    {
        if (foil.Within(FoilAgeingFields.Reduction) is not { } section) return null;
        int before = problems.Count;
        Setting<Property>? current = section.Get(FoilAgeingFields.Current);
        if (current is null) problems.Add(section.Place, section.PathOf(FoilAgeingFields.Current), "nothing", "how fast the electrolyte is reduced", "write `current: 1e-3 A/m2`, per bare foil at 0 V against lithium");
        IReadOnlyList<Description> layers = cell.All(CellSections.Separator);
        Description? layer = layers.Count == 0 ? null : isFirst ? layers[0] : layers[^1];
        double? molar = layer?.Get(MaterialFields.Formula)?.Value is { } formula && layer.Get(MaterialFields.Density)?.Value.Si is { } density ? formula.MolarMass / density : null;
        double volume = 0;
        if (section.Get(FoilAgeingFields.ProductVolume) is { } given) volume = given.Value.Si;
        else if (molar is { } own)
        {
            section.Complete(FoilAgeingFields.ProductVolume, own, "assumed: the film takes the volume of the electrolyte that it came from");
            volume = own;
        }
        else problems.Add(section.Place, section.PathOf(FoilAgeingFields.ProductVolume), "nothing", "the volume of the film per formula unit of the electrolyte", "write `productVolume: 150 cm3/mol`, or give the separator a formula and a density");
        return problems.Count > before ? null : new ReductionCoefficients(
            PropertyValues.Value(current!.Value, _ => temperature), PropertyValues.Law(current.Value, temperature, _ => double.NaN),
            section.GetOrDefault(FoilAgeingFields.TransferCoefficient, new Quantity(UsualTransfer, Unit.One), "symmetric").Si,
            section.GetOrDefault(FoilAgeingFields.Onset, new Quantity(UsualOnset, "V"), "where Li6PS5Cl goes on to Li2S, Li3P and LiCl").Si,
            section.GetOrDefault(FoilAgeingFields.Electrons, new Quantity(UsualElectrons, Unit.One), "Li6PS5Cl + 8 Li to 5 Li2S, Li3P and LiCl").Si,
            volume, section.Get(FoilAgeingFields.FilmElectrons)?.Value.Si ?? double.PositiveInfinity, section.Get(FoilAgeingFields.FilmIons)?.Value.Si ?? double.PositiveInfinity);
    }

    /// <summary>A filament; null where there is none, or after problems.</summary>
    /// <param name="foil">The foil.</param>
    /// <param name="separator">Thickness of the separator, m.</param>
    /// <param name="problems">Receives what is missing or wrong.</param>
    public static FilamentCoefficients? Filament(Description foil, double separator, Problems problems)
    {
        if (foil.Within(FoilAgeingFields.Filament) is not { } section) return null;
        int before = problems.Count;
        if (section.Get(FoilAgeingFields.Speed) is null) problems.Add(section.Place, section.PathOf(FoilAgeingFields.Speed), "nothing", "how fast a filament grows", "write `speed: 5 um/h`, at `referenceCurrent`");
        if (section.Get(FoilAgeingFields.Reference) is null) problems.Add(section.Place, section.PathOf(FoilAgeingFields.Reference), "nothing", "the current for which the speed holds", "write `referenceCurrent: 0.2 mA/cm2`");
        if (section.Get(FoilAgeingFields.Exponent) is null) problems.Add(section.Place, section.PathOf(FoilAgeingFields.Exponent), "nothing", "how the speed follows the current", "write `exponent: 1`, where the charge that passed decides");
        if (section.Get(FoilAgeingFields.Length) is null && separator > 0) section.Complete(FoilAgeingFields.Length, separator, "the whole separator");
        else if (section.Get(FoilAgeingFields.Length) is null) problems.Add(section.Place, section.PathOf(FoilAgeingFields.Length), "nothing", "the way to a short", "write `length: 500 um`");
        return problems.Count > before ? null : new FilamentCoefficients(
            section.Get(FoilAgeingFields.Speed)!.Value.Si, section.Get(FoilAgeingFields.Reference)!.Value.Si, section.Get(FoilAgeingFields.Exponent)!.Value.Si, section.Get(FoilAgeingFields.Length)?.Value.Si ?? separator);
    }
}
