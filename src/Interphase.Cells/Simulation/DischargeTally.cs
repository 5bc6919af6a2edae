using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>Adds up what discharges give, C/m2.</summary>
/// <param name="model">The cell.</param>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class DischargeTally<T>(CellModel<T> model) : IDriverSink<T>
    where T : unmanaged, IScalar<T>
{
    private T _before;

    public T Discharged { get; private set; }

    public void Begins(CarriedStep<T> step, ReadOnlySpan<T> state) => _before = state[model.ChargeAt];

    public void Passes(CarriedStep<T> step, StiffIntegrator<T> integrator, double from, double to)
    {
    }

    public void Ends(CarriedStep<T> step, T end, ReadOnlySpan<T> state, StepEnd kind, string reason)
    {
        T passed = state[model.ChargeAt] - _before;
        if (passed.Value < 0) Discharged -= passed;
    }
}
