namespace Interphase.Numerics;

/// <summary>Partial derivatives of a function of two arguments at one point.</summary>
/// <param name="X">dg/dx.</param>
/// <param name="Y">dg/dy.</param>
/// <param name="XX">d²g/dx².</param>
/// <param name="XY">d²g/dx dy.</param>
/// <param name="YY">d²g/dy².</param>
public readonly record struct PartialDerivatives(double X, double Y, double XX, double XY, double YY);
