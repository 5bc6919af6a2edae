using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Interphase.Numerics;

namespace Interphase.Descriptions;

/// <summary>
/// A property as an expression in declared variables and named parameters, compiled to a flat program with exact derivatives.
/// </summary>
/// <remarks>
/// Grammar: numbers, names, <c>+ - * / ^ **</c> (powers bind to the right and tighter than a sign on their left, as in Python), parentheses,
/// exp log ln log10 sqrt cbrt abs sign heaviside tanh sinh cosh sin cos tan atan erf min max pow, and <c>pi</c>.
/// Outside an operation's domain the value is NaN or infinite: callers check, or ask <see cref="FirstFault"/> once. Immutable and safe to use from several threads.
/// </remarks>
public sealed class Formula
{
    /// <summary>Characters that a formula or a definition may have.</summary>
    public const int MaximumLength = 20_000;

    /// <summary>Levels of parentheses, signs and powers that may be nested.</summary>
    public const int MaximumDepth = 200;

    /// <summary>Definitions, variables or parameters that a formula may have, each.</summary>
    public const int MaximumNames = 200;

    /// <summary>Operations that a formula may take with its definitions, equal ones counted once.</summary>
    public const int MaximumOperations = 10_000;

    // Registers up to this many bytes live on the stack, more in a shared pool; neither allocates once warm.
    private const int StackBytes = 8 * 1024;
    private const int FaultSamples = 4_096;
    private const int FewestFaultSamples = 256;
    private const int FaultWork = 2_000_000;

    private readonly FormulaProgram _program;
    private readonly double[] _defaults;

    private Formula(string text, IReadOnlyList<string> variables, IReadOnlyList<FormulaParameter> parameters, FormulaProgram program)
    {
        Text = text;
        Variables = variables;
        Parameters = parameters;
        _program = program;
        _defaults = [.. parameters.Select(parameter => parameter.Value)];
    }

    /// <summary>The formula as it was written, without its definitions.</summary>
    public string Text { get; }

    /// <summary>Variables, in the order in which values are given.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Named parameters with their values, in the order in which other values may be given; a fit addresses them by name.</summary>
    public IReadOnlyList<FormulaParameter> Parameters { get; }

    /// <summary>How many operations one evaluation takes.</summary>
    public int Operations => _program.Instructions.Length;

