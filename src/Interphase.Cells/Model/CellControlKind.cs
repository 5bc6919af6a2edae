namespace Interphase.Cells;

/// <summary>What is controlled.</summary>
internal enum CellControlKind
{
    /// <summary>Current density, A/m2, > 0 charges.</summary>
    Current,

    /// <summary>Voltage between the terminals.</summary>
    Voltage,

    /// <summary>Potential of the positive electrode against the reference electrode.</summary>
    CathodePotential,

    /// <summary>Potential of the negative electrode against the reference electrode.</summary>
    AnodePotential,

    /// <summary>Power density, W/m2, > 0 charges.</summary>
    Power,

    /// <summary>Load resistance, ohm m2.</summary>
    Resistance,
}
