using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>What a cell file says of contact between active material and electrolyte that opens and is lost.</summary>
public static class ContactFields
{
    /// <summary>The name of its section.</summary>
    public const string Section = "contact";

    /// <summary>Length of the gap.</summary>
    public static readonly QuantityField GapLength = new("gapLength", Measures.Length, "0.01 nm", "10 um", "Gap between a particle and the electrolyte over which contact falls by a factor of e: the height of what is rough.");

    /// <summary>Decay.</summary>
    public static readonly QuantityField Decay = new("decay", Measures.Number, "0", "100", "How much of the contact that the stack's pressure does not hold is lost, as the exponent of a decay, while a gap opens from nothing to far.");

    /// <summary>Exponent of the pressure.</summary>
    public static readonly QuantityField Exponent = new("pressureExponent", Measures.Number, "0", "3", "Exponent with which the contact that a pressure holds follows stack over fabrication pressure.");

    /// <summary>Locked-in stress.</summary>
    public static readonly QuantityField Locked = new("lockedShare", Measures.Share, "0", "1", "Share of the fabrication pressure that stays in the composite as stress.");

    /// <summary>Modulus.</summary>
    public static readonly QuantityField Modulus = new("modulus", Measures.Modulus, "0.01 GPa", "1000 GPa", "Modulus with which the electrolyte springs back.");

    /// <summary>Isolation.</summary>
    public static readonly QuantityField Isolation = new("isolation", Measures.Number, "0", "100", "How much of the particles that may be isolated is, as the exponent of a decay, while a gap opens from nothing to far.");

    /// <summary>Share that may be isolated.</summary>
    public static readonly QuantityField Isolated = new("isolatedShare", Measures.Share, "0", "1", "Share of the particles that comes off altogether in the end where nothing is held by pressure.");

    /// <summary>Thickness that heals.</summary>
    public static readonly QuantityField Healing = new("healingThickness", Measures.Length, "0 nm", "1 um", "Thickness of the product of a deep discharge that fills a gap.");

    /// <summary>Potential of healing.</summary>
    public static readonly QuantityField HealingPotential = new("healingPotential", Measures.Voltage, "0 V", "6 V", "Potential against lithium below which that product forms and above which it goes.");

    /// <summary>Rate of healing.</summary>
    public static readonly QuantityField HealingRate = new("healingRate", new Measure("a rate", "1/s"), "1e-12 1/s", "1e3 1/s", "How fast it comes and goes.");

    /// <summary>The section.</summary>
    public static Section Declaration { get; } = new(Section, "Contact between active material and electrolyte that opens as particles shrink and is lost by it; a bare value is the length of the gap.")
    {
        Fields = [GapLength, Decay, Exponent, Locked, Modulus, Isolation, Isolated, Healing, HealingPotential, HealingRate],
        Shorthand = GapLength,
    };
}
