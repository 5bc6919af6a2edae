using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// How a run depends on one value of the cell file: the run is carried out in numbers that carry their derivative, through every step, limit and change of the protocol.
/// What the value does to the coefficients is taken from the file read a little above and a little below; everything after that is exact. docs/numerics.md, section 11.
/// </summary>
public sealed class CellSensitivity
{
    /// <summary>By which share of itself the value is moved to see what coefficients it moves.</summary>
    public const double Reach = 1e-3;

    private readonly CellCoefficients _cell, _above, _below;
    private readonly CellSimulator _simulator;
    private readonly double _step;

    private CellSensitivity(CellSimulator simulator, CellCoefficients above, CellCoefficients below, double value, double step) =>
        (_simulator, _cell, _above, _below, Value, _step) = (simulator, simulator.Coefficients, above, below, value, step);

    /// <summary>The value, in SI.</summary>
    public double Value { get; }

    /// <summary>The voltage after each step of the integrator, with its derivative; after <see cref="Run(Protocol, double?, CancellationToken)"/>.</summary>
    public IReadOnlyList<VoltageSensitivity> Voltages { get; private set; } = [];

    /// <summary>Discharge capacities and retentions of the cycles with their derivatives; after <see cref="Run(Protocol, double?, CancellationToken)"/>.</summary>
    public IReadOnlyList<CycleSensitivity> Cycles => CycleSensitivity.Of(Steps);

    /// <summary>The steps' ends with their derivatives; after <see cref="Run(Protocol, double?, CancellationToken)"/>.</summary>
    public IReadOnlyList<StepSensitivity> Steps { get; private set; } = [];

    /// <summary>Prepares the sensitivity of a cell file to one of its values; null after problems.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">A number, such as <c>cathode.thickness</c>, a property that is one, or a parameter of a formula, such as <c>cathode.active.exchangeCurrent.parameters.k</c>.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="overrides">Values that replace those of the file, as <c>path=value</c>.</param>
    public static CellSensitivity? Prepare(string file, string path, Problems problems, params IReadOnlyList<string> overrides)
    {
        CellReading reading = CellReader.Read(file, overrides);
        return Simulator(reading, problems) is { } simulator ? Prepare(reading, simulator, path, problems, overrides) : null;
    }

    /// <summary>The same of a cell that was read; with a simulator <see cref="CellSimulator.At"/> a resolution, many inputs share one search. Null after problems.</summary>
    /// <param name="reading">The cell.</param>
    /// <param name="simulator">Made of it.</param>
    /// <param name="path">The value, as above.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="overrides">What the cell was read with.</param>
    public static CellSensitivity? Prepare(CellReading reading, CellSimulator simulator, string path, Problems problems, params IReadOnlyList<string> overrides)
    {
        if (CellInput.Find(reading.Description!, path) is not { } input)
        {
            problems.Add(new Place(reading.File), path, "no number that could be varied", "the path of a number, a constant property or a parameter of a formula", "interphase check lists every path");
            return null;
        }
        double reach = input.Number == 0 ? Reach : Reach * Math.Abs(input.Number);
        CellCoefficients? Neighbour(double value) => Simulator(CellReader.Read(reading.File, [.. overrides, input.Override(value)]), problems)?.Coefficients;
        return Neighbour(input.Number + reach) is { } above && Neighbour(input.Number - reach) is { } below ? new CellSensitivity(simulator, above, below, input.Si, reach * input.PerNumber) : null;
    }

    /// <summary>A cell of which nothing varies: capacities as a plain run has them.</summary>
    internal static CellSensitivity Of(CellSimulator simulator) => new(simulator, simulator.Coefficients, simulator.Coefficients, 1, 1);

    /// <summary>Carries out a protocol, and fills <see cref="Steps"/> and <see cref="Voltages"/>.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="tolerance">Of the integrator, in lithium content and volts; the simulator's own where it is left out.</param>
    /// <param name="cancellation">Stops it.</param>
    public RunEnd Run(Protocol protocol, double? tolerance = null, CancellationToken cancellation = default) => Run(protocol, int.MaxValue, tolerance, cancellation);

    /// <summary>The same of the first cycles of a protocol alone.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="cycles">So many of its cycles.</param>
    /// <param name="tolerance">Of the integrator, in lithium content and volts; the simulator's own where it is left out.</param>
    /// <param name="cancellation">Stops it.</param>
    public RunEnd Run(Protocol protocol, int cycles, double? tolerance = null, CancellationToken cancellation = default)
    {
        Resolution resolution = _simulator.ResolutionFor(protocol, cancellation);
        double wanted = tolerance ?? resolution.Tolerance;
        var model = new CellModel<Dual>(_cell, _above, _below, new Variation<Dual>(Dual.Variable(Value), _step), resolution.Mesh) { ContentTolerance = wanted, VoltageTolerance = wanted };
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var sink = new Sink(model, cycles, enough);
        RunEnd end = new ProtocolDriver<Dual>(model, sink, _cell.Temperature, _simulator.Pressure, enough.Token).Run(protocol);
        (Steps, Voltages) = (sink.Steps, sink.Voltages);
        return end.Exit == ExitKind.Cancelled && !cancellation.IsCancellationRequested ? end with { Exit = ExitKind.Completed, Detail = "" } : end;
    }

    private static CellSimulator? Simulator(CellReading reading, Problems problems)
    {
        foreach (Problem problem in reading.Problems) problems.Add(problem);
        return reading.Design is null ? null : CellSimulator.Prepare(reading, problems);
    }

    private sealed class Sink(CellModel<Dual> model, int cycles, CancellationTokenSource enough) : IDriverSink<Dual>
    {
        private Dual _charge;

        public List<StepSensitivity> Steps { get; } = [];

        public List<VoltageSensitivity> Voltages { get; } = [];

        public void Begins(CarriedStep<Dual> step, ReadOnlySpan<Dual> state)
        {
            if (step.Cycle > cycles) enough.Cancel();
            _charge = state[model.ChargeAt];
            Add(step, 0, state[model.VoltageAt], 0);
        }

        public void Passes(CarriedStep<Dual> step, StiffIntegrator<Dual> integrator, double from, double to)
        {
            if (to > from) Add(step, to, integrator.Interpolate(to, model.VoltageAt), integrator.Slope(to, model.VoltageAt));
        }

        public void Ends(CarriedStep<Dual> step, Dual end, ReadOnlySpan<Dual> state, StepEnd kind, string reason)
        {
            if (step.Cycle > cycles) return;
            Dual time = step.Start + end, charge = state[model.ChargeAt] - _charge, voltage = state[model.VoltageAt];
            Steps.Add(new StepSensitivity(step.Cycle, step.Number, time.Value, time.Slope, charge.Value, charge.Slope, voltage.Value, voltage.Slope, kind, step.Step));
        }

        // At a fixed moment since the start of the run a step that begins later by some has come that much less far.
        private void Add(CarriedStep<Dual> step, double time, Dual voltage, double pace)
        {
            if (step.Cycle <= cycles) Voltages.Add(new VoltageSensitivity(step.Start.Value + time, voltage.Value, voltage.Slope - pace * step.Start.Slope));
        }
    }
}
