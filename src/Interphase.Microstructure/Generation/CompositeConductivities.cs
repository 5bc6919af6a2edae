namespace Interphase.Microstructure;

/// <summary>What the materials of a composite conduct, S/m, 0 or more.</summary>
public sealed record CompositeConductivities
{
    /// <summary>Electrons in the active material.</summary>
    public required double Active { get; init; }

    /// <summary>Ions in the electrolyte without carbon.</summary>
    public required double Electrolyte { get; init; }

    /// <summary>Electrons in carbon: along a fibre, or in a compact of nano-carbon.</summary>
    public double Carbon { get; init; }

    /// <summary>Electrons in the electrolyte.</summary>
    public double ElectrolyteElectronic { get; init; }

    /// <summary>Ions in the active material, along which they pass from electrolyte to electrolyte.</summary>
    public double ActiveIonic { get; init; }

    /// <summary>Resistance of a contact between two electrolyte grains, ohm m2, 0 or more.</summary>
    public double GrainContact { get; init; }
}
