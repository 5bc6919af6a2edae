using System.Globalization;
using System.Text;

namespace Interphase.Charts;

/// <summary>Writes the few SVG elements that a chart is made of, the same bytes for the same calls.</summary>
internal sealed class SvgWriter(StyleSheet sheet)
{
    private readonly StringBuilder _text = new();

    public StyleSheet Sheet { get; } = sheet;

    public static string Number(double value)
    {
        if (!double.IsFinite(value))
            throw new InvalidOperationException("A coordinate that is not finite reached the writer.");
        return (Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);
    }

    public void Raw(string markup) => _text.Append(markup);

    public void Line(PixelPoint from, PixelPoint to, Stroke stroke) =>
        _text.Append($"<line x1=\"{Number(from.X)}\" y1=\"{Number(from.Y)}\" x2=\"{Number(to.X)}\" y2=\"{Number(to.Y)}\"").Append(Paint(null, 1, stroke)).Append("/>\n");

    public void Path(string data, Ink? fill, double opacity, Stroke? stroke) =>
        _text.Append($"<path d=\"{data}\"").Append(Paint(fill, opacity, stroke)).Append("/>\n");

    public void Box(PixelBox box, Ink? fill, double opacity, Stroke? stroke, bool crisp = false) =>
        _text.Append($"<rect x=\"{Number(box.Left)}\" y=\"{Number(box.Top)}\" width=\"{Number(box.Width)}\" height=\"{Number(box.Height)}\"")
            .Append(Paint(fill, opacity, stroke)).Append(crisp ? " shape-rendering=\"crispEdges\"/>\n" : "/>\n");

    public void Circle(PixelPoint centre, double radius, Ink? fill, Stroke? stroke) =>
        _text.Append($"<circle cx=\"{Number(centre.X)}\" cy=\"{Number(centre.Y)}\" r=\"{Number(radius)}\"").Append(Paint(fill, 1, stroke)).Append("/>\n");

    public void Image(PixelBox box, byte[] png) =>
        _text.Append($"<image x=\"{Number(box.Left)}\" y=\"{Number(box.Top)}\" width=\"{Number(box.Width)}\" height=\"{Number(box.Height)}\"")
            .Append(" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"data:image/png;base64,").Append(Convert.ToBase64String(png)).Append("\"/>\n");

    /// <summary>Writes a line of text with its baseline at a point.</summary>
    public void Text(PixelPoint at, RichText text, TextAnchor anchor, double size, Ink ink, bool bold = false, double rotation = 0, Ink? halo = null)
    {
        _text.Append($"<text x=\"{Number(at.X)}\" y=\"{Number(at.Y)}\" font-size=\"{Number(size)}\"");
        if (anchor != TextAnchor.Start)
            _text.Append(anchor == TextAnchor.Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"");
        if (bold)
            _text.Append(" font-weight=\"600\"");
        if (rotation != 0)
            _text.Append($" transform=\"rotate({Number(rotation)} {Number(at.X)} {Number(at.Y)})\"");
        _text.Append(Paint(ink, 1, halo is { } around ? new(around, 4) : null));
        if (halo is not null)
            _text.Append(" paint-order=\"stroke\"");
        _text.Append('>');
        var shift = 0.0;
        foreach (var run in text.Runs)
        {
            var target = run.Level switch { 1 => -0.36 * size, -1 => 0.2 * size, _ => 0 };
            if (target == shift && run.Level == 0)
            {
                _text.Append(Escape(run.Text));
                continue;
            }

            _text.Append($"<tspan dy=\"{Number(target - shift)}\" font-size=\"{Number(size * run.Scale)}\">{Escape(run.Text)}</tspan>");
            shift = target;
        }

        _text.Append("</text>\n");
    }

    public void Append(SvgWriter other) => _text.Append(other._text);

    public override string ToString() => _text.ToString();

    /// <summary>Text that XML can carry: markup escaped, characters that XML forbids replaced.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\t' or '\n' or '\r' => " ",
                < 0x20 or (>= 0x7f and < 0xa0) or 0xfffe or 0xffff => "\ufffd",
                _ => rune.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static string Dashes(Stroke stroke)
    {
        var unit = Math.Max(stroke.Width, 1);
        return stroke.Dash switch
        {
            LineDash.Dashed => $"{Number(4 * unit)} {Number(2.5 * unit)}",
            LineDash.Dotted => $"{Number(1.2 * unit)} {Number(1.8 * unit)}",
            _ => $"{Number(5 * unit)} {Number(2 * unit)} {Number(1.2 * unit)} {Number(2 * unit)}",
        };
    }

    private string Paint(Ink? fill, double opacity, Stroke? stroke)
    {
        var classes = new List<string>();
        var paint = new StringBuilder();
        if (fill is { } area)
        {
            Ink("fill", area, paint, classes);
            if (opacity < 1)
                paint.Append($" fill-opacity=\"{Number(opacity)}\"");
        }
        else
        {
            paint.Append(" fill=\"none\"");
        }

        if (stroke is { } line)
        {
            Ink("stroke", line.Ink, paint, classes);
            paint.Append($" stroke-width=\"{Number(line.Width)}\"");
            if (line.Dash != LineDash.Solid)
                paint.Append($" stroke-dasharray=\"{Dashes(line)}\"");
            if (line.Opacity < 1)
                paint.Append($" stroke-opacity=\"{Number(line.Opacity)}\"");
        }

        if (classes.Count > 0)
            paint.Append($" class=\"{string.Join(' ', classes)}\"");
        return paint.ToString();
    }

    private void Ink(string property, Ink ink, StringBuilder paint, List<string> classes)
    {
        paint.Append($" {property}=\"{ink.Light.ToHex()}\"");
        Sheet.Note(property, ink);
        if (StyleSheet.Class(property, ink) is { } name)
            classes.Add(name);
    }
}
