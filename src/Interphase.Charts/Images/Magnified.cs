namespace Interphase.Charts;

/// <summary>Makes a square of pixels of every voxel.</summary>
internal static class Magnified
{
    public static T[] Copy<T>(int width, int height, ReadOnlySpan<T> source, int scaling)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scaling, 1);
        if (width < 1 || height < 1 || source.Length != (long)width * height)
            throw new ArgumentException($"A slice of {width} by {height} holds {(long)width * height} voxels, not {source.Length}.");
        var wide = checked(width * scaling);
        var pixels = new T[checked(wide * height * scaling)];
        for (var index = 0; index < pixels.Length; index++)
            pixels[index] = source[(index / wide / scaling * width) + (index % wide / scaling)];
        return pixels;
    }
}
