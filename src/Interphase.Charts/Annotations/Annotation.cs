namespace Interphase.Charts;

/// <summary>Something said about the data rather than part of them; read against the left axis.</summary>
public abstract record Annotation
{
    /// <summary>Reports the coordinates that the axes must reach.</summary>
    /// <param name="x">The horizontal axis.</param>
    /// <param name="y">The left vertical axis.</param>
    public abstract void Measure(Extent x, Extent y);

    /// <summary>Draws lines and shades, once all series are drawn.</summary>
    /// <param name="canvas">The surface.</param>
    public virtual void Draw(Canvas canvas)
    {
    }

    /// <summary>Writes its label, once everything is drawn.</summary>
    /// <param name="canvas">The surface.</param>
    public abstract void DrawLabels(Canvas canvas);
}
