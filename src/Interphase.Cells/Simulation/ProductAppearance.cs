namespace Interphase.Cells;

/// <summary>When and where there was first as much of a product as a spectrum would see.</summary>
/// <param name="Product">Such as sulfur.</param>
/// <param name="Electrode">cathode or anode.</param>
/// <param name="Boundary">Where it forms.</param>
/// <param name="Time">s since the start.</param>
/// <param name="Cycle">The cycle.</param>
/// <param name="Position">0 at the separator, 1 at the collector.</param>
/// <param name="Potential">There, V against lithium.</param>
public sealed record ProductAppearance(string Product, string Electrode, string Boundary, double Time, int Cycle, double Position, double Potential);
