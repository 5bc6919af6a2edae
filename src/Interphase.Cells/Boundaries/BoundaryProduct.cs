namespace Interphase.Cells;

/// <summary>A product that a spectrum sees once there is enough of it.</summary>
/// <param name="Name">Such as sulfur.</param>
/// <param name="Boundary">Where it forms.</param>
/// <param name="Limit">C per m3 of electrode from which it shows; infinite where no limit is given.</param>
public sealed record BoundaryProduct(string Name, string Boundary, double Limit);
