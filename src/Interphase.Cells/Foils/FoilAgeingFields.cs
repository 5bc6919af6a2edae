using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>What a cell file says of a foil that ages: the electrolyte's reduction at it, and filaments from it.</summary>
public static class FoilAgeingFields
{
    /// <summary>The name of the section of the reduction.</summary>
    public const string Reduction = "reduction";

    /// <summary>The name of the section of filaments.</summary>
    public const string Filament = "filament";

    private static readonly Measure MolarVolume = new("a volume per amount", "cm3/mol");
    private static readonly Measure SpeedMeasure = new("a length per time", "um/h");

    /// <summary>Current of the reduction.</summary>
    public static readonly PropertyField Current = new("current", new Measure("a current per area", "A/m2"), "0 A/m2", "1e6 A/m2", "Current per bare foil at which the electrolyte is reduced at 0 V against lithium.") { MayBeActivated = true };

    /// <summary>Transfer coefficient.</summary>
    public static readonly QuantityField TransferCoefficient = new("transferCoefficient", Measures.Number, "0.01", "2", "Cathodic charge-transfer coefficient.");

    /// <summary>Onset.</summary>
    public static readonly QuantityField Onset = new("onset", Measures.Voltage, "0 V", "6 V", "Potential against lithium above which the electrolyte is not reduced.");

    /// <summary>Electrons.</summary>
    public static readonly QuantityField Electrons = new("electrons", Measures.Number, "0.1", "40", "Electrons, and lithium, that a formula unit of the electrolyte takes up.");

    /// <summary>Volume of the products.</summary>
    public static readonly QuantityField ProductVolume = new("productVolume", MolarVolume, "0 cm3/mol", "2000 cm3/mol", "Volume of the film that becomes of a formula unit.");

    /// <summary>Electrons in the film.</summary>
    public static readonly QuantityField FilmElectrons = new("filmElectronicConductivity", Measures.Conductivity, "1e-22 S/cm", "1e6 S/cm", "Electronic conductivity of the film, through which it goes on growing; without it growth is not slowed.");

    /// <summary>Ions in the film.</summary>
    public static readonly QuantityField FilmIons = new("filmIonicConductivity", Measures.Conductivity, "1e-22 S/cm", "10 S/cm", "Ionic conductivity of the film, in series with the foil; without it the film does not resist.");

    /// <summary>Speed of a filament.</summary>
    public static readonly QuantityField Speed = new("speed", SpeedMeasure, "0 um/h", "1e9 um/h", "Speed of the longest filament at the reference current.");

    /// <summary>Reference current.</summary>
    public static readonly QuantityField Reference = new("referenceCurrent", Measures.CurrentDensity, "1e-6 mA/cm2", "1000 mA/cm2", "Current per area for which the speed holds.");

    /// <summary>Exponent.</summary>
    public static readonly QuantityField Exponent = new("exponent", Measures.Number, "0", "20", "Exponent with which the speed follows the current.");

    /// <summary>Length.</summary>
    public static readonly QuantityField Length = new("length", Measures.Length, "0.1 um", "10 mm", "Way of the filament until it shorts the cell.");

    /// <summary>The section of the reduction.</summary>
    public static Section ReductionDeclaration { get; } = new(Reduction, "The electrolyte's reduction at the foil: a film grows and takes lithium; a bare value is its current.")
    {
        Fields = [Current, TransferCoefficient, Onset, Electrons, ProductVolume, FilmElectrons, FilmIons],
        Shorthand = Current,
    };

    /// <summary>The section of filaments.</summary>
    public static Section FilamentDeclaration { get; } = new(Filament, "A filament of lithium that grows through the separator while lithium is plated, and shorts the cell; a bare value is its speed.")
    {
        Fields = [Speed, Reference, Exponent, Length],
        Shorthand = Speed,
    };
}
