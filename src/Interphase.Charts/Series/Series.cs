namespace Interphase.Charts;

/// <summary>Something drawn between axes. A series reports what room it needs and draws itself; a new kind is one new record.</summary>
/// <param name="Name">What the legend calls it; empty for no entry. Markup as in <see cref="Axis"/>.</param>
public abstract record Series(string Name)
{
    /// <summary>The vertical axis that it is read against.</summary>
    public VerticalAxis Axis { get; init; }

    /// <summary>Its place in the palette; null, the default, for the next free one. Two series that belong together share a place.</summary>
    public int? PaletteIndex { get; init; }

    /// <summary>A colour of its own, the same on light and dark pages; null, the default, for the palette's.</summary>
    public Colour? Colour { get; init; }

    /// <summary>How many places of the palette it takes.</summary>
    public virtual int StyleCount => 1;

    /// <summary>Names for the places 0, 1, 2, … along the horizontal axis; empty where the axis carries numbers.</summary>
    public virtual IReadOnlyList<string> Categories => [];

    /// <summary>True where a unit must be as long upwards as it is to the right.</summary>
    public virtual bool NeedsEqualAspect => false;

    /// <summary>The scale of its colours, for which a colour bar is drawn; null for none.</summary>
    public virtual ColourScale? ColourScale => null;

    /// <summary>Reports the coordinates that the axes must reach.</summary>
    /// <param name="x">The horizontal axis.</param>
    /// <param name="y">The vertical axis of the series.</param>
    public abstract void Measure(Extent x, Extent y);

    /// <summary>Draws itself.</summary>
    /// <param name="canvas">The surface.</param>
    public abstract void Draw(Canvas canvas);

    /// <summary>Writes its labels, once all series are drawn.</summary>
    /// <param name="canvas">The surface.</param>
    public virtual void DrawLabels(Canvas canvas)
    {
    }

    /// <summary>Its rows of the legend.</summary>
    /// <param name="style">The style of each part.</param>
    public abstract IReadOnlyList<LegendEntry> Legend(Func<int, SeriesStyle> style);

    internal SeriesStyle Style(Theme theme, int first, int part)
    {
        var style = theme.Style((PaletteIndex ?? first) + part);
        return Colour is { } own && part == 0 ? style with { Ink = Ink.Fixed(own) } : style;
    }

    /// <summary>Passes values on if there are as many as of others.</summary>
    /// <param name="values">The values.</param>
    /// <param name="others">What they belong to.</param>
    /// <param name="what">What they are, for the message.</param>
    /// <exception cref="ArgumentException">The counts differ.</exception>
    protected static IReadOnlyList<double> Matching(IReadOnlyList<double> values, IReadOnlyList<double> others, string what) =>
        values.Count == others.Count ? values : throw new ArgumentException($"{what}: {values.Count} values for {others.Count} places.");
}
