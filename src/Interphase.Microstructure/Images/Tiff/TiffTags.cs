namespace Interphase.Microstructure;

/// <summary>Tags of a TIFF directory that matter here.</summary>
internal static class TiffTags
{
    public const ushort SubfileType = 254, Width = 256, Height = 257, Bits = 258, Compression = 259, Photometric = 262, FillOrder = 266, Description = 270, StripOffsets = 273,
        Samples = 277, RowsPerStrip = 278, StripCounts = 279, ColumnResolution = 282, RowResolution = 283, ResolutionUnit = 296, Predictor = 317, TileWidth = 322, TileHeight = 323,
        TileOffsets = 324, TileCounts = 325, SampleFormat = 339;

    /// <summary>A tag as its specification calls it.</summary>
    public static string Name(ushort tag) => tag switch
    {
        SubfileType => "NewSubfileType",
        Width => "ImageWidth",
        Height => "ImageLength",
        Bits => "BitsPerSample",
        Compression => "Compression",
        Photometric => "PhotometricInterpretation",
        FillOrder => "FillOrder",
        Description => "ImageDescription",
        StripOffsets => "StripOffsets",
        Samples => "SamplesPerPixel",
        RowsPerStrip => "RowsPerStrip",
        StripCounts => "StripByteCounts",
        ColumnResolution => "XResolution",
        RowResolution => "YResolution",
        ResolutionUnit => "ResolutionUnit",
        Predictor => "Predictor",
        TileWidth => "TileWidth",
        TileHeight => "TileLength",
        TileOffsets => "TileOffsets",
        TileCounts => "TileByteCounts",
        SampleFormat => "SampleFormat",
        _ => $"tag {tag}",
    };
}
