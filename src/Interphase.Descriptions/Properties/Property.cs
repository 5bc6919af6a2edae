using System.Collections.Immutable;
using System.Globalization;

namespace Interphase.Descriptions;

/// <summary>A property of a material as a number, a formula or a table, with its range and how it changes with temperature.</summary>
public sealed class Property
{
    private Property(Measure measure, Unit unit) => (Measure, Unit) = (measure, unit);

    /// <summary>What it measures.</summary>
    public Measure Measure { get; }

    /// <summary>The unit in which it was written.</summary>
    public Unit Unit { get; }

    /// <summary>The number, when it is one.</summary>
    public Quantity? Constant { get; private init; }

    /// <summary>The formula, when it is one; its result is in <see cref="Unit"/>, its variables in SI.</summary>
    public Formula? Formula { get; private init; }

    /// <summary>The named parts of the formula, when it is one.</summary>
    public ImmutableArray<FormulaDefinition> Definitions { get; private init; } = [];

    /// <summary>The rows, when it is a table: argument in SI, value in <see cref="Unit"/>.</summary>
    public ImmutableArray<(double Argument, double Value)> Table { get; private init; } = [];

    /// <summary>The variables it depends on; none for a number.</summary>
    public ImmutableArray<string> Variables { get; private init; } = [];

    /// <summary>Where a property of one variable holds, in SI.</summary>
    public (double Lower, double Upper) Range { get; private init; } = (double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>How it changes with temperature, or null when nothing is said.</summary>
    public Activation? Activation { get; init; }

    /// <summary>A property that is a number.</summary>
    public static Property Of(Measure measure, Quantity constant, Activation? activation = null) =>
        new(measure, constant.Unit) { Constant = constant, Activation = activation };

    /// <summary>A property that is a formula.</summary>
    public static Property Of(Measure measure, Unit unit, Formula formula, (double Lower, double Upper) range, IReadOnlyList<FormulaDefinition>? definitions = null, Activation? activation = null) =>
        new(measure, unit) { Formula = formula, Definitions = [.. definitions ?? []], Variables = [.. formula.Variables], Range = range, Activation = activation };

    /// <summary>A property that is a table with ascending arguments.</summary>
    public static Property Of(Measure measure, Unit unit, string variable, ImmutableArray<(double Argument, double Value)> table, Activation? activation = null) =>
        new(measure, unit) { Table = table, Variables = [variable], Range = (table[0].Argument, table[^1].Argument), Activation = activation };

    /// <summary>
    /// The property in SI as the one thing a hot loop knows, at its reference temperature; false with the reason where it depends on more than one variable or cannot be tabulated.
    /// Outside the range a curve goes on in a straight line.
    /// </summary>
    public bool TryCurve(out Curve? curve, out string? fault)
    {
        fault = null;
        curve = null;
        CurveError? error = null;
        double factor = Unit.ToSi(1);
        if (Constant is { } constant) curve = Curve.Constant(constant.Si);
        else if (Formula is { Variables.Count: 1 } formula)
        {
            if (Curve.TryTabulate(formula, Range.Lower, Range.Upper, out curve, out error)) curve = curve.Scaled(factor);
        }
        else if (!Table.IsEmpty)
        {
            double[] arguments = [.. Table.Select(row => row.Argument)];
            double[] values = [.. Table.Select(row => row.Value * factor)];
            Curve.TryInterpolate(arguments, values, out curve, out error);
        }
        else fault = $"it depends on {string.Join(" and ", Variables)}";
        fault ??= error?.ToString();
        return curve is not null;
    }

    /// <summary>What it is, on one line.</summary>
    public override string ToString()
    {
        string kind = Constant is { } constant ? constant.ToString()
            : Formula is { } formula ? $"formula of {string.Join(", ", Variables)}: {Quoted.Cut(formula.Text, 72)}{(Unit.Symbol.Length > 0 ? $" ({Unit})" : "")}"
            : $"table of {Table.Length} rows over {Variables[0]} from {Number(Range.Lower)} to {Number(Range.Upper)}{(Unit.Symbol.Length > 0 ? $" ({Unit})" : "")}";
        return Activation is { } activation ? $"{kind}, Ea {activation.Energy} from {Number(activation.ReferenceTemperature - 273.15)} °C" : kind;
    }

    private static string Number(double value) => Math.Round(value, 6).ToString("R", CultureInfo.InvariantCulture);
}
