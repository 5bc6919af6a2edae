namespace Interphase.Descriptions;

/// <summary>A chemical element.</summary>
/// <param name="Number">Atomic number, from 1.</param>
/// <param name="Symbol">One or two letters.</param>
/// <param name="StandardWeight">Standard atomic weight in g/mol; NaN for an element without one (no stable isotope, no characteristic composition).</param>
public sealed record Element(int Number, string Symbol, double StandardWeight);
