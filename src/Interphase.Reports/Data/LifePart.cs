namespace Interphase.Reports;

/// <summary>A cause or a part over the cycles of a life.</summary>
/// <param name="Name">What it is, such as <c>cathode films</c>.</param>
/// <param name="Values">As many as there are cycles.</param>
public sealed record LifePart(string Name, IReadOnlyList<double> Values);
