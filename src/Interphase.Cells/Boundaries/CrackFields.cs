using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>What a cell file says of cracks, in the active material or in the electrolyte about it.</summary>
public static class CrackFields
{
    /// <summary>The name of the section for the active material.</summary>
    public const string OfActive = "cracks";

    /// <summary>The name of the section for the electrolyte.</summary>
    public const string OfElectrolyte = "electrolyteCracks";

    /// <summary>Growth.</summary>
    public static readonly QuantityField Growth = new("growth", Measures.Length, "0 nm", "1 mm", "Length by which a crack grows in a cycle at the reference stress intensity.");

    /// <summary>Reference.</summary>
    public static readonly QuantityField Reference = new("referenceIntensity", Measures.Toughness, "1e-4 MPa·m^0.5", "1000 MPa·m^0.5", "Stress intensity for which `growth` holds.");

    /// <summary>Exponent.</summary>
    public static readonly QuantityField Exponent = new("exponent", Measures.Number, "1.01", "60", "Exponent of the stress intensity in Paris' law.");

    /// <summary>Modulus.</summary>
    public static readonly QuantityField Modulus = new("modulus", Measures.Modulus, "0.01 GPa", "2000 GPa", "Young's modulus of what cracks.");

    /// <summary>Shape.</summary>
    public static readonly QuantityField Shape = new("shapeFactor", Measures.Number, "0.01", "10", "Factor of the stress intensity for the shape of a crack and how the particle is held.");

    /// <summary>Threshold.</summary>
    public static readonly QuantityField Threshold = new("threshold", Measures.Toughness, "0 MPa·m^0.5", "1000 MPa·m^0.5", "Stress intensity below which a crack does not grow.");

    /// <summary>Toughness.</summary>
    public static readonly QuantityField Toughness = new("toughness", Measures.Toughness, "1e-4 MPa·m^0.5", "1000 MPa·m^0.5", "Stress intensity at which a particle breaks away.");

    /// <summary>Spread.</summary>
    public static readonly QuantityField Spread = new("spread", Measures.Number, "1", "100", "How sharply particles break at their toughness: the exponent of a Weibull law.");

    /// <summary>Flaw.</summary>
    public static readonly QuantityField Flaw = new("flaw", Measures.Length, "0.1 nm", "1 mm", "Length of a crack as assembled.");

    /// <summary>Slowing.</summary>
    public static readonly QuantityField Slowing = new("slowing", Measures.Number, "0", "1000", "By how much a crack as long as the radius slows diffusion in a particle.");

    /// <summary>Wetting.</summary>
    public static readonly QuantityField Wetting = new("wetting", Measures.Share, "0", "1", "Share of a crack's surface that meets electrolyte: none in a solid, all in a liquid.");

    /// <summary>Loosening.</summary>
    public static readonly QuantityField Loosening = new("loosening", Measures.Number, "0", "100", "How much contact a crack in the electrolyte takes, over what it takes of the ions' path.");

    /// <summary>The section for the active material.</summary>
    public static Section ActiveDeclaration { get; } = new(OfActive, "Cracks in the active material; a bare value is their growth.")
    {
        Fields = [Growth, Reference, Exponent, Modulus, Shape, Threshold, Toughness, Spread, Flaw, Slowing, Wetting],
        Shorthand = Growth,
    };

    /// <summary>The section for the electrolyte.</summary>
    public static Section ElectrolyteDeclaration { get; } = new(OfElectrolyte, "Cracks in the electrolyte about the active material; a bare value is their growth.")
    {
        Fields = [Growth, Reference, Exponent, Modulus, Shape, Threshold, Flaw, Loosening],
        Shorthand = Growth,
    };
}
