namespace Interphase.Charts;

/// <summary>A continuous map from 0 to 1 onto colours, straight in sRGB between evenly spaced anchors.</summary>
public sealed class ColourMap
{
    private readonly Colour[] _anchors;

    private ColourMap(params string[] anchors) => _anchors = [.. anchors.Select(Colour.FromHex)];

    /// <summary>From dark violet through green to yellow, even in lightness; built on ten published colours of viridis.</summary>
    public static ColourMap Sequential { get; } = new(
        "#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725");

    /// <summary>From blue through near white to red, for values on both sides of a centre; built on the published RdBu colours of ColorBrewer.</summary>
    public static ColourMap Diverging { get; } = new(
        "#053061", "#2166ac", "#4393c3", "#92c5de", "#d1e5f0", "#f7f7f7", "#fddbc7", "#f4a582", "#d6604d", "#b2182b", "#67001f");

    /// <summary>Black to white.</summary>
    public static ColourMap Greyscale { get; } = new("#000000", "#ffffff");

    /// <summary>The colour at a fraction.</summary>
    /// <param name="fraction">Clamped to 0 to 1; not a number counts as 0.</param>
    public Colour At(double fraction)
    {
        var place = (double.IsNaN(fraction) ? 0 : Math.Clamp(fraction, 0, 1)) * (_anchors.Length - 1);
        var index = Math.Min((int)place, _anchors.Length - 2);
        return _anchors[index].Towards(_anchors[index + 1], place - index);
    }
}
