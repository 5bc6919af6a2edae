namespace Interphase.Descriptions;

/// <summary>A place at which a formula has no finite value.</summary>
/// <param name="At">The variable's value there, in SI.</param>
/// <param name="Value">What the formula gives there: NaN or an infinity.</param>
/// <param name="Reason">The first operation without a finite result, such as "log of -0.1 is not a number".</param>
public sealed record FormulaFault(double At, double Value, string Reason);
