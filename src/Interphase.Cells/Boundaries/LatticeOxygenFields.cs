using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>What a cell file says of the oxygen that an oxide gives off.</summary>
public static class LatticeOxygenFields
{
    /// <summary>The name of its section.</summary>
    public const string Section = "latticeOxygen";

    private static readonly Measure Speed = new("a length per time", "nm/h");
    private static readonly Measure Rate = new("a rate", "1/s");

    /// <summary>Growth.</summary>
    public static readonly PropertyField Growth = new("growth", Speed, "0 nm/h", "1e9 nm/h", "Growth of the shell per shortage of lithium at the surface: at a surface content that is 1 below the onset.") { MayBeActivated = true };

    /// <summary>Onset.</summary>
    public static readonly QuantityField Onset = new("onset", Measures.Number, "0", "1", "Lithium content y of the surface below which oxygen is given off.");

    /// <summary>Conductivity of the shell.</summary>
    public static readonly QuantityField ShellIons = new("shellConductivity", Measures.Conductivity, "1e-22 S/cm", "10 S/cm", "Ionic conductivity of the shell, in series with intercalation; without it the shell does not resist.");

    /// <summary>Oxygen per formula unit.</summary>
    public static readonly QuantityField Released = new("released", Measures.Number, "0", "20", "Oxygen atoms that a formula unit of the oxide gives off as it becomes shell.");

    /// <summary>Electrolyte per oxygen.</summary>
    public static readonly QuantityField PerOxygen = new("electrolytePerOxygen", Measures.Number, "0", "20", "Formula units of electrolyte that one such atom oxidises; 0 for an electrolyte that oxygen leaves alone.");

    /// <summary>Binding.</summary>
    public static readonly QuantityField Binding = new("binding", Rate, "0 1/s", "1e6 1/s", "How fast the electrolyte binds oxygen at the surface and keeps it, per shortage of lithium: indium does.");

    /// <summary>Unbinding.</summary>
    public static readonly QuantityField Unbinding = new("unbinding", Rate, "0 1/s", "1e6 1/s", "How fast it lets go again.");

    /// <summary>Exponent of the supply.</summary>
    public static readonly QuantityField SupplyExponent = OxidationFields.SupplyExponent;

    /// <summary>Limit of oxygen.</summary>
    public static readonly QuantityField Limit = new("oxygenLimit", new Measure("a charge per volume", "mAh/cm3"), "0 mAh/cm3", "10000 mAh/cm3", "Oxygen given off, as the charge of O2- per volume of electrode, before an instrument shows it.");

    /// <summary>The section.</summary>
    public static Section Declaration { get; } = new(Section, "Oxygen that the active material gives off where it has little lithium: a shell grows and the electrolyte beside it is oxidised; a bare value is its growth.")
    {
        Fields = [Growth, Onset, ShellIons, Released, PerOxygen, Binding, Unbinding, SupplyExponent, Limit],
        Shorthand = Growth,
    };
}
