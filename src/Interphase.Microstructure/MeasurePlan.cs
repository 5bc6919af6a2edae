using System.Collections.Immutable;

namespace Interphase.Microstructure;

/// <summary>What is measured of an image.</summary>
public sealed record MeasurePlan
{
    /// <summary>The axes along which it is driven, at least one; connections are those along the first.</summary>
    public ImmutableArray<Axis> Axes { get; init; } = [Axis.X];

    /// <summary>Conductivities by label, under a name each; labels that are left out conduct nothing.</summary>
    public ImmutableArray<(string Name, ImmutableDictionary<byte, double> Conductivity)> Conductivities { get; init; } = [];

    /// <summary>How transport is measured.</summary>
    public Transport Transport { get; init; } = new();

    /// <summary>Whether the utilisable share is wanted where roles of phases are known.</summary>
    public bool Access { get; init; } = true;

    /// <summary>Fibres of the image that are thinner than its voxels; they wire active material. Null without any.</summary>
    public FibreLines? Lines { get; init; }

    /// <summary>Into how many parts the image is cut along each axis to see how numbers scatter; 1 for none.</summary>
    public int Parts { get; init; } = 1;
}
