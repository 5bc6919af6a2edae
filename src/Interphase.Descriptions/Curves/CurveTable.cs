using System.Globalization;
using Interphase.Numerics;

namespace Interphase.Descriptions;

/// <summary>Makes a curve from the rows of a table.</summary>
internal static class CurveTable
{
    internal static CurveError? Check(ReadOnlySpan<double> arguments, ReadOnlySpan<double> values)
    {
        if (arguments.Length != values.Length)
            return new($"{arguments.Length} arguments and {values.Length} values", "as many of one as of the other", null, Math.Min(arguments.Length, values.Length));
        if (arguments.Length < 2)
            return new(arguments.Length == 0 ? "no row" : "one row", "at least two rows", null, 0);
        if (arguments.Length > Curve.MaximumKnots)
            return new($"{arguments.Length} rows", $"at most {Curve.MaximumKnots}", arguments[Curve.MaximumKnots], Curve.MaximumKnots);
        for (int row = 0; row < arguments.Length; row++)
        {
            if (!double.IsFinite(arguments[row]))
                return new($"the argument {Words(arguments[row])}", "a finite number", null, row);
            if (!double.IsFinite(values[row]))
                return new($"the value {Words(values[row])}", "a finite number", arguments[row], row);
            if (row > 0 && arguments[row] <= arguments[row - 1])
                return new($"{Words(arguments[row])} after {Words(arguments[row - 1])}", "ascending arguments, each once", arguments[row], row);
        }
        return double.IsFinite(arguments[^1] - arguments[0]) ? null
            : new($"arguments from {Words(arguments[0])} to {Words(arguments[^1])}", "a range whose width can be computed", arguments[^1], arguments.Length - 1);
    }

    internal static Curve? Build(ReadOnlySpan<double> arguments, ReadOnlySpan<double> values, Extension extension, out CurveError? error)
    {
        error = null;
        int intervals = arguments.Length - 1;
        double[] slopes = new double[arguments.Length], coefficients = new double[intervals * Curve.Stride];
        MonotoneCubic.Slopes(arguments, values, slopes);
        for (int i = 0; i < intervals; i++)
        {
            double width = arguments[i + 1] - arguments[i], rate = (values[i + 1] - values[i]) / width;
            Span<double> c = coefficients.AsSpan(i * Curve.Stride, Curve.Stride);
            c[0] = values[i];
            c[1] = slopes[i];
            c[2] = (3 * rate - 2 * slopes[i] - slopes[i + 1]) / width;
            c[3] = (slopes[i] + slopes[i + 1] - 2 * rate) / (width * width);
            if (!double.IsFinite(c[1] + c[2] + c[3]))
            {
                error = new($"{Words(values[i + 1])} at {Words(arguments[i + 1])} after {Words(values[i])} at {Words(arguments[i])}", "rows whose slope can be computed", arguments[i + 1], i + 1);
                return null;
            }
        }
        return new(arguments.ToArray(), coefficients, values[intervals], slopes[intervals], 0, extension, extension);
    }

    private static string Words(double value) => value.ToString("G9", CultureInfo.InvariantCulture);
}
