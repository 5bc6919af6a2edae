using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// A cell as equations for an implicit integrator: two electrodes, the separator between them and one control, closed by a Newton iteration on the condensed structure.
/// docs/physics.md (39). It knows nothing of time stepping; whoever steps it knows nothing of cells.
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class CellModel<T> : IStepEquations<T>
    where T : unmanaged, IScalar<T>
{
    // Newton's error after a step is the square of the step over twice the thermal voltage: steps below this leave less than 1e-8 V.
    private const double Converged = 2e-5, Hopeless = 1e3;
    private const int UsualIterations = 9, FirstIterations = 200;

    /// <summary>Places of the cell's own unknowns, counted from the end of the electrodes'.</summary>
    public const int Own = 4;

    private readonly CellCoefficients _coefficients;
    private readonly T _separator, _cathodeSide, _anodeSide;
    private readonly int _anodeAt, _cathodeAt, _ownAt;
    private T _temperature;
    private CellControl _control;

    public CellModel(CellCoefficients coefficients, CellMesh mesh)
        : this(coefficients, coefficients, coefficients, default, mesh)
    {
    }

    public CellModel(CellCoefficients coefficients, CellCoefficients above, CellCoefficients below, Variation<T> variation, CellMesh mesh)
    {
        _coefficients = coefficients;
        Anode = Electrode(coefficients.Anode, above.Anode, below.Anode, variation, mesh.Anode);
        Cathode = Electrode(coefficients.Cathode, above.Cathode, below.Cathode, variation, mesh.Cathode);
        (_anodeAt, _cathodeAt, _ownAt) = (0, Anode.Count, Anode.Count + Cathode.Count);
        T Of(Func<CellCoefficients, double> each) => variation.Of(each(coefficients), each(above), each(below));
        double kelvin = coefficients.Temperature;
        _separator = Of(each => SeparatorResistance(each, kelvin, 0, 1));
        _cathodeSide = Of(each => SeparatorResistance(each, kelvin, each.ReferencePosition, 1));
        _anodeSide = _separator - _cathodeSide;
        _temperature = Of(each => each.Temperature);
        Anode.SetTemperature(_temperature);
        Cathode.SetTemperature(_temperature);
    }

    /// <summary>The negative electrode.</summary>
    public ElectrodeModel<T> Anode { get; }

    /// <summary>The positive electrode.</summary>
    public ElectrodeModel<T> Cathode { get; }

    public int Count => _ownAt + Own;

    /// <summary>What it was made from.</summary>
    public CellCoefficients Coefficients => _coefficients;

    /// <summary>K.</summary>
    public T Temperature => _temperature;

    /// <summary>Where the voltage stands, V.</summary>
    public int VoltageAt => _ownAt;

    /// <summary>Where the current density stands, A/m2, > 0 charges.</summary>
    public int CurrentAt => _ownAt + 1;

    /// <summary>Where the charge since the start stands, C/m2, > 0 charged.</summary>
    public int ChargeAt => _ownAt + 2;

    /// <summary>Where the energy since the start stands, J/m2.</summary>
    public int EnergyAt => _ownAt + 3;

    /// <summary>Tolerance of the error test in lithium content.</summary>
    public double ContentTolerance { get; set; } = 1e-4;

    /// <summary>Tolerance of the error test in volts.</summary>
    public double VoltageTolerance { get; set; } = 1e-4;

    /// <summary>What is controlled.</summary>
    public CellControl Control
    {
        get => _control;
        set => _control = value;
    }

    /// <summary>Newton iterations since construction.</summary>
    public long Iterations { get; private set; }

    /// <summary>The state at the start.</summary>
    public void Initialise(Span<T> unknowns)
    {
        unknowns.Clear();
        Anode.Initialise(unknowns.Slice(_anodeAt, Anode.Count));
        Cathode.Initialise(unknowns.Slice(_cathodeAt, Cathode.Count));
        unknowns[VoltageAt] = Cathode.Equilibrium(unknowns.Slice(_cathodeAt, Cathode.Count)).Potential - Anode.Equilibrium(unknowns.Slice(_anodeAt, Anode.Count)).Potential;
    }

    /// <summary>The part of the unknowns that is the negative electrode's.</summary>
    public ReadOnlySpan<T> AnodePart(ReadOnlySpan<T> unknowns) => unknowns.Slice(_anodeAt, Anode.Count);

    /// <summary>The part of the unknowns that is the positive electrode's.</summary>
    public ReadOnlySpan<T> CathodePart(ReadOnlySpan<T> unknowns) => unknowns.Slice(_cathodeAt, Cathode.Count);

    /// <summary>Guesses the algebraic unknowns for a current, before consistent values are sought.</summary>
    public void Guess(Span<T> unknowns, T current)
    {
        Anode.Guess(unknowns.Slice(_anodeAt, Anode.Count), current);
        Cathode.Guess(unknowns.Slice(_cathodeAt, Cathode.Count), -current);
        unknowns[CurrentAt] = current;
    }

    public bool TrySolve(double time, double rate, ReadOnlySpan<T> history, Span<T> solution)
    {
        double delay = double.IsPositiveInfinity(rate) ? 0 : 1 / rate;
        Anode.Begin(delay, history.Slice(_anodeAt, Anode.Count), solution.Slice(_anodeAt, Anode.Count));
        Cathode.Begin(delay, history.Slice(_cathodeAt, Cathode.Count), solution.Slice(_cathodeAt, Cathode.Count));
        T current = solution[CurrentAt], voltage = solution[VoltageAt];
        int limit = delay == 0 ? FirstIterations : UsualIterations;
        double before = double.PositiveInfinity;
        for (int iteration = 0; iteration < limit; iteration++)
        {
            Iterations++;
            Anode.Linearise(current);
            Cathode.Linearise(-current);
            // docs/physics.md (39): V = cathode - anode + I R; each electrode's potential is affine in its own current.
            T settled = Cathode.Settled - Anode.Settled + current * _separator;
            double resistance = _separator.Value - Cathode.Resistance - Anode.Resistance;
            T change = Close(time, current, settled, resistance);
            double off = Math.Max(Anode.Update(change), Cathode.Update(-change));
            if (double.IsNaN(off) || !(off < Hopeless)) return false;
            voltage = settled + T.Constant(resistance) * change;
            current += change;
            if (off < Converged && Math.Abs(change.Value) * resistance < Converged)
            {
                if (T.Order == 0 || (before < Converged)) return Finish(delay, history, solution, voltage, current);
            }
            // Where it does not close in, a shorter step is cheaper than more of the same.
            else if (delay > 0 && iteration >= 4 && off > 0.7 * before) return false;
            before = off;
        }
        return false;
    }

    public void Weights(ReadOnlySpan<T> solution, Span<double> weights)
    {
        weights.Clear();
        Anode.Weights(solution.Slice(_anodeAt, Anode.Count), ContentTolerance, VoltageTolerance, weights.Slice(_anodeAt, Anode.Count));
        Cathode.Weights(solution.Slice(_cathodeAt, Cathode.Count), ContentTolerance, VoltageTolerance, weights.Slice(_cathodeAt, Cathode.Count));
        weights[VoltageAt] = 1 / VoltageTolerance;
    }

    /// <summary>The parts of the voltage at a solution. docs/physics.md (45).</summary>
    public IReadOnlyList<VoltagePart> Parts(ReadOnlySpan<T> unknowns)
    {
        var parts = new List<VoltagePart>();
        double current = unknowns[CurrentAt].Value;
        var own = new List<VoltagePart>();
        Cathode.Parts(CathodePart(unknowns), -current, own);
        foreach (VoltagePart part in own) parts.Add(new($"cathode {part.Name}", part.Value));
        own.Clear();
        Anode.Parts(AnodePart(unknowns), current, own);
        foreach (VoltagePart part in own) parts.Add(new($"anode {part.Name}", -part.Value));
        parts.Add(new("separator", current * _separator.Value));
        return parts;
    }

    private bool Finish(double delay, ReadOnlySpan<T> history, Span<T> solution, T voltage, T current)
    {
        Anode.Finish(solution.Slice(_anodeAt, Anode.Count));
        Cathode.Finish(solution.Slice(_cathodeAt, Cathode.Count));
        T step = T.Constant(delay);
        (solution[VoltageAt], solution[CurrentAt]) = (voltage, current);
        (solution[ChargeAt], solution[EnergyAt]) = (history[ChargeAt] + step * current, history[EnergyAt] + step * current * voltage);
        return double.IsFinite(voltage.Value);
    }

    // The change of the current that the control asks for.
    private T Close(double time, T current, T settled, double resistance)
    {
        T target = T.Constant(_control.Value + _control.Slope * (time - _control.Start)), inverse = T.Constant(1 / resistance);
        switch (_control.Kind)
        {
            case CellControlKind.Current:
                return target - current;
            case CellControlKind.Voltage:
                return inverse * (target - settled);
            case CellControlKind.CathodePotential:
                {
                    T potential = Cathode.Settled + current * _cathodeSide;
                    return (target - potential) / T.Constant(_cathodeSide.Value - Cathode.Resistance);
                }
            case CellControlKind.AnodePotential:
                {
                    T potential = Anode.Settled - current * _anodeSide;
                    return (target - potential) / T.Constant(Anode.Resistance - _anodeSide.Value);
                }
            case CellControlKind.Power:
                return (target - settled * current) / (T.Constant(resistance) * current + settled);
            default:
                return -(settled + target * current) / (T.Constant(resistance) + target);
        }
    }

    private static double SeparatorResistance(CellCoefficients cell, double kelvin, double from, double to)
    {
        double length = cell.Separator.Sum(layer => layer.Thickness), at = 0, sum = 0;
        foreach (LayerCoefficients layer in cell.Separator)
        {
            double begin = at / length, end = (at + layer.Thickness) / length, share = Math.Max(0, Math.Min(to, end) - Math.Max(from, begin)) / (end - begin);
            sum += share * layer.Thickness / (layer.Conductivity * layer.Activation.Factor(kelvin));
            if (end > from && end <= to) sum += layer.InterfaceResistance;
            at += layer.Thickness;
        }
        return sum;
    }

    private static ElectrodeModel<T> Electrode(ElectrodeCoefficients electrode, ElectrodeCoefficients above, ElectrodeCoefficients below, Variation<T> variation, CompositeMesh? mesh) => electrode switch
    {
        CompositeCoefficients composite => new CompositeModel<T>(composite, (CompositeCoefficients)above, (CompositeCoefficients)below, variation, mesh!),
        FoilCoefficients foil => new FoilModel<T>(foil, (FoilCoefficients)above, (FoilCoefficients)below, variation),
        IdealCoefficients ideal => new FoilModel<T>(Flat(ideal), Flat((IdealCoefficients)above), Flat((IdealCoefficients)below), variation),
        _ => throw new ArgumentException($"{electrode.GetType().Name} is no electrode that the equations know.", nameof(electrode)),
    };

    private static FoilCoefficients Flat(IdealCoefficients ideal) => new(ideal.Potential, double.PositiveInfinity, ThermalLaw.None, 0.5, 0, 0, 0, double.PositiveInfinity);
}
