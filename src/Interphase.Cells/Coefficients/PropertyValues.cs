using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>Takes numbers, thermal laws and curves from a property that may depend on lithium content, concentrations and temperature.</summary>
internal static class PropertyValues
{
    private const double UsualConcentrations = 4000, TemperatureStep = 0.5, Nearest = 1e-6, Clean = 0.01, Flat = 1e-8, PowerGrid = 20;

    /// <summary>The value in SI where every variable is known, at its reference temperature where it has one.</summary>
    public static double Value(Property property, Func<string, double> variable)
    {
        if (property.Constant is { } constant) return constant.Si;
        if (property.Formula is { } formula)
        {
            Span<Real> values = stackalloc Real[formula.Variables.Count];
            for (int i = 0; i < values.Length; i++) values[i] = new Real(variable(formula.Variables[i]));
            return property.Unit.ToSi(formula.Evaluate<Real>(values).Value);
        }
        return property.TryCurve(out Curve? curve, out _) ? curve!.Value(variable(property.Variables[0])) : double.NaN;
    }

    /// <summary>How it changes with temperature: as written, or where it is a function of temperature, as that function does there.</summary>
    public static ThermalLaw Law(Property property, double temperature, Func<string, double> variable)
    {
        if (property.Activation is { } activation) return new ThermalLaw(activation.MolarEnergy, activation.ReferenceTemperature);
        if (!property.Variables.Contains("T")) return ThermalLaw.None;
        double At(double kelvin) => Value(property, name => name == "T" ? kelvin : variable(name));
        double slope = Math.Log(At(temperature + TemperatureStep) / At(temperature - TemperatureStep)) / (2 * TemperatureStep);
        return new ThermalLaw(double.IsFinite(slope) ? slope * PhysicalConstants.GasConstant * temperature * temperature : 0, temperature);
    }

    /// <summary>A curve over lithium content, constant outside its range; other variables take the values given.</summary>
    public static Curve? Curve(Property property, IReadOnlyDictionary<string, double> others, out string? fault)
    {
        fault = null;
        if (property.Constant is { } constant) return Descriptions.Curve.Constant(constant.Si);
        Curve? curve = null;
        if (property.Formula is { } formula)
        {
            Formula fixedFormula = formula;
            foreach (string name in formula.Variables.Where(others.ContainsKey)) fixedFormula = fixedFormula.Fix(name, others[name]);
            if (fixedFormula.Variables.Count == 0) return Descriptions.Curve.Constant(property.Unit.ToSi(fixedFormula.Evaluate<Real>([]).Value));
            (double lower, double upper) = Contents(property);
            if (Descriptions.Curve.TryTabulate(fixedFormula, lower, upper, out curve, out CurveError? error, Extension.Constant)) return curve.Scaled(property.Unit.ToSi(1));
            fault = error.ToString();
            return null;
        }
        if (property.Variables[0] == "T") return Descriptions.Curve.Constant(Value(property, name => others[name]));
        double[] arguments = [.. property.Table.Select(row => row.Argument)], values = [.. property.Table.Select(row => property.Unit.ToSi(row.Value))];
        if (!Descriptions.Curve.TryInterpolate(arguments, values, out curve, out CurveError? wrong, Extension.Constant)) fault = wrong.ToString();
        return curve;
    }

    /// <summary>A curve over the concentration of a liquid's salt, constant outside its range.</summary>
    public static Curve? OverConcentration(Property property, double temperature, out string? fault)
    {
        fault = null;
        if (property.Constant is { } constant) return Descriptions.Curve.Constant(constant.Si);
        if (property.Formula is not { } formula)
        {
            if (property.Variables[0] == "T") return Descriptions.Curve.Constant(Value(property, _ => temperature));
            double[] arguments = [.. property.Table.Select(row => row.Argument)], values = [.. property.Table.Select(row => property.Unit.ToSi(row.Value))];
            if (!Descriptions.Curve.TryInterpolate(arguments, values, out Curve? through, out CurveError? wrong, Extension.Constant)) fault = wrong.ToString();
            return through;
        }
        if (formula.Variables.Contains("T")) formula = formula.Fix("T", temperature);
        if (formula.Variables.Count == 0) return Descriptions.Curve.Constant(property.Unit.ToSi(formula.Evaluate<Real>([]).Value));
        (double lower, double upper) = double.IsFinite(property.Range.Lower) ? property.Range : (0, UsualConcentrations);
        if (Descriptions.Curve.TryTabulate(formula, lower, upper, out Curve? curve, out CurveError? error, Extension.Constant)) return curve.Scaled(property.Unit.ToSi(1));
        fault = error.ToString();
        return null;
    }

