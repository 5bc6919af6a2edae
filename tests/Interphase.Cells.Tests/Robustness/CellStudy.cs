using System.Diagnostics;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>Runs random cells and judges how they end.</summary>
internal static class CellStudy
{
    /// <summary>Steps of the integrator that a run may take.</summary>
    public const long MostSteps = 100_000;

    // How far beyond its end what ends a run may lie: a wall is thin, and what passes by it does not end there.
    private const double Pressed = 0.01;

    /// <summary>Runs a cell.</summary>
    public static StudyRow Run(RandomCell cell)
    {
        long started = Stopwatch.GetTimestamp();
        CellSimulator simulator = CellSimulator.Of(cell.Coefficients);
        CellModel<Real> model = simulator.Model(simulator.ResolutionFor(cell.Protocol));
        var sink = new Watch(model);
        var driver = new ProtocolDriver<Real>(model, sink, cell.Coefficients.Temperature, double.NaN, CancellationToken.None);
        double before = sink.Lithium(driver.State);
        RunEnd end = driver.Run(cell.Protocol);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds, lost = Math.Abs(sink.Lithium(driver.State) - before) / before;
        string detail = end.Detail;
        StudyOutcome outcome = end.Exit switch
        {
            ExitKind.Failed => StudyOutcome.Failed,
            ExitKind.LimitAtStart => StudyOutcome.LimitAtStart,
            ExitKind.PhysicalStop => Physical(model, driver.State, end, ref detail) ? StudyOutcome.PhysicalStop : StudyOutcome.Unphysical,
            _ => sink.Ends[0] == StepEnd.LimitAtStart ? StudyOutcome.LimitAtStart : sink.OnlyTime ? StudyOutcome.Time : StudyOutcome.Limit,
        };
        if (!sink.IsFinite) (outcome, detail) = (StudyOutcome.Faulty, "a value that is not finite");
        else if (!(lost < 1e-7)) (outcome, detail) = (StudyOutcome.Faulty, $"{lost:e2} of the lithium is lost");
        else if (driver.Steps > MostSteps) (outcome, detail) = (StudyOutcome.Faulty, $"{driver.Steps} steps");
        return new StudyRow(cell, outcome, driver.Steps, seconds, detail);
    }

    // A stop is physical where what is named lies at the end that the current drives it to, and the voltage has left every range of use or would give less than was asked for.
    private static bool Physical(CellModel<Real> model, ReadOnlySpan<Real> state, RunEnd end, ref string detail)
    {
        if (end.Variable is null || end.Place is null || end.Value is not { } value || !double.IsFinite(value) || !double.IsFinite(end.Time)) return false;
        double current = model.Control.Value;
        if (end.Variable.Contains("lithium", StringComparison.Ordinal))
        {
            bool ofCathode = end.Variable.StartsWith("cathode", StringComparison.Ordinal), fills = current < 0 == ofCathode;
            double off = fills ? 1 - value : value, voltage = state[model.VoltageAt].Value;
            detail = $"{off:e1} from its end, {voltage:0.##} V: {detail}";
            if (model.Control.Kind == CellControlKind.Current) return off is > -Pressed and < 1e-5 && ((current > 0 ? voltage > 5 : voltage < 0) || !Carries(model, state, current));
        }
        return model.Control.Kind != CellControlKind.Current || !Carries(model, state, current);
    }

    // Whether the cell carries the current on for a while at some voltage far beyond all limits.
    private static bool Carries(CellModel<Real> model, ReadOnlySpan<Real> state, double current)
    {
        model.Control = new CellControl(CellControlKind.Voltage, current > 0 ? 15 : -15);
        foreach (double delay in (double[])[10, 1, 0.1])
        {
            Real[] history = [.. state], solution = [.. state];
            if (model.TrySolve(0, 1 / delay, history, solution)) return Math.Abs(solution[model.CurrentAt].Value) > 1.01 * Math.Abs(current);
        }
        return false;
    }

    private sealed class Watch(CellModel<Real> model) : IDriverSink<Real>
    {
        public List<StepEnd> Ends { get; } = [];

        public bool OnlyTime { get; private set; } = true;

        public bool IsFinite { get; private set; } = true;

        public double Lithium(ReadOnlySpan<Real> state) => model.Anode.Lithium(model.AnodePart(state)).Value + model.Cathode.Lithium(model.CathodePart(state)).Value;

        public void Begins(CarriedStep<Real> step, ReadOnlySpan<Real> state) => Look(state);

        public void Passes(CarriedStep<Real> step, StiffIntegrator<Real> integrator, double from, double to) => Look(integrator.Solution);

        void IDriverSink<Real>.Ends(CarriedStep<Real> step, Real end, ReadOnlySpan<Real> state, StepEnd kind, string reason)
        {
            Look(state);
            Ends.Add(kind);
            OnlyTime &= reason == "time";
        }

        private void Look(ReadOnlySpan<Real> state)
        {
            foreach (Real each in state) IsFinite &= double.IsFinite(each.Value);
        }
    }
}
