namespace Interphase.Cells;

/// <summary>A solid of a composite.</summary>
/// <param name="Role">Its section: active, electrolyte, carbon, ...; a coating is <c>active.coating</c>.</param>
/// <param name="Material">The material's name; the role where none is named.</param>
/// <param name="VolumeFraction">Share of the composite's volume, void included; 0 to 1.</param>
/// <param name="MassFraction">Share of the composite's mass.</param>
/// <param name="ArealMass">kg/m2.</param>
public sealed record ComponentDesign(string Role, string Material, double VolumeFraction, Derived MassFraction, Derived ArealMass);
