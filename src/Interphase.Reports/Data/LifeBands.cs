namespace Interphase.Reports;

/// <summary>What a cell loses over its cycles, by cause, or what stands in the way of them, by part.</summary>
/// <param name="Cycles">Numbers of the cycles, rising.</param>
/// <param name="Parts">The causes; a negative one gives back.</param>
/// <exception cref="ArgumentException">The lists differ in length.</exception>
public sealed record LifeBands(IReadOnlyList<double> Cycles, IReadOnlyList<LifePart> Parts)
{
    /// <summary>The causes.</summary>
    public IReadOnlyList<LifePart> Parts { get; } =
        Parts.All(part => part.Values.Count == Cycles.Count) ? Parts : throw new ArgumentException($"Every part has a value for each of the {Cycles.Count} cycles.", nameof(Parts));
}
