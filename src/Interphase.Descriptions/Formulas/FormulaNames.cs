namespace Interphase.Descriptions;

/// <summary>The names that a formula may use besides the functions and <c>pi</c>.</summary>
/// <param name="Variables">Variables, in the order in which values will be given.</param>
/// <param name="Parameters">Named numbers, in the order in which values may be given.</param>
/// <param name="Definitions">Named parts, each of which sees only those before it.</param>
public sealed record FormulaNames(
    IReadOnlyList<string> Variables,
    IReadOnlyList<FormulaParameter> Parameters,
    IReadOnlyList<FormulaDefinition> Definitions)
{
    /// <summary>Names without parameters and definitions.</summary>
    /// <param name="variables">Variables, in order.</param>
    public static FormulaNames Of(params string[] variables) => new(variables, [], []);

    /// <summary>The same names with one more parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Finite, in SI.</param>
    public FormulaNames With(string name, double value) => this with { Parameters = [.. Parameters, new(name, value)] };

    /// <summary>The same names with one more definition, after the others.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">A formula.</param>
    public FormulaNames Where(string name, string text) => this with { Definitions = [.. Definitions, new(name, text)] };
}
