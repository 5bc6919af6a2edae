using System.Buffers.Binary;
using System.IO.Compression;

namespace Interphase.Charts;

/// <summary>A picture of eight bits a channel, written as PNG (doi:10.17487/RFC2083). Rows run from the top down.</summary>
public sealed class PngImage
{
    private const int LargestSide = 32_768;
    private readonly byte[] _pixels;
    private readonly byte[] _palette;
    private readonly PngColour _colour;

    private PngImage(int width, int height, PngColour colour, ReadOnlySpan<byte> pixels, IReadOnlyList<Colour> palette)
    {
        if (width is < 1 or > LargestSide || height is < 1 or > LargestSide)
            throw new ArgumentOutOfRangeException(nameof(width), $"A picture is 1 to {LargestSide} pixels wide and high, not {width} by {height}.");
        if (pixels.Length != (long)width * height * Channels(colour))
            throw new ArgumentException($"{width} by {height} pixels take {(long)width * height * Channels(colour)} bytes, not {pixels.Length}.", nameof(pixels));
        (Width, Height, _colour, _pixels) = (width, height, colour, pixels.ToArray());
        _palette = [.. palette.SelectMany(entry => (byte[])[entry.Red, entry.Green, entry.Blue])];
    }

    /// <summary>px.</summary>
    public int Width { get; }

    /// <summary>px.</summary>
    public int Height { get; }

    /// <summary>A picture of grey levels, one byte a pixel.</summary>
    /// <param name="width">px, 1 to 32 768.</param>
    /// <param name="height">px, 1 to 32 768.</param>
    /// <param name="pixels">0 for black to 255 for white.</param>
    public static PngImage Greyscale(int width, int height, ReadOnlySpan<byte> pixels) => new(width, height, PngColour.Greyscale, pixels, []);

    /// <summary>A picture in colour, three bytes a pixel.</summary>
    /// <param name="width">px, 1 to 32 768.</param>
    /// <param name="height">px, 1 to 32 768.</param>
    /// <param name="pixels">Red, green, blue.</param>
    public static PngImage Rgb(int width, int height, ReadOnlySpan<byte> pixels) => new(width, height, PngColour.Rgb, pixels, []);

    /// <summary>A picture in colour with opacity, four bytes a pixel.</summary>
    /// <param name="width">px, 1 to 32 768.</param>
    /// <param name="height">px, 1 to 32 768.</param>
    /// <param name="pixels">Red, green, blue, opacity.</param>
    public static PngImage Rgba(int width, int height, ReadOnlySpan<byte> pixels) => new(width, height, PngColour.Rgba, pixels, []);

    /// <summary>A picture of numbered colours, one byte a pixel.</summary>
    /// <param name="width">px, 1 to 32 768.</param>
    /// <param name="height">px, 1 to 32 768.</param>
    /// <param name="pixels">Places in the palette.</param>
    /// <param name="palette">1 to 256 colours.</param>
    /// <exception cref="ArgumentException">The palette is empty or too long, or a pixel points beyond it.</exception>
    public static PngImage Indexed(int width, int height, ReadOnlySpan<byte> pixels, IReadOnlyList<Colour> palette)
    {
        if (palette.Count is < 1 or > 256)
            throw new ArgumentException($"A palette holds 1 to 256 colours, not {palette.Count}.", nameof(palette));
        foreach (var pixel in pixels)
        {
            if (pixel >= palette.Count)
                throw new ArgumentException($"Pixel value {pixel} lies beyond a palette of {palette.Count} colours.", nameof(pixels));
        }

        return new(width, height, PngColour.Indexed, pixels, palette);
    }

    /// <summary>The picture as the bytes of a PNG file.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        Write(stream);
        return stream.ToArray();
    }

    /// <summary>Writes the picture as a PNG file.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public void Write(Stream stream)
    {
        stream.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8;
        header[9] = (byte)_colour;
        WriteChunk(stream, "IHDR"u8, header);
        if (_colour == PngColour.Indexed)
            WriteChunk(stream, "PLTE"u8, _palette);
        WriteChunk(stream, "IDAT"u8, Compressed());
        WriteChunk(stream, "IEND"u8, []);
    }

    private static int Channels(PngColour colour) => colour switch { PngColour.Rgb => 3, PngColour.Rgba => 4, _ => 1 };

    private static void WriteChunk(Stream stream, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        stream.Write(number);
        stream.Write(kind);
        stream.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(kind, content));
        stream.Write(number);
    }

    private byte[] Compressed()
    {
        var channels = Channels(_colour);
        var stride = Width * channels;
        using var target = new MemoryStream();
        using (var deflate = new ZLibStream(target, CompressionLevel.Optimal, true))
        {
            var filtered = new byte[stride];
            for (var row = 0; row < Height; row++)
            {
                var current = _pixels.AsSpan(row * stride, stride);
                var above = row == 0 ? [] : _pixels.AsSpan((row - 1) * stride, stride);

                // Labels repeat downwards as numbers but not as differences of numbers; true colours change slowly and gain from the filter.
                var filter = _colour == PngColour.Indexed ? PngFilter.None : PngFilter.Choose(current, above, channels);
                PngFilter.Apply(filter, current, above, channels, filtered);
                deflate.WriteByte(filter);
                deflate.Write(filtered);
            }
        }

        return target.ToArray();
    }
}
