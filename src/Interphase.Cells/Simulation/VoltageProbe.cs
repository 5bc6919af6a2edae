using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>Takes the voltages and currents of a run, or holds a run against those that another took at the same times of the same steps.</summary>
/// <param name="model">The cell.</param>
/// <param name="reference">What another run took; null to take.</param>
/// <param name="work">Steps of the integrator times unknowns, after which the run is ended.</param>
/// <param name="end">Ends the run.</param>
internal sealed class VoltageProbe(CellModel<Real> model, VoltageProbe? reference, double work, CancellationTokenSource end) : IDriverSink<Real>
{
    // Voltages count from here on after a change of the current, s, and fully where they change slower than this, V/s: steeper parts are held by their time.
    // A current counts by its share of the largest one, V for the whole of it, until it has died away.
    private const double Settled = 5, Steep = 1e-3, WholeCurrent = 0.1, DiedAway = 0.01;
    private const int Looks = 2;

    private readonly List<int> _steps = [];
    private readonly List<double> _times = [], _voltages = [], _slopes = [], _currents = [];
    private double _largestCurrent;
    private int _next;

    /// <summary>The largest difference so far, V; of a steep part, a thousandth of a volt for each second; of a current under a potential that is given, a thousandth for each hundredth of the largest.</summary>
    public double Difference { get; private set; }

    /// <summary>Steps of the integrator times unknowns.</summary>
    public double Work { get; private set; }

    /// <summary>Whether the run was ended for its work, so that what comes later was not looked at.</summary>
    public bool IsCut => Work > work && (reference is null || _next < reference._steps.Count);

    public void Begins(CarriedStep<Real> step, ReadOnlySpan<Real> state)
    {
    }

    public void Passes(CarriedStep<Real> step, StiffIntegrator<Real> integrator, double from, double to)
    {
        if (!(to > from)) return;
        if (reference is null) Take(step.Number, integrator, from, to);
        else Compare(step.Number, integrator, to);
        Work += model.Count;
        if (Work > work) end.Cancel();
    }

    void IDriverSink<Real>.Ends(CarriedStep<Real> step, Real when, ReadOnlySpan<Real> state, StepEnd kind, string reason)
    {
        while (reference is not null && _next < reference._steps.Count && reference._steps[_next] <= step.Number) _next++;
    }

    private bool IsHeld => model.Control.Kind is CellControlKind.Voltage or CellControlKind.CathodePotential or CellControlKind.AnodePotential;

    private void Take(int step, StiffIntegrator<Real> integrator, double from, double to)
    {
        for (int look = 1; look <= Looks; look++)
        {
            double time = from + (to - from) * look / Looks;
            if (time < Settled) continue;
            double current = integrator.Interpolate(time, model.CurrentAt).Value;
            _largestCurrent = Math.Max(_largestCurrent, Math.Abs(current));
            if (IsHeld && Math.Abs(current) < DiedAway * _largestCurrent) continue;
            _currents.Add(current);
            _steps.Add(step);
            _times.Add(time);
            _voltages.Add(integrator.Interpolate(time, model.VoltageAt).Value);
            _slopes.Add(Math.Abs(integrator.Slope(time, model.VoltageAt)));
        }
    }

    private void Compare(int step, StiffIntegrator<Real> integrator, double to)
    {
        List<int> steps = reference!._steps;
        for (; _next < steps.Count && steps[_next] == step && reference._times[_next] <= to; _next++)
        {
            double time = reference._times[_next], current = Math.Abs(integrator.Interpolate(time, model.CurrentAt).Value - reference._currents[_next]);
            if (current > 0) Difference = Math.Max(Difference, WholeCurrent * current / reference._largestCurrent);
            double difference = Math.Abs(integrator.Interpolate(time, model.VoltageAt).Value - reference._voltages[_next]);
            double slope = Math.Max(reference._slopes[_next], Math.Abs(integrator.Slope(time, model.VoltageAt)));
            Difference = Math.Max(Difference, difference * Math.Min(1, Steep / slope));
        }
        if (_next == steps.Count) end.Cancel();
    }
}
