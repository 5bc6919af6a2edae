namespace Interphase.Charts;

/// <summary>Sizes of text and of the gaps around it, px.</summary>
internal static class Typography
{
    public const string Family = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";
    public const double Heading = 15;
    public const double HeadingLine = 20;
    public const double AxisTitle = 13;
    public const double Label = 12;
    public const double LabelLine = 15;
    public const double TickLength = 5;
    public const double Gap = 6;
    public const double Margin = 12;

    /// <summary>From the middle of a line of text down to its baseline.</summary>
    public static double Baseline(double size) => 0.35 * size;
}