    /// <summary>An exchange current over lithium content, its ends divided out. docs/physics.md (27).</summary>
    public static ExchangeCurrentCurve? Exchange(Property property, double maximumConcentration, IReadOnlyDictionary<string, double> others, out string? fault)
    {
        fault = null;
        double factor = property.Unit.ToSi(1);
        if (property.Constant is { } constant) return new ExchangeCurrentCurve(Descriptions.Curve.Constant(constant.Si), 0, 0);
        if (property.Formula is not { } formula) return FromTable(property, factor, out fault);
        // The formula once more as one of y alone, so that what vanishes at the ends can be divided out of it before it becomes a curve.
        List<FormulaParameter> parameters = [.. formula.Parameters];
        List<FormulaDefinition> definitions = [];
        foreach (string name in formula.Variables)
        {
            if (name == "cs") definitions.Add(new FormulaDefinition("cs", $"{Text(maximumConcentration)}*y"));
            else if (name != "y") parameters.Add(new FormulaParameter(name, others[name]));
        }
        definitions.AddRange(property.Definitions);
        var names = new FormulaNames(["y"], parameters, definitions);
        if (!Formula.TryParse(formula.Text, names, out Formula? whole, out FormulaError? error))
        {
            fault = error.ToString();
            return null;
        }
        (double lower, double upper) = Contents(property, property.Variables is ["cs"] ? maximumConcentration : 1);
        double emptyPower = lower <= Nearest ? Power(y => whole.Evaluate(y)) : 0, fullPower = upper >= 1 - Nearest ? Power(y => whole.Evaluate(1 - y)) : 0;
        Formula smooth = whole;
        if (emptyPower != 0 || fullPower != 0)
        {
            string divided = $"({formula.Text})/(y^{Text(emptyPower)}*(1 - y)^{Text(fullPower)})";
            if (!Formula.TryParse(divided, names, out Formula? parsed, out error))
            {
                fault = error.ToString();
                return null;
            }
            smooth = parsed;
            (lower, upper) = (emptyPower != 0 ? Math.Max(lower, Nearest) : lower, fullPower != 0 ? Math.Min(upper, 1 - Nearest) : upper);
        }
        if (smooth.Variables.Count == 0 || !smooth.DependsOn("y"))
        {
            double value = factor * smooth.Evaluate(0.5);
            return Positive(Descriptions.Curve.Constant(value), out fault) is { } flat ? new ExchangeCurrentCurve(flat, emptyPower, fullPower) : null;
        }
        if (!Descriptions.Curve.TryTabulate(smooth, lower, upper, out Curve? curve, out CurveError? wrong, Extension.Constant))
        {
            fault = wrong.ToString();
            return null;
        }
        // What differs by rounding alone is a constant.
        Curve scaled = curve.Maximum - curve.Minimum <= Flat * Math.Abs(curve.Maximum) ? Descriptions.Curve.Constant(0.5 * factor * (curve.Minimum + curve.Maximum)) : curve.Scaled(factor);
        return Positive(scaled, out fault) is { } positive ? new ExchangeCurrentCurve(positive, emptyPower, fullPower) : null;
    }

    private static ExchangeCurrentCurve? FromTable(Property property, double factor, out string? fault)
    {
        var rows = property.Table.ToList();
        // A row of nothing at either end says that the exchange current vanishes there, in a straight line.
        bool empty = rows[0] is { Argument: 0, Value: 0 }, full = rows[^1] is { Argument: 1, Value: 0 };
        if (empty) rows.RemoveAt(0);
        if (full) rows.RemoveAt(rows.Count - 1);
        double[] arguments = [.. rows.Select(row => row.Argument)];
        double[] values = [.. rows.Select(row => factor * row.Value / ((empty ? row.Argument : 1) * (full ? 1 - row.Argument : 1)))];
        Curve? curve = null;
        fault = null;
        if (rows.Count < 2) fault = "two rows above 0 are needed";
        else if (!Descriptions.Curve.TryInterpolate(arguments, values, out curve, out CurveError? error, Extension.Constant)) fault = error.ToString();
        return curve is not null && Positive(curve, out fault) is { } positive ? new ExchangeCurrentCurve(positive, empty ? 1 : 0, full ? 1 : 0) : null;
    }

    private static Curve? Positive(Curve curve, out string? fault)
    {
        fault = curve.Minimum > 0 && double.IsFinite(curve.Maximum) ? null : $"it falls to {curve.Minimum:0.###e0} between its ends";
        return fault is null ? curve : null;
    }

    // The power with which a function vanishes towards 0, from its slope on logarithmic scales; a multiple of 0.05 where it is a power at all.
    internal static double Power(Func<double, double> function)
    {
        double near = function(Nearest), further = function(10 * Nearest);
        if (!(near > 0) || !(further > 0)) return 0;
        double power = Math.Log10(further / near), clean = Math.Round(power * PowerGrid) / PowerGrid;
        return clean > 0 && Math.Abs(power - clean) < Clean ? clean : 0;
    }

    private static (double Lower, double Upper) Contents(Property property, double scale = 1) =>
        double.IsFinite(property.Range.Lower) && double.IsFinite(property.Range.Upper) ? (Math.Max(0, property.Range.Lower / scale), Math.Min(1, property.Range.Upper / scale)) : (0, 1);

    private static string Text(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
