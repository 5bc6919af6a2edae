namespace Interphase.Descriptions;

/// <summary>The functions of the grammar.</summary>
internal static class FormulaFunctions
{
    /// <summary>What a name stands for and how many arguments it takes.</summary>
    internal sealed record Function(FormulaOperation Operation, int Fewest, int Most);

    internal static readonly Dictionary<string, Function> ByName = new(StringComparer.Ordinal)
    {
        ["exp"] = new(FormulaOperation.Exp, 1, 1),
        ["log"] = new(FormulaOperation.Log, 1, 1),
        ["ln"] = new(FormulaOperation.Log, 1, 1),
        ["log10"] = new(FormulaOperation.Log10, 1, 1),
        ["sqrt"] = new(FormulaOperation.Sqrt, 1, 1),
        ["cbrt"] = new(FormulaOperation.Cbrt, 1, 1),
        ["abs"] = new(FormulaOperation.Abs, 1, 1),
        ["sign"] = new(FormulaOperation.Sign, 1, 1),
        ["heaviside"] = new(FormulaOperation.Heaviside, 1, 1),
        ["tanh"] = new(FormulaOperation.Tanh, 1, 1),
        ["sinh"] = new(FormulaOperation.Sinh, 1, 1),
        ["cosh"] = new(FormulaOperation.Cosh, 1, 1),
        ["sin"] = new(FormulaOperation.Sin, 1, 1),
        ["cos"] = new(FormulaOperation.Cos, 1, 1),
        ["tan"] = new(FormulaOperation.Tan, 1, 1),
        ["atan"] = new(FormulaOperation.Atan, 1, 1),
        ["erf"] = new(FormulaOperation.Erf, 1, 1),
        ["pow"] = new(FormulaOperation.Power, 2, 2),
        ["min"] = new(FormulaOperation.Minimum, 2, int.MaxValue),
        ["max"] = new(FormulaOperation.Maximum, 2, int.MaxValue),
    };
}
