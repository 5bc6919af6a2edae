using System.Globalization;

namespace Interphase.Charts;

/// <summary>An opaque colour, sRGB, eight bits a channel.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Reads <c>#rrggbb</c>.</summary>
    /// <param name="hex">Seven characters, the first a number sign.</param>
    /// <exception cref="FormatException">The text is not of that shape.</exception>
    public static Colour FromHex(string hex)
    {
        if (hex.Length != 7 || hex[0] != '#'
            || !int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            throw new FormatException($"A colour reads #rrggbb, not '{hex}'.");
        return new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>The colour as <c>#rrggbb</c>, in small letters.</summary>
    public string ToHex() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    /// <summary>The colour at a fraction of the straight way, in sRGB, to another one.</summary>
    /// <param name="other">The colour at fraction 1.</param>
    /// <param name="fraction">Clamped to 0 to 1; not a number counts as 0.</param>
    public Colour Towards(Colour other, double fraction)
    {
        var part = double.IsNaN(fraction) ? 0 : Math.Clamp(fraction, 0, 1);
        return new(Blend(Red, other.Red, part), Blend(Green, other.Green, part), Blend(Blue, other.Blue, part));
    }

    private static byte Blend(byte from, byte to, double part) => (byte)Math.Round(from + ((to - from) * part));
}
