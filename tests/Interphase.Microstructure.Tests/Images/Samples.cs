using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

/// <summary>Small images to write and read.</summary>
internal static class Samples
{
    public static GreyImage Grey(int bits, int x = 4, int y = 11, int z = 19, int seed = 1, int runs = 5)
    {
        var random = new Random(seed);
        var shape = new GridShape(x, y, z);
        ushort value = 0;
        ushort[] values = new ushort[shape.Count];
        for (int i = 0; i < values.Length; i++)
        {
            if (random.Next(runs) == 0) value = (ushort)random.Next(bits == 8 ? 256 : 65536);
            values[i] = value;
        }
        return bits == 8 ? new GreyImage(shape, [.. values.Select(one => (byte)one)], VoxelSpacing.Unknown) : new GreyImage(shape, values, VoxelSpacing.Unknown);
    }

    public static ushort[] Values(GreyImage image)
    {
        ushort[] values = new ushort[image.Shape.Count];
        for (long i = 0; i < values.Length; i++) values[i] = image[i];
        return values;
    }

    public static void ShouldBeSame(GreyImage? image, GreyImage expected)
    {
        image.ShouldNotBeNull();
        image.Shape.ShouldBe(expected.Shape);
        image.Bits.ShouldBe(expected.Bits);
        Values(image).AsSpan().SequenceEqual(Values(expected)).ShouldBeTrue();
    }

    public static GreyImage Read(byte[] bytes)
    {
        ImageReading reading = ImageReader.Read(bytes, "image");
        reading.Problems.ShouldBeEmpty();
        return reading.Image!;
    }

    /// <summary>The one problem of bytes that are no image.</summary>
    public static string Problem(byte[] bytes, ImageLimits? limits = null)
    {
        ImageReading reading = ImageReader.Read(bytes, "image", limits);
        reading.Image.ShouldBeNull();
        return reading.Problems.ShouldHaveSingleItem().ToString();
    }
}
