using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>What a cell file says of a liquid electrolyte and of the pores that it fills.</summary>
public static class LiquidFields
{
    /// <summary>Concentration.</summary>
    public static readonly QuantityField Concentration = new("concentration", Measures.Concentration, "0.01 mol/m3", "20000 mol/m3", "Concentration of the salt, everywhere at the start.");

    /// <summary>Conductivity.</summary>
    public static readonly PropertyField Conductivity = new("conductivity", Measures.Conductivity, "0 S/cm", "10 S/cm", "Conductivity of the liquid itself over its concentration.", "ce", "T") { MayBeActivated = true };

    /// <summary>Diffusivity.</summary>
    public static readonly PropertyField Diffusivity = new("diffusivity", Measures.Diffusivity, "1e-16 cm2/s", "1 cm2/s", "Diffusivity of the salt in the liquid itself over its concentration.", "ce", "T") { MayBeActivated = true };

    /// <summary>Transference number.</summary>
    public static readonly PropertyField TransferenceNumber = new("transferenceNumber", Measures.Number, "-5", "1", "Transference number of lithium over the concentration.", "ce");

    /// <summary>Thermodynamic factor.</summary>
    public static readonly PropertyField ThermodynamicFactor = new("thermodynamicFactor", Measures.Number, "1e-3", "1000", "1 + dln f/dln c of the salt over its concentration.", "ce");

    /// <summary>Share of the liquid.</summary>
    public static readonly QuantityField Fraction = new("liquidFraction", Measures.VolumeFraction, "1e-3", "1", "Share of the volume that the liquid fills, where it is not the whole porosity.");

    /// <summary>Bruggeman's exponent.</summary>
    public static readonly QuantityField Bruggeman = new("bruggeman", Measures.Number, "0", "20", "Exponent of the liquid's share of the volume in its effective conductivity and diffusivity.");
}
