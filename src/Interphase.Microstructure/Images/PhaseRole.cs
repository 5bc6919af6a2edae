namespace Interphase.Microstructure;

/// <summary>What a phase of a composite does.</summary>
public enum PhaseRole
{
    /// <summary>Nobody said.</summary>
    Unknown,

    /// <summary>Empty.</summary>
    Void,

    /// <summary>Active material: stores lithium, conducts electrons, ends ions.</summary>
    Active,

    /// <summary>Solid electrolyte: conducts ions.</summary>
    Electrolyte,

    /// <summary>Conductive additive: conducts electrons.</summary>
    Carbon,

    /// <summary>Neither conducts nor reacts.</summary>
    Inert,
}
