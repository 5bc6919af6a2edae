using System.Collections.Immutable;

namespace Interphase.Microstructure;

/// <summary>The labels of a generated composite.</summary>
public static class CompositePhases
{
    /// <summary>Pores.</summary>
    public const byte Void = 0;

    /// <summary>Active material.</summary>
    public const byte Active = 1;

    /// <summary>Solid electrolyte, with whatever carbon voxels cannot resolve in it.</summary>
    public const byte Electrolyte = 2;

    /// <summary>Carbon that voxels resolve.</summary>
    public const byte Carbon = 3;

    /// <summary>Their names and roles.</summary>
    public static ImmutableArray<Phase> All { get; } =
    [
        new Phase(Void, "void") { Role = PhaseRole.Void },
        new Phase(Active, "active material") { Role = PhaseRole.Active },
        new Phase(Electrolyte, "electrolyte") { Role = PhaseRole.Electrolyte },
        new Phase(Carbon, "carbon") { Role = PhaseRole.Carbon },
    ];
}
