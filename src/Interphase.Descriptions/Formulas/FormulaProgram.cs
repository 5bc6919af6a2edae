using Interphase.Numerics;

namespace Interphase.Descriptions;

/// <summary>
/// A compiled formula: registers hold the inputs, then the constants, then one result per instruction, so that a reverse sweep finds every intermediate value in place.
/// </summary>
internal sealed class FormulaProgram(int inputs, double[] constants, FormulaInstruction[] instructions, int result)
{
    private readonly double[] _constants = constants;
    private readonly FormulaInstruction[] _instructions = instructions;
    private readonly int _first = inputs + constants.Length;

    internal int Inputs => inputs;

    internal ReadOnlySpan<double> Constants => _constants;

    internal ReadOnlySpan<FormulaInstruction> Instructions => _instructions;

    internal int Result => result;

    internal int Registers => _first + _instructions.Length;

    /// <summary>Evaluates over registers whose inputs are set; the constants are set here.</summary>
    internal T Run<T>(Span<T> registers) where T : unmanaged, IScalar<T>
    {
        for (int i = 0; i < _constants.Length; i++)
            registers[inputs + i] = T.Constant(_constants[i]);
        Sweep(registers);
        return registers[result];
    }

    /// <summary>Value and all partial derivatives by one forward and one reverse sweep; <paramref name="partials"/> is as long as the inputs.</summary>
    internal double Run(Span<Real> registers, Span<double> adjoints, Span<double> partials)
    {
        double value = Run(registers).Value;
        adjoints.Clear();
        adjoints[result] = 1;
        for (int i = _instructions.Length - 1; i >= 0; i--)
        {
            double adjoint = adjoints[_first + i];
            if (adjoint == 0)
                continue;
            FormulaInstruction step = _instructions[i];
            double a = registers[step.A].Value;
            switch (step.Operation)
            {
                case FormulaOperation.Add:
                    adjoints[step.A] += adjoint;
                    adjoints[step.B] += adjoint;
                    break;
                case FormulaOperation.Subtract:
                    adjoints[step.A] += adjoint;
                    adjoints[step.B] -= adjoint;
                    break;
                case FormulaOperation.Negate:
                    adjoints[step.A] -= adjoint;
                    break;
                case FormulaOperation.Multiply:
                    adjoints[step.A] += adjoint * registers[step.B].Value;
                    adjoints[step.B] += adjoint * a;
                    break;
                case FormulaOperation.Divide:
                    double b = registers[step.B].Value;
                    adjoints[step.A] += adjoint / b;
                    adjoints[step.B] -= adjoint * (a / b) / b;
                    break;
                case FormulaOperation.Power or FormulaOperation.Minimum or FormulaOperation.Maximum:
                    double other = registers[step.B].Value;
                    Accumulate(ref adjoints[step.A], adjoint, Apply(step, Dual.Variable(a), Dual.Constant(other)).Slope);
                    // A constant exponent asks for no logarithm of the base.
                    if (step.B < inputs || step.B >= _first)
                        Accumulate(ref adjoints[step.B], adjoint, Apply(step, Dual.Constant(a), Dual.Variable(other)).Slope);
                    break;
                default:
                    Accumulate(ref adjoints[step.A], adjoint, Apply(step, Dual.Variable(a), default).Slope);
                    break;
            }
        }
        adjoints[..inputs].CopyTo(partials);
        return value;
    }

    /// <summary>The first operation without a finite result, in words; empty where all are finite.</summary>
    internal string Fault(Span<Real> registers)
    {
        Run(registers);
        for (int i = 0; i < _instructions.Length; i++)
        {
            double value = registers[_first + i].Value;
            if (double.IsFinite(value))
                continue;
            FormulaInstruction step = _instructions[i];
            string a = Words(registers[step.A].Value), b = step.Operation < FormulaOperation.WholePower ? Words(registers[step.B].Value) : "";
            string what = step.Operation switch
            {
                FormulaOperation.Add => $"{a} + {b}",
                FormulaOperation.Subtract => $"{a} - {b}",
                FormulaOperation.Multiply => $"{a} * {b}",
                FormulaOperation.Divide => $"{a} / {b}",
                FormulaOperation.Power => $"{a} ^ {b}",
                FormulaOperation.WholePower => $"{a} ^ {step.B}",
                FormulaOperation.Minimum or FormulaOperation.Maximum => $"{Name(step.Operation)} of {a} and {b}",
                _ => $"{Name(step.Operation)} of {a}",
            };
            return $"{what} is {(double.IsNaN(value) ? "not a number" : "infinite")}";
        }
        double outcome = registers[result].Value;
        return double.IsFinite(outcome) ? "" : $"its value is {(double.IsNaN(outcome) ? "not a number" : "infinite")}";
    }

    internal static T Apply<T>(FormulaInstruction step, T a, T b) where T : unmanaged, IScalar<T> => step.Operation switch
    {
        FormulaOperation.Add => a + b,
        FormulaOperation.Subtract => a - b,
        FormulaOperation.Multiply => a * b,
        FormulaOperation.Divide => a / b,
        FormulaOperation.Power => Elementary.Power(a, b),
        FormulaOperation.Minimum => Elementary.Min(a, b),
        FormulaOperation.Maximum => Elementary.Max(a, b),
        FormulaOperation.WholePower => Elementary.Power(a, step.B),
        FormulaOperation.Negate => -a,
        FormulaOperation.Exp => Elementary.Exp(a),
        FormulaOperation.Log => Elementary.Log(a),
        FormulaOperation.Log10 => Elementary.Log10(a),
        FormulaOperation.Sqrt => Elementary.Sqrt(a),
        FormulaOperation.Cbrt => Elementary.Cbrt(a),
        FormulaOperation.Abs => Elementary.Abs(a),
        FormulaOperation.Sign => Elementary.Sign(a),
        FormulaOperation.Heaviside => Elementary.Heaviside(a),
        FormulaOperation.Tanh => Elementary.Tanh(a),
        FormulaOperation.Sinh => Elementary.Sinh(a),
        FormulaOperation.Cosh => Elementary.Cosh(a),
        FormulaOperation.Sin => Elementary.Sin(a),
        FormulaOperation.Cos => Elementary.Cos(a),
        FormulaOperation.Tan => Elementary.Tan(a),
        FormulaOperation.Atan => Elementary.Atan(a),
        FormulaOperation.Erf => Elementary.Erf(a),
        _ => T.Constant(double.NaN),
    };

    private void Sweep<T>(Span<T> registers) where T : unmanaged, IScalar<T>
    {
        ReadOnlySpan<FormulaInstruction> steps = _instructions;
        for (int i = 0; i < steps.Length; i++)
        {
            FormulaInstruction step = steps[i];
            // A whole power keeps its exponent where the others keep a register.
            T b = step.Operation < FormulaOperation.WholePower ? registers[step.B] : default;
            registers[_first + i] = Apply(step, registers[step.A], b);
        }
    }

    // Where nothing flows back, an infinite derivative adds nothing; the same rule as forwards.
    private static void Accumulate(ref double adjoint, double outer, double slope) => adjoint += slope == 0 ? 0 : outer * slope;

    private static string Name(FormulaOperation operation) => operation switch
    {
        FormulaOperation.Minimum => "min",
        FormulaOperation.Maximum => "max",
        _ => operation.ToString().ToLowerInvariant(),
    };

    private static string Words(double value) => value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture);
}
