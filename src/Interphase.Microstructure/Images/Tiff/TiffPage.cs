namespace Interphase.Microstructure;

/// <summary>One page of a TIFF file: its size, and the segments (strips or tiles) that its rows stand in.</summary>
internal sealed record TiffPage
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Where its directory stands, byte.</summary>
    public required long At { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required bool IsWide { get; init; }

    public required TiffCompression Compression { get; init; }

    public required bool IsDifferenced { get; init; }

    public required bool IsBigEndian { get; init; }

    /// <summary>Columns of a segment; those of the page for strips.</summary>
    public required int SegmentWidth { get; init; }

    /// <summary>Rows of a segment; fewer in the last strip.</summary>
    public required int SegmentHeight { get; init; }

    public required bool IsTiled { get; init; }

    public required long[] Offsets { get; init; }

    public required long[] Counts { get; init; }

    /// <summary>What it is called in a fault.</summary>
    public string Name => $"page {Number}";

    public int BytesPerVoxel => IsWide ? 2 : 1;

    public long Bytes => (long)Width * Height * BytesPerVoxel;

    /// <summary>How many bytes one packed byte can become at most, in any packing.</summary>
    public const int LargestOfAll = 2600;

    /// <summary>How many bytes one packed byte can become at most.</summary>
    public int LargestExpansion => Compression switch { TiffCompression.None => 1, TiffCompression.PackBits => 64, TiffCompression.Lzw => LargestOfAll, _ => 1040 };
}
