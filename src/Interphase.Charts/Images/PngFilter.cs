namespace Interphase.Charts;

/// <summary>Turns rows of pixels into differences, which deflate better.</summary>
internal static class PngFilter
{
    public const byte None = 0;
    private const byte Left = 1;
    private const byte Above = 2;

    /// <summary>The filter whose differences are smallest in sum.</summary>
    public static byte Choose(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int channels)
    {
        var (best, smallest) = (None, long.MaxValue);
        for (var filter = None; filter <= Above; filter++)
        {
            long sum = 0;
            for (var index = 0; index < row.Length; index++)
                sum += Math.Abs((int)(sbyte)Filtered(filter, row, above, channels, index));
            if (sum < smallest)
                (best, smallest) = (filter, sum);
        }

        return best;
    }

    public static void Apply(byte filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int channels, Span<byte> filtered)
    {
        for (var index = 0; index < row.Length; index++)
            filtered[index] = Filtered(filter, row, above, channels, index);
    }

    private static byte Filtered(byte filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int channels, int index) => filter switch
    {
        Left when index >= channels => (byte)(row[index] - row[index - channels]),
        Above when above.Length > 0 => (byte)(row[index] - above[index]),
        _ => row[index],
    };
}
