namespace Interphase.Descriptions;

/// <summary>What stands after ± in a quantity: a half-width in the same unit, or relative.</summary>
/// <param name="Number">Half-width, in the quantity's unit or, when relative, as a fraction (0.02 for 2 %); not negative.</param>
/// <param name="IsRelative">Whether the half-width is relative to the quantity.</param>
public readonly record struct Spread(double Number, bool IsRelative);
