namespace Interphase.Charts;

/// <summary>A chart: axes, what is drawn between them, and what is said about it. It is data; <see cref="SvgRenderer"/> draws it.</summary>
/// <param name="Title">The heading; may be empty. Markup as in <see cref="Axis"/>.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The left vertical axis.</param>
/// <param name="Series">What is drawn, from the ground up.</param>
public sealed record Chart(string Title, Axis X, Axis Y, IReadOnlyList<Series> Series)
{
    /// <summary>The right vertical axis, for series with <see cref="VerticalAxis.Right"/>; null, the default, for none.</summary>
    public Axis? SecondY { get; init; }

    /// <summary>Reference lines, shaded ranges and notes.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>Where the legend stands.</summary>
    public LegendPlacement Legend { get; init; }

    /// <summary>True to make a unit as long upwards as it is to the right; linear axes only. Impedance asks for it by itself.</summary>
    public bool EqualAspect { get; init; }

    /// <summary>False to leave out the grid lines.</summary>
    public bool ShowsGrid { get; init; } = true;

    /// <summary>What a reader who cannot see the picture should know; when empty, a sentence on the axes and series is made up.</summary>
    public string Description { get; init; } = "";

    // Named places stand at 0, 1, 2, …, whatever else was asked of the axis.
    internal Axis Across => Categories.Count > 0 ? X with { Scale = AxisScale.Linear } : X;

    internal bool HasEqualAspect => (EqualAspect || Series.Any(series => series.NeedsEqualAspect))
        && SecondY is null && Across.Scale == AxisScale.Linear && Y.Scale == AxisScale.Linear;

    internal IReadOnlyList<string> Categories => Series.Select(series => series.Categories).FirstOrDefault(names => names.Count > 0) ?? [];

    internal ColourScale? ColourScale => Series.Select(series => series.ColourScale).FirstOrDefault(scale => scale is not null);

    internal bool IsOnRight(Series series) => series.Axis == VerticalAxis.Right && SecondY is not null;

    internal string Describe()
    {
        if (Description.Length > 0)
            return Description;
        var names = Series.SelectMany(series => series.Legend(_ => default)).Select(entry => RichText.Parse(entry.Name).Plain).Where(name => name.Length > 0).ToList();
        var across = RichText.Parse(X.FullTitle).Plain;
        var upwards = string.Join(" and ", new[] { Y, SecondY }.Select(axis => RichText.Parse(axis?.FullTitle ?? "").Plain).Where(title => title.Length > 0));
        return $"{(upwards.Length > 0 ? upwards : "Values")} against {(across.Length > 0 ? across : "place")}{(names.Count > 0 ? ": " + string.Join(", ", names) : "")}.";
    }
}
