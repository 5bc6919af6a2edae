namespace Interphase.Descriptions;

/// <summary>How much of a file is read before it is refused: input is hostile until read.</summary>
/// <param name="Bytes">Longest file.</param>
/// <param name="Depth">Deepest nesting.</param>
/// <param name="Nodes">Most values, counted after aliases are expanded.</param>
public sealed record ReadingLimits(int Bytes = 2_000_000, int Depth = 40, int Nodes = 100_000)
{
    /// <summary>The limits for files that a person writes.</summary>
    public static readonly ReadingLimits Default = new();
}
