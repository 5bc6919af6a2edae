using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// Lithium in the particles of one size class at all points of an electrode. What enters is the supply u = d(mean content)/dt; what the equations see is the content of the surface, linear in u.
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
internal abstract class ParticleField<T>
    where T : unmanaged, IScalar<T>
{
    /// <summary>States per point, the surface not counted.</summary>
    public abstract int States { get; }

    /// <summary>Content of the surface after the change that <see cref="Linearise"/> found, at the supply it was given.</summary>
    public abstract T[] Surface { get; }

    /// <summary>Its slope in the supply, s, at least 0.</summary>
    public abstract double[] Response { get; }

    /// <summary>The shells, where states are their contents; null where states are modes.</summary>
    public virtual GradedSphere? Shells => null;

    /// <summary>Takes temperature and size: 1/R² times the thermal factor of the diffusivity, 1/m2.</summary>
    public abstract void Set(T inverseSquareRadius);

    /// <summary>Takes the share of the diffusivity that is left at each point; only shells know of it.</summary>
    public virtual void Slow(ReadOnlySpan<T> left) => throw new NotSupportedException("modes have one diffusivity");

    /// <summary>Begins a step: history of the states, states outermost and points innermost; delay = 1/rate, s.</summary>
    public abstract void Begin(double delay, ReadOnlySpan<T> history, ReadOnlySpan<T> states, ReadOnlySpan<T> surface);

    /// <summary>Linearises at a supply for every point.</summary>
    public abstract void Linearise(ReadOnlySpan<T> supply);

    /// <summary>Takes the change of the supply and the surface that came of it; returns the largest change within a particle.</summary>
    public abstract double Update(ReadOnlySpan<T> supplyChange, ReadOnlySpan<T> surface);

    /// <summary>Writes the states at the supply found.</summary>
    public abstract void Finish(ReadOnlySpan<T> supply, Span<T> states);

    /// <summary>The mean content of the particles at each point.</summary>
    public abstract T Mean(ReadOnlySpan<T> states, int point);

    /// <summary>Uniform states.</summary>
    public abstract void Fill(Span<T> states, T content);

    /// <summary>Content over radius at a point, from the centre to the last shell's middle: pairs for profiles.</summary>
    public abstract void Profile(ReadOnlySpan<T> states, int point, Span<double> radii, Span<double> contents);
}
