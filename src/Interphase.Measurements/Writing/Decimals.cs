using System.Buffers.Text;
using System.Globalization;

namespace Interphase.Measurements;

/// <summary>Numbers as they stand in files: ten significant digits without trailing zeros, so that a voltage is told to 1e-9 V and a file takes half of what exact numbers would.</summary>
internal static class Decimals
{
    /// <summary>The longest number in bytes.</summary>
    public const int Longest = 24;

    private const int Digits = 10;
    private const double TenDigits = 1e10;
    private const int LeastPower = -13, MostPower = 22;

    // Powers up to 1e22 are exact in a double, so scaling is wrong by half a unit in the sixteenth digit at most: six digits below what is kept.
    private static readonly double[] Powers = PowersOfTen();

    /// <summary>Writes a number and returns how many bytes it took; what is not finite takes none.</summary>
    public static int Write(double value, Span<byte> to)
    {
        if (value == 0) return One(to, (byte)'0');
        double size = Math.Abs(value);
        if (!(size >= 1e-12 && size < 1e14)) return double.IsFinite(value) && value.TryFormat(to, out int length, "G10", CultureInfo.InvariantCulture) ? length : 0;
        int at = 0;
        if (value < 0) to[at++] = (byte)'-';
        if (size < TenDigits && size == Math.Floor(size) && Utf8Formatter.TryFormat((ulong)size, to[at..], out int whole)) return at + whole;

        // The power of ten from the power of two is right or one too small.
        int power = (int)Math.Floor(Math.ILogB(size) * 0.30102999566398120);
        if (size >= Powers[power + 1 - LeastPower]) power++;
        int shift = Digits - 1 - power;
        double scaled = shift >= 0 ? size * Powers[shift - LeastPower] : size / Powers[-shift - LeastPower];
        ulong digits = (ulong)Math.Round(scaled);
        if (digits >= (ulong)TenDigits) (digits, power) = (digits / 10, power + 1);
        Span<byte> figures = stackalloc byte[Digits + 1];
        int count = Figures(digits, figures);
        return at + Place(figures[..count], power, to[at..]);
    }

    private static int Figures(ulong digits, Span<byte> figures)
    {
        Utf8Formatter.TryFormat(digits, figures, out int count);
        while (figures[count - 1] == '0') count--;
        return count;
    }

    private static int Place(ReadOnlySpan<byte> figures, int power, Span<byte> to)
    {
        if (power >= figures.Length - 1)
        {
            figures.CopyTo(to);
            to[figures.Length..(power + 1)].Fill((byte)'0');
            return power + 1;
        }
        if (power >= 0)
        {
            figures[..(power + 1)].CopyTo(to);
            to[power + 1] = (byte)'.';
            figures[(power + 1)..].CopyTo(to[(power + 2)..]);
            return figures.Length + 1;
        }
        if (power >= -5)
        {
            int start = 1 - power;
            to[..start].Fill((byte)'0');
            to[1] = (byte)'.';
            figures.CopyTo(to[start..]);
            return start + figures.Length;
        }
        int at = One(to, figures[0]);
        if (figures.Length > 1)
        {
            to[at++] = (byte)'.';
            figures[1..].CopyTo(to[at..]);
            at += figures.Length - 1;
        }
        to[at++] = (byte)'E';
        to[at++] = (byte)'-';
        Utf8Formatter.TryFormat(-power, to[at..], out int length);
        return at + length;
    }

    private static int One(Span<byte> to, byte value)
    {
        to[0] = value;
        return 1;
    }

    private static double[] PowersOfTen()
    {
        double[] powers = new double[MostPower - LeastPower + 1];
        for (int i = 0; i < powers.Length; i++) powers[i] = double.Parse(string.Create(CultureInfo.InvariantCulture, $"1e{LeastPower + i}"), CultureInfo.InvariantCulture);
        return powers;
    }
}
