namespace Interphase.Charts;

/// <summary>The colours of a chart. The palettes follow Okabe and Ito, so that they stay apart for colour-blind readers.</summary>
public sealed record Theme
{
    /// <summary>For white paper.</summary>
    public static Theme Light { get; } = new()
    {
        Background = Colour.FromHex("#ffffff"),
        Foreground = Colour.FromHex("#1f2328"),
        Muted = Colour.FromHex("#5b6470"),
        Grid = Colour.FromHex("#e6e8eb"),
        Palette = Colours("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#5b6470", "#a08a00"),
    };

    /// <summary>For dark pages: the same hues, lighter where the ground would swallow them.</summary>
    public static Theme Dark { get; } = new()
    {
        Background = Colour.FromHex("#15181c"),
        Foreground = Colour.FromHex("#e4e7eb"),
        Muted = Colour.FromHex("#a2abb6"),
        Grid = Colour.FromHex("#2b3037"),
        Palette = Colours("#4ba3e3", "#f0783c", "#2fbf94", "#dd93bb", "#f0b73a", "#8fd0f7", "#a2abb6", "#f0e442"),
    };

    /// <summary>Light, and dark for readers whose system prefers it (CSS <c>prefers-color-scheme</c>); a viewer without CSS shows it light.</summary>
    public static Theme Auto { get; } = Light with { DarkCounterpart = Dark };

    /// <summary>The ground of the picture.</summary>
    public required Colour Background { get; init; }

    /// <summary>Text and axis lines.</summary>
    public required Colour Foreground { get; init; }

    /// <summary>Tick labels and reference lines.</summary>
    public required Colour Muted { get; init; }

    /// <summary>Grid lines.</summary>
    public required Colour Grid { get; init; }

    /// <summary>The colours of the series in order, at least one; used again from the start, with other dashes, markers and hatching, when they run out.</summary>
    public required IReadOnlyList<Colour> Palette { get; init; }

    /// <summary>The theme that takes over on dark pages; null for none.</summary>
    public Theme? DarkCounterpart { get; init; }

    internal Ink Ink(Func<Theme, Colour> choose) => new(choose(this), choose(DarkCounterpart ?? this));

    internal SeriesStyle Style(int index) => new(
        Ink(theme => theme.Palette[index % theme.Palette.Count]),
        (LineDash)((index + (index / Palette.Count)) % 4),
        (Marker)((index + (index / Palette.Count)) % 6),
        (Hatch)(index / Palette.Count % 3));

    private static Colour[] Colours(params string[] colours) => Array.ConvertAll(colours, Colour.FromHex);
}
