namespace Interphase.Microstructure;

/// <summary>What a label stands for.</summary>
/// <param name="Label">The value of its voxels.</param>
/// <param name="Name">What it is called in tables and pictures; the label itself where nobody said.</param>
public sealed record Phase(byte Label, string Name)
{
    /// <summary>What it does in a cell.</summary>
    public PhaseRole Role { get; init; } = PhaseRole.Unknown;
}
