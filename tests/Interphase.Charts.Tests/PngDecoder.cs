using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Interphase.Charts.Tests;

/// <summary>Reads PNG files of eight bits a channel, with a checksum worked out bit by bit rather than from a table.</summary>
internal static class PngDecoder
{
    public static (int Width, int Height, byte[] Palette, byte[] Pixels) Decode(ReadOnlySpan<byte> file)
    {
        file[..8].ToArray().ShouldBe([137, 80, 78, 71, 13, 10, 26, 10]);
        int width = 0, height = 0, channels = 0;
        byte[] palette = [];
        using var compressed = new MemoryStream();
        for (var rest = file[8..]; rest.Length > 0;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            var kind = Encoding.ASCII.GetString(rest.Slice(4, 4));
            var content = rest.Slice(8, length);
            BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + length)..]).ShouldBe(Checksum(rest.Slice(4, 4 + length)));
            rest = rest[(12 + length)..];
            switch (kind)
            {
                case "IHDR":
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]));
                    content[8].ShouldBe((byte)8);
                    channels = content[9] switch { 2 => 3, 6 => 4, _ => 1 };
                    break;
                case "PLTE":
                    palette = content.ToArray();
                    break;
                case "IDAT":
                    compressed.Write(content);
                    break;
                default:
                    kind.ShouldBe("IEND");
                    break;
            }
        }

        compressed.Position = 0;
        using var inflate = new ZLibStream(compressed, CompressionMode.Decompress);
        using var raw = new MemoryStream();
        inflate.CopyTo(raw);
        return (width, height, palette, Unfilter(raw.ToArray(), width * channels, height, channels));
    }

    private static byte[] Unfilter(byte[] raw, int stride, int height, int channels)
    {
        raw.Length.ShouldBe((stride + 1) * height);
        var pixels = new byte[stride * height];
        for (var row = 0; row < height; row++)
        {
            var filter = raw[row * (stride + 1)];
            for (var index = 0; index < stride; index++)
            {
                var left = index >= channels ? pixels[(row * stride) + index - channels] : 0;
                var above = row > 0 ? pixels[((row - 1) * stride) + index] : 0;
                var prediction = filter switch { 0 => 0, 1 => left, 2 => above, _ => throw new InvalidDataException($"Filter {filter}.") };
                pixels[(row * stride) + index] = (byte)(raw[(row * (stride + 1)) + 1 + index] + prediction);
            }
        }

        return pixels;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var state = uint.MaxValue;
        foreach (var value in bytes)
        {
            state ^= value;
            for (var bit = 0; bit < 8; bit++)
                state = (state & 1) != 0 ? (state >> 1) ^ 0xedb88320 : state >> 1;
        }

        return ~state;
    }
}
