using System.Collections.Immutable;

namespace Interphase.Microstructure;

/// <summary>How long a phase goes on along an axis before another begins.</summary>
/// <param name="Label">Which phase.</param>
/// <param name="Axis">Along which axis.</param>
/// <param name="Counts">Chords by their length in voxels, from 0 to the longest.</param>
/// <param name="InnerCounts">Those among them that do not touch the box, whose length is known.</param>
/// <param name="Mean">The mean of all, m; nothing where there is none.</param>
/// <param name="InnerMean">The mean of those that do not touch the box, m; nothing where there is none.</param>
public sealed record ChordLengths(byte Label, Axis Axis, ImmutableArray<long> Counts, ImmutableArray<long> InnerCounts, double? Mean, double? InnerMean)
{
    /// <summary>How many chords there are.</summary>
    public long Number => Counts.Sum();

    /// <summary>How many do not touch the box.</summary>
    public long InnerNumber => InnerCounts.Sum();
}
