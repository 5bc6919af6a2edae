namespace Interphase.Charts;

/// <summary>Names along the horizontal axis: broken into lines, and slanted where even that is too wide.</summary>
internal sealed class CategoryLabels
{
    private const double Slant = Math.PI / 5;
    private const double WidestSlanted = 130;

    private CategoryLabels(IReadOnlyList<IReadOnlyList<RichText>> lines, bool isSlanted)
    {
        Lines = lines;
        IsSlanted = isSlanted;
    }

    public IReadOnlyList<IReadOnlyList<RichText>> Lines { get; }

    public bool IsSlanted { get; }

    public static double Degrees => -Slant * 180 / Math.PI;

    public double Height => IsSlanted
        ? (Widest * Math.Sin(Slant)) + Typography.LabelLine
        : Lines.Select(lines => lines.Count).DefaultIfEmpty(0).Max() * Typography.LabelLine;

    private double Widest => Lines.SelectMany(lines => lines).Select(line => line.Width(Typography.Label)).DefaultIfEmpty(0).Max();

    public static CategoryLabels For(IReadOnlyList<string> names, double length)
    {
        var slot = (length / names.Count) - 8;
        var wrapped = names.Select(name => (IReadOnlyList<RichText>)[.. TextMeasure.Wrap(name, slot, Typography.Label).Select(RichText.Parse)]).ToList();
        var upright = new CategoryLabels(wrapped, false);
        if (upright.Widest <= slot && wrapped.All(lines => lines.Count <= 3))
            return upright;
        return new([.. names.Select(name => (IReadOnlyList<RichText>)[RichText.Parse(name).Fit(WidestSlanted, Typography.Label)])], true);
    }

    /// <summary>How far the slanted first label reaches to the left of its place.</summary>
    public double Overhang => IsSlanted && Lines.Count > 0 ? Lines[0][0].Width(Typography.Label) * Math.Cos(Slant) : 0;
}
