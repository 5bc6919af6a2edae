namespace Interphase.Charts;

/// <summary>A stretch of text on one level.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Level">0 on the line, 1 raised, -1 lowered.</param>
internal sealed record TextRun(string Text, int Level)
{
    public const double SmallSize = 0.72;

    public double Scale => Level == 0 ? 1 : SmallSize;
}
