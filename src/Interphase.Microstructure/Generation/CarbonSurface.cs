namespace Interphase.Microstructure;

/// <summary>Where the carbon of a composite touches the rest.</summary>
/// <param name="ElectrolyteArea">Surface against the electrolyte per volume of the composite, 1/m.</param>
/// <param name="TripleLine">Length of the line where carbon, active material and electrolyte meet, per volume, 1/m2.</param>
/// <param name="Method">How both were found.</param>
/// <param name="IsEstimate">Whether they follow from areas by mass and not from the structure itself.</param>
public sealed record CarbonSurface(double ElectrolyteArea, double TripleLine, string Method, bool IsEstimate);
