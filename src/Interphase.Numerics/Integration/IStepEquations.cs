namespace Interphase.Numerics;

/// <summary>
/// Equations F(t, y, y') = 0 as an implicit integrator needs them: it asks for one step at a time and leaves the Newton iteration to whoever knows the structure of F.
/// </summary>
/// <typeparam name="T">The number type; a <see cref="Dual"/> carries a sensitivity through the whole integration.</typeparam>
public interface IStepEquations<T>
    where T : unmanaged, IScalar<T>
{
    /// <summary>Number of unknowns, differential and algebraic.</summary>
    int Count { get; }

    /// <summary>
    /// Finds y with F(time, y, y') = 0, where y' = <paramref name="rate"/> (y - <paramref name="history"/>) for every differential unknown.
    /// Algebraic unknowns have no derivative; for them <paramref name="history"/> means nothing. An infinite rate asks for algebraic unknowns alone: differential ones stay at their history.
    /// </summary>
    /// <param name="time">Time of the step's end.</param>
    /// <param name="rate">1/time, > 0; infinite for consistent initial values.</param>
    /// <param name="history">What the past says of y.</param>
    /// <param name="solution">A prediction on entry, the solution on return.</param>
    /// <returns>Whether it was found.</returns>
    bool TrySolve(double time, double rate, ReadOnlySpan<T> history, Span<T> solution);

    /// <summary>The integration stands at a solution: at its start and after every step that was accepted. For equations that remember something, such as an extreme reached.</summary>
    /// <param name="solution">Where it stands.</param>
    void Stand(ReadOnlySpan<T> solution)
    {
    }

    /// <summary>How much an error in each unknown counts: 1 over its tolerance; 0 where it is not tested.</summary>
    /// <param name="solution">Where the integration stands.</param>
    /// <param name="weights">Filled.</param>
    void Weights(ReadOnlySpan<T> solution, Span<double> weights);
}