    /// <summary>Reads a formula. Never throws on any text.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="names">What it may refer to.</param>
    /// <param name="formula">The compiled formula, or null.</param>
    /// <param name="error">What is wrong and where, or null.</param>
    public static bool TryParse(string text, FormulaNames names, [NotNullWhen(true)] out Formula? formula, [NotNullWhen(false)] out FormulaError? error)
    {
        formula = null;
        error = CheckNames(names);
        if (error is not null)
            return false;
        var builder = new FormulaProgramBuilder();
        var nodes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string variable in names.Variables)
            nodes.Add(variable, builder.Input(nodes.Count));
        foreach (FormulaParameter parameter in names.Parameters)
            nodes.Add(parameter.Name, builder.Input(nodes.Count));
        int inputs = nodes.Count;
        var later = names.Definitions.Select(definition => definition.Name).ToHashSet(StringComparer.Ordinal);
        foreach (FormulaDefinition definition in names.Definitions)
        {
            var part = new FormulaParser(definition.Text, definition.Name, builder, nodes, later);
            int node = part.Parse();
            error = part.Error;
            if (error is not null)
                return false;
            later.Remove(definition.Name);
            nodes.Add(definition.Name, node);
        }
        var whole = new FormulaParser(text, null, builder, nodes, later);
        int result = whole.Parse();
        error = whole.Error;
        if (error is not null)
            return false;
        FormulaProgram program = builder.Build(inputs, result);
        if (program.Instructions.Length > MaximumOperations)
        {
            error = new(0, text.Length, $"{program.Instructions.Length} operations", $"at most {MaximumOperations}, definitions included");
            return false;
        }
        formula = new(text, [.. names.Variables], [.. names.Parameters], program);
        return true;
    }

    /// <summary>Whether the value can change with a variable or a parameter; false for a name that is declared but not used, and for an unknown one.</summary>
    /// <param name="name">A variable or a parameter.</param>
    public bool DependsOn(string name)
    {
        int input = IndexOf(name);
        if (input < 0)
            return false;
        if (_program.Result == input)
            return true;
        foreach (FormulaInstruction step in _program.Instructions)
        {
            if (step.A == input || (step.Operation < FormulaOperation.WholePower && step.B == input))
                return true;
        }
        return false;
    }

    /// <summary>The formula with a variable or a parameter made a constant; it is no longer listed, and what became constant is folded.</summary>
    /// <param name="name">A variable or a parameter of this formula.</param>
    /// <param name="value">In SI.</param>
    /// <exception cref="ArgumentException">There is no such name.</exception>
    public Formula Fix(string name, double value)
    {
        int fixedInput = Index(name);
        var builder = new FormulaProgramBuilder();
        Span<int> nodes = new int[_program.Inputs];
        for (int i = 0, next = 0; i < nodes.Length; i++)
            nodes[i] = i == fixedInput ? builder.Constant(value) : builder.Input(next++);
        int result = builder.Import(_program, nodes);
        return new(Text, [.. Variables.Where(variable => variable != name)], [.. Parameters.Where(parameter => parameter.Name != name)],
            builder.Build(nodes.Length - 1, result));
    }

    /// <summary>The formula with another value of one of its parameters; the parameter stays one.</summary>
    /// <param name="name">A parameter of this formula.</param>
    /// <param name="value">Finite, in SI.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public Formula With(string name, double value)
    {
        if (Index(name) < Variables.Count)
            throw new ArgumentException($"'{name}' is a variable; only a parameter has a value of its own.", nameof(name));
        return new(Text, Variables, [.. Parameters.Select(parameter => parameter.Name == name ? parameter with { Value = value } : parameter)], _program);
    }

    /// <summary>The value of a formula of one variable.</summary>
    /// <param name="x">In SI.</param>
    /// <returns>NaN or an infinity outside the domain.</returns>
    public double Evaluate(double x) => Evaluate([new Real(x)], default).Value;

    /// <summary>The value of a formula of one variable with its first two derivatives.</summary>
    /// <param name="x">In SI.</param>
    public Taylor Expand(double x) => Evaluate([Taylor.Variable(x)], default);

    /// <summary>The value over any number type, with parameters at their own values.</summary>
    /// <param name="variables">As many as <see cref="Variables"/>, in SI.</param>
    public T Evaluate<T>(ReadOnlySpan<T> variables) where T : unmanaged, IScalar<T> => Evaluate(variables, default);

    /// <summary>The value over any number type: plain, with a derivative in one direction, or with two derivatives. Allocates nothing.</summary>
    /// <param name="variables">As many as <see cref="Variables"/>, in SI.</param>
    /// <param name="parameters">As many as <see cref="Parameters"/>, in SI; empty for their own values.</param>
    public T Evaluate<T>(ReadOnlySpan<T> variables, ReadOnlySpan<T> parameters) where T : unmanaged, IScalar<T>
    {
        CheckLengths(variables.Length, parameters.Length);
        int count = _program.Registers;
        if (count * System.Runtime.CompilerServices.Unsafe.SizeOf<T>() <= StackBytes)
            return Fill(stackalloc T[count], variables, parameters);
        T[] rented = ArrayPool<T>.Shared.Rent(count);
        T value = Fill(rented.AsSpan(0, count), variables, parameters);
        ArrayPool<T>.Shared.Return(rented);
        return value;
    }

    /// <summary>The value and its exact derivatives in every variable and every parameter, at about three times the cost of the value. Allocates nothing.</summary>
    /// <param name="variables">As many as <see cref="Variables"/>, in SI.</param>
    /// <param name="parameters">As many as <see cref="Parameters"/>, in SI; empty for their own values.</param>
    /// <param name="gradient">Filled with the derivatives in the variables, then in the parameters; as long as both together.</param>
    public double Gradient(ReadOnlySpan<double> variables, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        CheckLengths(variables.Length, parameters.Length);
        if (gradient.Length != _program.Inputs)
            throw new ArgumentException($"The gradient holds {gradient.Length} numbers; the formula has {_program.Inputs} variables and parameters.", nameof(gradient));
        int count = _program.Registers;
        double[]? rented = null;
        Span<double> workspace = 2 * count * sizeof(double) <= StackBytes ? stackalloc double[2 * count] : (rented = ArrayPool<double>.Shared.Rent(2 * count)).AsSpan(0, 2 * count);
        Span<Real> registers = System.Runtime.InteropServices.MemoryMarshal.Cast<double, Real>(workspace[..count]);
        variables.CopyTo(workspace);
        (parameters.IsEmpty ? _defaults : parameters).CopyTo(workspace[Variables.Count..]);
        double value = _program.Run(registers, workspace[count..], gradient);
        if (rented is not null)
            ArrayPool<double>.Shared.Return(rented);
        return value;
    }

    /// <summary>Values and derivatives in the variables at many points at once, with parameters at their own values. Allocates nothing.</summary>
    /// <param name="variables">Variable after variable, each at every point: <c>variables[v * points + point]</c>, in SI.</param>
    /// <param name="values">One value for each point; its length is the number of points.</param>
    /// <param name="slopes">Derivatives in the same order as <paramref name="variables"/>; empty where none are wanted.</param>
    public void Evaluate(ReadOnlySpan<double> variables, Span<double> values, Span<double> slopes)
    {
        int points = values.Length;
        if (variables.Length != points * Variables.Count || (!slopes.IsEmpty && slopes.Length != variables.Length))
            throw new ArgumentException($"{points} points of {Variables.Count} variables ask for {points * Variables.Count} numbers, not {variables.Length} and {slopes.Length}.");
        int count = _program.Registers, inputs = _program.Inputs, length = 2 * count + inputs;
        double[]? rented = null;
        Span<double> workspace = length * sizeof(double) <= StackBytes ? stackalloc double[length] : (rented = ArrayPool<double>.Shared.Rent(length)).AsSpan(0, length);
        Span<Real> registers = System.Runtime.InteropServices.MemoryMarshal.Cast<double, Real>(workspace[..count]);
        Span<double> adjoints = workspace.Slice(count, count), partials = workspace[(2 * count)..];
        _defaults.CopyTo(workspace[Variables.Count..]);
        for (int point = 0; point < points; point++)
        {
            for (int v = 0; v < Variables.Count; v++)
                workspace[v] = variables[v * points + point];
            if (slopes.IsEmpty)
            {
                values[point] = _program.Run(registers).Value;
                continue;
            }
            values[point] = _program.Run(registers, adjoints, partials);
            for (int v = 0; v < Variables.Count; v++)
                slopes[v * points + point] = partials[v];
        }
        if (rented is not null)
            ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Where a formula of one variable first fails to be finite in a range, or null. Both ends and 4,096 places between are looked at, and the edge of a faulty stretch is then narrowed down.</summary>
    /// <param name="lower">Lower end, finite.</param>
    /// <param name="upper">Upper end, finite, not below <paramref name="lower"/>.</param>
    /// <remarks>A pole between two samples is not seen here; tabulating into a curve finds it.</remarks>
    public FormulaFault? FirstFault(double lower, double upper)
    {
        double good = double.NaN;
        // A very long formula is looked at in fewer places, so that looking has a bound.
        int samples = Math.Clamp(FaultWork / Math.Max(1, Operations), FewestFaultSamples, FaultSamples);
        for (int i = 0; i <= samples; i++)
        {
            double share = (double)i / samples, x = i == samples ? upper : lower * (1 - share) + upper * share;
            if (double.IsFinite(Evaluate(x)))
            {
                good = x;
                continue;
            }
            for (int k = 0; k < 60 && i > 0; k++)
            {
                double middle = good + (x - good) / 2;
                if (double.IsFinite(Evaluate(middle)))
                    good = middle;
                else
                    x = middle;
            }
            return new(x, Evaluate(x), Reason(x));
        }
        return null;
    }

    /// <summary>The formula as it was written.</summary>
    public override string ToString() => Text;

    private string Reason(double x)
    {
        var registers = new Real[_program.Registers];
        registers[0] = new(x);
        for (int i = 0; i < _defaults.Length; i++)
            registers[Variables.Count + i] = new(_defaults[i]);
        return _program.Fault(registers);
    }

    private T Fill<T>(Span<T> registers, ReadOnlySpan<T> variables, ReadOnlySpan<T> parameters) where T : unmanaged, IScalar<T>
    {
        variables.CopyTo(registers);
        if (!parameters.IsEmpty)
            parameters.CopyTo(registers[variables.Length..]);
        else
        {
            for (int i = 0; i < _defaults.Length; i++)
                registers[variables.Length + i] = T.Constant(_defaults[i]);
        }
        return _program.Run(registers);
    }

    private int IndexOf(string name)
    {
        for (int i = 0; i < Variables.Count; i++)
        {
            if (Variables[i] == name)
                return i;
        }
        for (int i = 0; i < Parameters.Count; i++)
        {
            if (Parameters[i].Name == name)
                return Variables.Count + i;
        }
        return -1;
    }

    private int Index(string name) => IndexOf(name) is >= 0 and int index ? index
        : throw new ArgumentException($"'{name}' is neither a variable nor a parameter of '{Text}'.", nameof(name));

    private void CheckLengths(int variables, int parameters)
    {
        if (variables != Variables.Count || (parameters != 0 && parameters != Parameters.Count))
            throw new ArgumentException($"The formula has {Variables.Count} variables and {Parameters.Count} parameters; {variables} and {parameters} were given.");
    }

    private static FormulaError? CheckNames(FormulaNames names)
    {
        if (Math.Max(names.Variables.Count, Math.Max(names.Parameters.Count, names.Definitions.Count)) > MaximumNames)
            return new(0, 0, "too many names", $"at most {MaximumNames} variables, parameters and definitions each");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names.Variables.Concat(names.Parameters.Select(parameter => parameter.Name)).Concat(names.Definitions.Select(definition => definition.Name)))
        {
            if (!FormulaParser.IsName(name))
                return new(0, 0, $"the name '{(name.Length > 40 ? name[..40] : name)}'", "a name of at most 100 letters, digits and _ that does not begin with a digit", null, name);
            if (name == "pi" || FormulaFunctions.ByName.ContainsKey(name))
                return new(0, 0, $"'{name}', which the grammar already uses", "another name", name + "_", name);
            if (!seen.Add(name))
                return new(0, 0, $"'{name}' a second time", "each name once among variables, parameters and definitions", null, name);
        }
        foreach (FormulaParameter parameter in names.Parameters)
        {
            if (!double.IsFinite(parameter.Value))
                return new(0, 0, $"the value {parameter.Value}", "a finite number", null, parameter.Name);
        }
        return null;
    }
}
