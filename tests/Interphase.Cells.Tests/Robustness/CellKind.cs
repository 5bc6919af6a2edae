namespace Interphase.Cells.Tests;

/// <summary>A class of random cells.</summary>
internal enum CellKind
{
    /// <summary>A composite against a foil or an ideal electrode, parameters that cells have.</summary>
    PlausibleHalf,

    /// <summary>Two composites, parameters that cells have.</summary>
    PlausibleFull,

    /// <summary>A composite against a foil or an ideal electrode, each range a decade wider at both ends.</summary>
    HostileHalf,

    /// <summary>Two composites, each range a decade wider at both ends.</summary>
    HostileFull,
}
