using System.Text;

namespace Interphase.Charts;

/// <summary>A line of text with raised and lowered parts.</summary>
internal sealed class RichText
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋";
    private const string Level = "0123456789+−";

    private RichText(IReadOnlyList<TextRun> runs) => Runs = runs;

    public IReadOnlyList<TextRun> Runs { get; }

    /// <summary>The text without its markup, for readers that hear it.</summary>
    public string Plain => string.Concat(Runs.Select(run => run.Text));

    public static RichText Parse(string text)
    {
        var runs = new List<TextRun>();
        var current = new StringBuilder();
        var level = 0;
        var bracket = false;
        void Switch(int to)
        {
            if (to == level)
                return;
            if (current.Length > 0)
                runs.Add(new(current.ToString(), level));
            current.Clear();
            level = to;
        }

        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (!bracket && character is '_' or '^' && index + 1 < text.Length && text[index + 1] == '{' && text.IndexOf('}', index) > 0)
            {
                Switch(character == '^' ? 1 : -1);
                bracket = true;
                index++;
            }
            else if (bracket && character == '}')
            {
                bracket = false;
                Switch(0);
            }
            else
            {
                var raised = Raised.IndexOf(character, StringComparison.Ordinal);
                var lowered = Lowered.IndexOf(character, StringComparison.Ordinal);
                if (!bracket)
                    Switch(raised >= 0 ? 1 : lowered >= 0 ? -1 : 0);
                current.Append(raised >= 0 ? Level[raised] : lowered >= 0 ? Level[lowered] : character);
            }
        }

        if (current.Length > 0)
            runs.Add(new(current.ToString(), level));
        return new(runs);
    }

    public double Width(double size, bool bold = false)
    {
        var width = 0.0;
        foreach (var run in Runs)
            width += TextMeasure.Width(run.Text, size * run.Scale, bold);
        return width;
    }

    public RichText Then(RichText next) => new([.. Runs, .. next.Runs]);

    /// <summary>The text, cut with an ellipsis where it is wider than allowed.</summary>
    public RichText Fit(double width, double size, bool bold = false)
    {
        if (Width(size, bold) <= width)
            return this;
        var left = width - TextMeasure.Width("…", size, bold);
        var kept = new List<TextRun>();
        foreach (var run in Runs)
        {
            var length = TextMeasure.LengthWithin(run.Text, left, size * run.Scale, bold);
            kept.Add(run with { Text = run.Text[..length] });
            left -= TextMeasure.Width(kept[^1].Text, size * run.Scale, bold);
            if (length < run.Text.Length)
                break;
        }

        kept.Add(new("…", 0));
        return new(kept);
    }
}
