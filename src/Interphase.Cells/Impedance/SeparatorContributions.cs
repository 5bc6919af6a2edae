namespace Interphase.Cells;

/// <summary>What contributes to the impedance of the separator; a part without its flag has no resistance.</summary>
[Flags]
public enum SeparatorContributions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The grains of its layers.</summary>
    Bulk = 1,

    /// <summary>The boundaries between the grains.</summary>
    GrainBoundaries = 2,

    /// <summary>The contacts of its layers towards the cathode.</summary>
    Interfaces = 4,

    /// <summary>Everything.</summary>
    All = Bulk | GrainBoundaries | Interfaces,
}
