namespace Interphase.Microstructure;

/// <summary>Whether a voxel of active material takes part.</summary>
public enum Access
{
    /// <summary>Not active material.</summary>
    Elsewhere = 0,

    /// <summary>Reached by electrons and by ions.</summary>
    Usable = 1,

    /// <summary>No way for electrons.</summary>
    NotWired = 2,

    /// <summary>No way for ions.</summary>
    NotWetted = 3,

    /// <summary>Neither.</summary>
    Isolated = 4,
}
