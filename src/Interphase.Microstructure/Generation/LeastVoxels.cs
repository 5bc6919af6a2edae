namespace Interphase.Microstructure;

/// <summary>Gives a label to exactly as many voxels as are wanted: those with the least value; among equals, those that come first.</summary>
internal static class LeastVoxels
{
    /// <summary>Labels the voxels of one label that have the least values.</summary>
    /// <param name="values">Of every voxel, no NaN.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="from">Only voxels of this label are taken.</param>
    /// <param name="to">What they become.</param>
    /// <param name="wanted">How many, at most as many as there are.</param>
    /// <returns>The greatest value that was taken; the least of all where none was.</returns>
    public static float Mark(ReadOnlySpan<float> values, Span<byte> labels, byte from, byte to, long wanted)
    {
        // Two passes over the halves of keys that are ordered as the values are.
        long[] counts = new long[1 << 16];
        for (int i = 0; i < values.Length; i++)
            if (labels[i] == from) counts[Key(values[i]) >> 16]++;
        (uint high, long below) = Find(counts, wanted);
        Array.Clear(counts);
        for (int i = 0; i < values.Length; i++)
            if (labels[i] == from && Key(values[i]) >> 16 == high) counts[Key(values[i]) & 0xFFFF]++;
        (uint low, long less) = Find(counts, wanted - below);
        uint last = (high << 16) | low;
        long equals = wanted - below - less;
        for (int i = 0; i < values.Length; i++)
        {
            if (labels[i] != from) continue;
            uint key = Key(values[i]);
            if (key < last || (key == last && equals-- > 0)) labels[i] = to;
        }
        return Value(last);
    }

    // The bin in which the wanted one lies, and how many lie in those before.
    private static (uint Bin, long Below) Find(long[] counts, long wanted)
    {
        long below = 0;
        uint bin = 0;
        while (bin + 1 < counts.Length && below + counts[bin] < Math.Max(1, wanted)) below += counts[bin++];
        return (bin, below);
    }

    private static uint Key(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return (bits & 0x80000000) != 0 ? ~bits : bits | 0x80000000;
    }

    private static float Value(uint key) => BitConverter.UInt32BitsToSingle((key & 0x80000000) != 0 ? key & 0x7FFFFFFF : ~key);
}
