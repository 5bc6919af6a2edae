using System.Globalization;
using System.Text;

namespace Interphase.Measurements;

/// <summary>Fields of a line of comma-separated values. Each function begins at a field and leaves <c>at</c> at the comma behind it or at the end of the line.</summary>
internal static class Fields
{
    private static readonly double[] Powers = [.. Enumerable.Range(0, 23).Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    /// <summary>A number; NaN for an empty field. False when it is none.</summary>
    public static bool Number(ReadOnlySpan<byte> line, ref int at, out double value)
    {
        // Up to 2^53 times or over a power of ten up to 1e22 is exact when computed in doubles; all else goes the long way.
        int i = at, digits = 0, scale = 0;
        bool isNegative = i < line.Length && line[i] == '-';
        if (isNegative) i++;
        ulong mantissa = 0;
        int first = i;
        while (i < line.Length && (uint)(line[i] - '0') <= 9 && digits < 19)
        {
            mantissa = (10 * mantissa) + (uint)(line[i++] - '0');
            if (mantissa > 0) digits++;
        }
        if (i > first && i < line.Length && line[i] == '.')
        {
            int point = ++i;
            while (i < line.Length && (uint)(line[i] - '0') <= 9 && digits < 19)
            {
                mantissa = (10 * mantissa) + (uint)(line[i++] - '0');
                if (mantissa > 0) digits++;
            }
            scale = point - i;
        }
        if (i > first && i < line.Length && (line[i] | 0x20) == 'e') Exponent(line, ref i, ref scale);
        if (i > first && (i == line.Length || line[i] == ',') && mantissa <= 1UL << 53 && scale is >= -22 and <= 22)
        {
            double size = scale < 0 ? mantissa / Powers[-scale] : mantissa * Powers[scale];
            value = isNegative ? -size : size;
            at = i;
            return true;
        }
        return LongNumber(Bytes(line, ref at), out value);
    }

    /// <summary>The bytes of a field, without quotes.</summary>
    public static ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> line, ref int at)
    {
        ReadOnlySpan<byte> rest = line[at..];
        if (rest.Length > 0 && rest[0] == '"') return Quoted(line, ref at);
        int length = rest.IndexOf((byte)',');
        if (length < 0) length = rest.Length;
        at += length;
        return rest[..length];
    }

    /// <summary>All fields of a line.</summary>
    public static List<string> Split(ReadOnlySpan<byte> line)
    {
        List<string> fields = [];
        for (int at = 0; ; at++)
        {
            fields.Add(Encoding.UTF8.GetString(Bytes(line, ref at)));
            if (at >= line.Length) return fields;
        }
    }

    // Digits that follow an e; leaves all as it was when there are none.
    private static void Exponent(ReadOnlySpan<byte> line, ref int at, ref int scale)
    {
        int i = at + 1, exponent = 0;
        bool isNegative = i < line.Length && line[i] == '-';
        if (i < line.Length && line[i] is (byte)'-' or (byte)'+') i++;
        int first = i;
        while (i < line.Length && (uint)(line[i] - '0') <= 9 && i - first < 4) exponent = (10 * exponent) + (line[i++] - '0');
        if (i == first) return;
        scale += isNegative ? -exponent : exponent;
        at = i;
    }

    private static bool LongNumber(ReadOnlySpan<byte> field, out double value)
    {
        field = field.Trim(" \t"u8);
        value = double.NaN;
        if (field.Length == 0 || (field.Length == 3 && (field[0] | 0x20) == 'n' && (field[1] | 0x20) == 'a' && (field[2] | 0x20) == 'n')) return true;
        return double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    private static ReadOnlySpan<byte> Quoted(ReadOnlySpan<byte> line, ref int at)
    {
        var field = new List<byte>();
        int i = at + 1;
        for (; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                if (i + 1 < line.Length && line[i + 1] == '"') i++;
                else break;
            }
            field.Add(line[i]);
        }
        i = Math.Min(i + 1, line.Length);
        // What stands between the closing quote and the comma belongs to the field, as spreadsheets read it.
        while (i < line.Length && line[i] != ',') field.Add(line[i++]);
        at = i;
        return field.ToArray();
    }
}
