namespace Interphase.Charts;

/// <summary>What a theme hands to a series that did not choose for itself: a colour and further channels that survive without colour.</summary>
/// <param name="Ink">The colour.</param>
/// <param name="Dash">The line pattern.</param>
/// <param name="Marker">The shape of points.</param>
/// <param name="Hatch">The lines across stacked bands.</param>
public readonly record struct SeriesStyle(Ink Ink, LineDash Dash, Marker Marker, Hatch Hatch = Hatch.None);
