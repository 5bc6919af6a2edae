namespace Interphase.Descriptions;

/// <summary>How much of a file is read before it is refused: input is hostile until read.</summary>
/// <param name="Bytes">Longest file.</param>
/// <param name="Depth">Deepest nesting.</param>
/// <param name="Nodes">Most values, counted after aliases are expanded.</param>
/// <param name="Streams">Whether it may be a pipe or a device, which can make the reader wait: only what the user named may.</param>
public sealed record ReadingLimits(int Bytes = 2_000_000, int Depth = 40, int Nodes = 100_000, bool Streams = true)
{
    /// <summary>The limits for files that a person writes and names.</summary>
    public static readonly ReadingLimits Default = new();

    /// <summary>The limits for files that another file names, or that lie in a folder beside it.</summary>
    public static readonly ReadingLimits Beside = new(Streams: false);
}
