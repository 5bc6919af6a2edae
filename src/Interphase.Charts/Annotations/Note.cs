namespace Interphase.Charts;

/// <summary>A few words beside a point, with a ring around the point.</summary>
/// <param name="X">Along the horizontal axis.</param>
/// <param name="Y">Along the left axis.</param>
/// <param name="Text">The words. Markup as in <see cref="Axis"/>.</param>
public sealed record Note(double X, double Y, string Text) : Annotation
{
    /// <inheritdoc/>
    public override void Measure(Extent x, Extent y)
    {
        x.Include(X);
        y.Include(Y);
    }

    /// <inheritdoc/>
    public override void DrawLabels(Canvas canvas)
    {
        canvas.Mark(canvas.At(X, Y), Marker.Ring, canvas.Foreground, 4.2);
        canvas.LabelBeside(canvas.At(X, Y), Text);
    }
}
