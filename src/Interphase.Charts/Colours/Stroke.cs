namespace Interphase.Charts;

/// <summary>How a line is drawn.</summary>
/// <param name="Ink">Its colour.</param>
/// <param name="Width">px, &gt; 0.</param>
/// <param name="Dash">Its pattern.</param>
/// <param name="Opacity">0 to 1.</param>
public readonly record struct Stroke(Ink Ink, double Width = 1.8, LineDash Dash = LineDash.Solid, double Opacity = 1);
