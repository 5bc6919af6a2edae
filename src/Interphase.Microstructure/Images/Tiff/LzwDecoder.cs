namespace Interphase.Microstructure;

/// <summary>
/// The LZW of TIFF (Welch's method with codes of 9 to 12 bits): high bits first and one code early, as the specification of TIFF 6 has it,
/// or low bits first and not early, as files from before it have it.
/// </summary>
internal sealed class LzwDecoder
{
    private const int Clear = 256, End = 257, FirstFree = 258, Widest = 12, Most = 1 << Widest;

    // The string of a code is a stretch of what was unpacked already, for each is an earlier one and the byte that followed it.
    private readonly int[] starts = new int[Most], lengths = new int[Most];

    public void Decode(ReadOnlySpan<byte> input, Span<byte> target, string page, long offset)
    {
        bool isOld = input.Length >= 2 && input[0] == 0 && (input[1] & 1) != 0;
        int early = isOld ? 0 : 1;
        int filled = 0, free = FirstFree, width = 9, before = -1, beforeStart = 0, beforeLength = 0;
        long bits = 0;
        while (filled < target.Length)
        {
            if (bits + width > 8L * input.Length) throw ImageFault.Damaged(ByteSource.At(page, offset + input.Length), $"the end of LZW data after {filled} bytes", $"{target.Length}");
            int code = isOld ? Low(input, bits, width) : High(input, bits, width);
            bits += width;
            if (code == Clear)
            {
                (free, width, before) = (FirstFree, 9, -1);
                continue;
            }
            if (code == End) throw ImageFault.Damaged(Here(), $"the end of LZW data after {filled} bytes", $"{target.Length}");
            if (before >= 0 && free < Most)
            {
                (starts[free], lengths[free]) = (beforeStart, beforeLength + 1);
                free++;
            }
            int start = filled, length = 1;
            if (code < Clear) target[filled] = (byte)code;
            else
            {
                if (before < 0 || code >= free) throw ImageFault.Damaged(Here(), $"LZW code {code}", before < 0 ? "a byte after the table was cleared" : $"a code below {free}");
                length = Math.Min(lengths[code], target.Length - filled);
                int from = starts[code];
                if (from + length <= filled) target.Slice(from, length).CopyTo(target[filled..]);
                else for (int i = 0; i < length; i++) target[filled + i] = target[from + i];
            }
            filled += length;
            (before, beforeStart, beforeLength) = (code, start, length);
            if (width < Widest && free + early >= 1 << width) width++;
        }

        string Here() => ByteSource.At(page, offset + (bits - width) / 8);
    }

    private static int High(ReadOnlySpan<byte> input, long bits, int width)
    {
        int at = (int)(bits >> 3);
        int three = (input[at] << 16) | (input[at + 1] << 8) | (at + 2 < input.Length ? input[at + 2] : 0);
        return (three >> (24 - width - (int)(bits & 7))) & ((1 << width) - 1);
    }

    private static int Low(ReadOnlySpan<byte> input, long bits, int width)
    {
        int at = (int)(bits >> 3);
        int three = input[at] | (input[at + 1] << 8) | ((at + 2 < input.Length ? input[at + 2] : 0) << 16);
        return (three >> (int)(bits & 7)) & ((1 << width) - 1);
    }
}
