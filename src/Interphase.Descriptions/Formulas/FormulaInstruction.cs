namespace Interphase.Descriptions;

/// <summary>One step: what to do with which registers; the result has a register of its own.</summary>
/// <param name="Operation">Anything but an input or a constant.</param>
/// <param name="A">Register of the first operand.</param>
/// <param name="B">Register of the second operand; the exponent itself for a whole power; 0 where there is none.</param>
internal readonly record struct FormulaInstruction(FormulaOperation Operation, int A, int B);
