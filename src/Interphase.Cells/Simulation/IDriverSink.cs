using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>Whoever wants to know what happens while a protocol is carried out. Times within a step count from its start.</summary>
/// <typeparam name="T">The number type.</typeparam>
internal interface IDriverSink<T>
    where T : unmanaged, IScalar<T>
{
    /// <summary>A step begins, with consistent values.</summary>
    void Begins(CarriedStep<T> step, ReadOnlySpan<T> state);

    /// <summary>The integrator has gone from one time to another; both lie in its last step.</summary>
    void Passes(CarriedStep<T> step, StiffIntegrator<T> integrator, double from, double to);

    /// <summary>Whether it is wanted when a step comes by its marks.</summary>
    bool WantsMarks => false;

    /// <summary>A step has come by one of its marks.</summary>
    void Marks(CarriedStep<T> step, double time, ReadOnlySpan<T> state)
    {
    }

    /// <summary>The first cycle from one on, that one included, that may not be jumped over.</summary>
    int NextWanted(int cycle) => int.MaxValue;

    /// <summary>A step ends.</summary>
    void Ends(CarriedStep<T> step, T end, ReadOnlySpan<T> state, StepEnd kind, string reason);
}
