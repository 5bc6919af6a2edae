namespace Interphase.Cells;

/// <summary>A foil electrode.</summary>
/// <param name="Material">The material's name.</param>
/// <param name="Potential">Flat potential against lithium, V.</param>
/// <param name="Thickness">m; of the host, or of the lithium.</param>
/// <param name="ArealMass">Mass with its lithium per area, kg/m2.</param>
/// <param name="Remaining">Lithium that it can still take up on its plateau as assembled, C/m2.</param>
/// <param name="Held">Lithium that it holds as assembled, C/m2.</param>
public sealed record FoilDesign(string Material, double Potential, Derived Thickness, Derived ArealMass, Derived Remaining, Derived Held);
