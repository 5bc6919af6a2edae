namespace Interphase.Cells;

/// <summary>A layer of the separator.</summary>
/// <param name="Material">The material's name.</param>
/// <param name="Thickness">m.</param>
/// <param name="Porosity">Share of the volume that is void.</param>
/// <param name="ArealMass">kg/m2.</param>
public sealed record LayerDesign(string Material, double Thickness, double Porosity, Derived ArealMass);
