namespace Interphase.Microstructure;

/// <summary>Counts by axis.</summary>
/// <param name="X">Along or across the first.</param>
/// <param name="Y">The second.</param>
/// <param name="Z">The third.</param>
public readonly record struct AxisCounts(long X, long Y, long Z)
{
    /// <summary>All.</summary>
    public long Total => X + Y + Z;
}
