using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>Nobody hears of what is carried out.</summary>
internal sealed class SilentSink<T> : IDriverSink<T>
    where T : unmanaged, IScalar<T>
{
    public void Begins(CarriedStep<T> step, ReadOnlySpan<T> state)
    {
    }

    public void Passes(CarriedStep<T> step, StiffIntegrator<T> integrator, double from, double to)
    {
    }

    public void Ends(CarriedStep<T> step, T end, ReadOnlySpan<T> state, StepEnd kind, string reason)
    {
    }
}
