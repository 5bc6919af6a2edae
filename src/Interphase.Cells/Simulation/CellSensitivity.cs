using System.Globalization;
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

    /// <summary>The voltage after each step of the integrator, with its derivative; after <see cref="Run"/>.</summary>
    public IReadOnlyList<VoltageSensitivity> Voltages { get; private set; } = [];

    /// <summary>The steps' ends with their derivatives; after <see cref="Run"/>.</summary>
    public IReadOnlyList<StepSensitivity> Steps { get; private set; } = [];

    /// <summary>Prepares the sensitivity of a cell file to one of its values; null after problems.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">A number, such as <c>cathode.thickness</c>, a property that is one, or a parameter of a formula, such as <c>cathode.active.exchangeCurrent.parameters.k</c>.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="overrides">Values that replace those of the file, as <c>path=value</c>.</param>
    public static CellSensitivity? Prepare(string file, string path, Problems problems, params IReadOnlyList<string> overrides)
    {
        CellReading reading = CellReader.Read(file, overrides);
        if (Simulator(reading, problems) is not { } simulator) return null;
        if (Parameter(reading.Description!, path) is not { } parameter)
        {
            problems.Add(new Place(file), path, "no number that could be varied", "the path of a number, a constant property or a parameter of a formula", "interphase check lists every path");
            return null;
        }
        (double number, string unit, double si, double perNumber) = parameter;
        double reach = number == 0 ? Reach : Reach * Math.Abs(number);
        CellCoefficients? Neighbour(double value) =>
            Simulator(CellReader.Read(file, [.. overrides, $"{path}={value.ToString("R", CultureInfo.InvariantCulture)} {unit}"]), problems)?.Coefficients;
        return Neighbour(number + reach) is { } above && Neighbour(number - reach) is { } below ? new CellSensitivity(simulator, above, below, si, reach * perNumber) : null;
    }

    /// <summary>Carries out a protocol, and fills <see cref="Steps"/> and <see cref="Voltages"/>.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="tolerance">Of the integrator, in lithium content and volts; the simulator's own where it is left out.</param>
    /// <param name="cancellation">Stops it.</param>
    public RunEnd Run(Protocol protocol, double? tolerance = null, CancellationToken cancellation = default)
    {
        Resolution resolution = _simulator.ResolutionFor(protocol, cancellation);
        double wanted = tolerance ?? resolution.Tolerance;
        var model = new CellModel<Dual>(_cell, _above, _below, new Variation<Dual>(Dual.Variable(Value), _step), resolution.Mesh) { ContentTolerance = wanted, VoltageTolerance = wanted };
        var sink = new Sink(model);
        RunEnd end = new ProtocolDriver<Dual>(model, sink, _cell.Temperature, _simulator.Pressure, cancellation).Run(protocol);
        (Steps, Voltages) = (sink.Steps, sink.Voltages);
        return end;
    }

    private static CellSimulator? Simulator(CellReading reading, Problems problems)
    {
        foreach (Problem problem in reading.Problems) problems.Add(problem);
        return reading.Design is null ? null : CellSimulator.Prepare(reading, problems);
    }

    private static (double Number, string Unit, double Si, double PerNumber)? Parameter(Description description, string path)
    {
        const string inner = ".parameters.";
        int at = path.IndexOf(inner, StringComparison.Ordinal);
        string field = at < 0 ? path : path[..at];
        foreach ((string each, ISetting setting) in description.Settings())
        {
            if (each != field) continue;
            if (at >= 0)
                return setting.Content is Property { Formula: { } formula } && formula.Parameters.FirstOrDefault(parameter => parameter.Name == path[(at + inner.Length)..]) is { } named ? (named.Value, "", named.Value, 1) : null;
            Quantity? quantity = setting.Content switch { Quantity own => own, Property property => property.Constant, Stoichiometry { Content: { } content } => new Quantity(content, Unit.One), _ => null };
            return quantity is { } found ? (found.Number, found.Unit.Symbol, found.Si, found.Unit.DifferenceToSi(1)) : null;
        }
        return null;
    }

    private sealed class Sink(CellModel<Dual> model) : IDriverSink<Dual>
    {
        private Dual _charge;

        public List<StepSensitivity> Steps { get; } = [];

        public List<VoltageSensitivity> Voltages { get; } = [];

        public void Begins(CarriedStep<Dual> step, ReadOnlySpan<Dual> state)
        {
            _charge = state[model.ChargeAt];
            Add(step, 0, state[model.VoltageAt], 0);
        }

        public void Passes(CarriedStep<Dual> step, StiffIntegrator<Dual> integrator, double from, double to)
        {
            if (to > from) Add(step, to, integrator.Interpolate(to, model.VoltageAt), integrator.Slope(to, model.VoltageAt));
        }

        public void Ends(CarriedStep<Dual> step, Dual end, ReadOnlySpan<Dual> state, StepEnd kind, string reason)
        {
            Dual time = step.Start + end, charge = state[model.ChargeAt] - _charge, voltage = state[model.VoltageAt];
            Steps.Add(new StepSensitivity(step.Cycle, step.Number, time.Value, time.Slope, charge.Value, charge.Slope, voltage.Value, voltage.Slope));
        }

        // At a fixed moment since the start of the run a step that begins later by some has come that much less far.
        private void Add(CarriedStep<Dual> step, double time, Dual voltage, double pace) =>
            Voltages.Add(new VoltageSensitivity(step.Start.Value + time, voltage.Value, voltage.Slope - pace * step.Start.Slope));
    }
}
