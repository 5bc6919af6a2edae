namespace Interphase.Cells;

/// <summary>A figure of how a composite is arranged, with where it comes from.</summary>
/// <param name="Value">In SI, per volume of the composite where it is an area or a length.</param>
/// <param name="Error">One standard error; null where none is known.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="From">The same in words: the structure file, where it is written, or the equation.</param>
public sealed record CompositeFigure(Derived Value, double? Error, FigureOrigin Origin, string From)
{
    /// <summary>Whether it stands on an assumption about how the parts lie, and not on a measurement of them.</summary>
    public bool IsEstimate { get; init; }

    /// <summary>What stands where nothing was derived.</summary>
    public static CompositeFigure Unknown { get; } = new(Derived.None("nothing was derived"), null, FigureOrigin.ClosedForm, "");

    /// <summary>The number, or another where there is none.</summary>
    /// <param name="otherwise">What stands in its place.</param>
    public double Or(double otherwise) => Value.Value ?? otherwise;
}
