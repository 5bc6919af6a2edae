namespace Interphase.Descriptions;

/// <summary>A named part of a formula (an entry of <c>where</c>); it may use variables, parameters and definitions before it.</summary>
/// <param name="Name">Letters, digits and _, not beginning with a digit.</param>
/// <param name="Text">A formula.</param>
public sealed record FormulaDefinition(string Name, string Text);
