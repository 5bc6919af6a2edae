using System.Globalization;

namespace Interphase.Charts;

/// <summary>An impedance in the complex plane: Re Z to the right, −Im Z upwards, a unit as long either way, and each decade of frequency named where it is passed.</summary>
/// <param name="Name">What the legend calls it; empty for no entry.</param>
/// <param name="Real">Re Z.</param>
/// <param name="Imaginary">Im Z (negative for a capacitive loop), as many.</param>
public sealed record NyquistSeries(string Name, IReadOnlyList<double> Real, IReadOnlyList<double> Imaginary) : Series(Name)
{
    private static readonly string[] Prefixes = ["n", "µ", "m", "", "k", "M", "G"];

    /// <summary>Im Z, as many as Re Z.</summary>
    public IReadOnlyList<double> Imaginary { get; } = Matching(Imaginary, Real, nameof(Imaginary));

    /// <summary>Hz, as many as Re Z, rising or falling; null, the default, for no labels.</summary>
    public IReadOnlyList<double>? Frequency { get; init; }

    /// <summary>True, the default, to draw the points as well as the line.</summary>
    public bool ShowsPoints { get; init; } = true;

    /// <inheritdoc/>
    public override bool NeedsEqualAspect => true;

    /// <inheritdoc/>
    public override void Measure(Extent x, Extent y)
    {
        for (var index = 0; index < Real.Count; index++)
        {
            x.Include(Real[index]);
            y.Include(-Imaginary[index]);
        }

        // The origin belongs to the picture: intercepts are read against it.
        x.Include(0);
        y.Include(0);
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var style = canvas.Style();
        canvas.Curve(Points(canvas), new(style.Ink, 1.3));
        if (ShowsPoints)
            canvas.Marks(Points(canvas), style.Marker, style.Ink, 2.6);
    }

    /// <inheritdoc/>
    public override void DrawLabels(Canvas canvas)
    {
        if (Frequency is null)
            return;
        var named = new List<PixelPoint>();
        foreach (var (index, power) in Decades(Frequency))
        {
            // Near an intercept the decades crowd on one spot, where only the first can be told.
            var at = canvas.At(Real[index], -Imaginary[index]);
            if (named.Exists(other => Math.Abs(other.X - at.X) + Math.Abs(other.Y - at.Y) < 14) || !canvas.LabelBeside(at, Label(power), mayCoverData: false))
                continue;
            named.Add(at);
            canvas.Mark(at, Marker.Ring, canvas.Foreground, 4.2);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LegendEntry> Legend(Func<int, SeriesStyle> style) =>
        [new(Name) { Line = new(style(0).Ink, 1.3), Marker = ShowsPoints ? style(0).Marker : null, MarkerInk = style(0).Ink }];

    private IReadOnlyList<PixelPoint> Points(Canvas canvas) => canvas.At(Real, [.. Imaginary.Select(value => -value)]);

    // Of the measured points, the one nearest to each power of ten, if it is within a fifth of a decade.
    private static IEnumerable<(int Index, int Power)> Decades(IReadOnlyList<double> frequency) =>
        from index in Enumerable.Range(0, frequency.Count)
        where Extent.IsDrawable(AxisScale.Logarithmic, frequency[index])
        let place = Math.Log10(frequency[index])
        let power = (int)Math.Round(place)
        where Math.Abs(place - power) < 0.2
        group (index, Math.Abs(place - power)) by power into decade
        orderby decade.Key descending
        select (decade.MinBy(candidate => candidate.Item2).index, decade.Key);

    private static string Label(int power)
    {
        var group = (int)Math.Floor(power / 3.0);
        if (group is < -3 or > 3)
            return $"10^{{{power.ToString(CultureInfo.InvariantCulture).Replace('-', '−')}}} Hz";
        return $"{Math.Pow(10, power - (3 * group)).ToString("0", CultureInfo.InvariantCulture)} {Prefixes[group + 3]}Hz";
    }
}
