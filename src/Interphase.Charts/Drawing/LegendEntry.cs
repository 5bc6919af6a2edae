namespace Interphase.Charts;

/// <summary>One row of a legend: a name and a sample of what it names.</summary>
/// <param name="Name">The text; markup as in <see cref="Axis"/>.</param>
public sealed record LegendEntry(string Name)
{
    /// <summary>A sample line, or null.</summary>
    public Stroke? Line { get; init; }

    /// <summary>A sample point, or null.</summary>
    public Marker? Marker { get; init; }

    /// <summary>The colour of the point.</summary>
    public Ink MarkerInk { get; init; }

    /// <summary>A filled swatch, or null.</summary>
    public Ink? Fill { get; init; }

    /// <summary>The opacity of the swatch, 0 to 1.</summary>
    public double FillOpacity { get; init; } = 1;

    /// <summary>The lines across the swatch.</summary>
    public Hatch Hatch { get; init; }
}
