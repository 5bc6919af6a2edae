namespace Interphase.Descriptions;

/// <summary>What a unit means beyond its dimension: a share of mass is no share of volume, and degrees Celsius have a zero of their own.</summary>
public enum UnitKind
{
    /// <summary>An ordinary unit.</summary>
    Plain,

    /// <summary>Percent or parts per million of something unsaid.</summary>
    Share,

    /// <summary>wt%: a share of mass.</summary>
    MassShare,

    /// <summary>vol%: a share of volume.</summary>
    VolumeShare,

    /// <summary>mol% or at%: a share of amount.</summary>
    AmountShare,

    /// <summary>Degrees Celsius: absolute, never a difference.</summary>
    Celsius,

    /// <summary>A multiple of the current that the file calls 1C.</summary>
    Rate,
}
