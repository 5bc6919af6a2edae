using Interphase.Numerics;

namespace Interphase.Descriptions;

/// <summary>How much of an element a formula unit holds.</summary>
/// <param name="Element">The element.</param>
/// <param name="Amount">Atoms per formula unit, exact, above 0.</param>
public readonly record struct ElementAmount(Element Element, Rational Amount);
