namespace Interphase.Descriptions;

/// <summary>A named number in a formula that a user or a fit may change.</summary>
/// <param name="Name">Letters, digits and _, not beginning with a digit.</param>
/// <param name="Value">Its value unless another is given; finite, in SI.</param>
public sealed record FormulaParameter(string Name, double Value);
