namespace Interphase.Charts;

/// <summary>Draws the panels of a figure so that the plots of a column begin and end together.</summary>
internal static class FigurePainter
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    public static IReadOnlyList<PaintedChart> Paint(SvgWriter writer, Figure figure, Theme theme, ChartSize size)
    {
        var heading = TextMeasure.Wrap(figure.Title, size.Width - (2 * Typography.Margin), Typography.Heading + 2, true);
        for (var line = 0; line < heading.Count; line++)
        {
            writer.Text(
                new(Typography.Margin, Typography.Margin + (line * 22) + (0.85 * (Typography.Heading + 2))), RichText.Parse(heading[line]), TextAnchor.Start,
                Typography.Heading + 2, theme.Ink(colours => colours.Foreground), true);
        }

        var top = heading.Count == 0 ? 0 : Typography.Margin + (heading.Count * 22);
        var columns = Math.Max(1, Math.Min(figure.Columns, figure.Panels.Count));
        var rows = Math.Max(1, (int)Math.Ceiling(figure.Panels.Count / (double)columns));
        var (width, height) = (size.Width / columns, (size.Height - top) / rows);
        PixelBox Area(int index)
        {
            var (left, upper) = (width * (index % columns), top + (height * (index / columns)));
            return new(left, upper, left + width, upper + height);
        }

        var panels = figure.Panels.Select((panel, index) => figure.ShowsLetters ? panel with { Title = Lettered(panel.Title, index) } : panel).ToList();

        // What is drawn here is thrown away; only the margins are kept.
        var scratch = new SvgWriter(new StyleSheet());
        var margins = panels.Select((panel, index) => ChartPainter.Paint(scratch, panel, theme, Area(index), Insets.None).Insets).ToList();
        return [.. panels.Select((panel, index) => ChartPainter.Paint(writer, panel, theme, Area(index), Common(margins, index, columns)))];
    }

    // A column shares its sides, a row its top and bottom.
    private static Insets Common(List<Insets> margins, int index, int columns)
    {
        var sides = margins.Where((_, other) => other % columns == index % columns).Aggregate((first, second) => first.AtLeast(second));
        var ends = margins.Where((_, other) => other / columns == index / columns).Aggregate((first, second) => first.AtLeast(second));
        return new(sides.Left, ends.Top, sides.Right, ends.Bottom);
    }

    private static string Lettered(string title, int index)
    {
        var letter = index < Letters.Length ? Letters[index].ToString() : $"{Letters[(index / Letters.Length) - 1]}{Letters[index % Letters.Length]}";
        return title.Length == 0 ? letter : $"{letter}\u2002{title}";
    }
}
