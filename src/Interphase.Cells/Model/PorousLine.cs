using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>The two currents of a porous electrode along its thickness, in ions from the separator (x = 0) and in electrons to the collector (x = L). docs/numerics.md, section 5.</summary>
/// <typeparam name="T">The number type.</typeparam>
internal abstract class PorousLine<T>
    where T : unmanaged, IScalar<T>
{
    /// <summary>Number of points.</summary>
    public abstract int Count { get; }

    /// <summary>Shares of the length that the points stand for; their sum is 1.</summary>
    public abstract double[] Weights { get; }

    /// <summary>Where the points lie: 0 at the separator, 1 at the collector.</summary>
    public abstract double[] Positions { get; }

    /// <summary>Potential of the electrons against that of the ions at the elements' ends, V.</summary>
    public abstract Span<T> Nodes { get; }

    /// <summary>The electrode's potential after the changes of <see cref="Solve"/> at an unchanged current, V.</summary>
    public T Settled { get; protected set; }

    /// <summary>Its change with the current, ohm m2.</summary>
    public double Resistance { get; protected set; }

    /// <summary>Takes length and conductivities.</summary>
    public abstract void Set(T length, T ionic, T electronic);

    /// <summary>
    /// Solves for the changes of all potentials that make the line hold with currents linear in them; they are affine in the change of the current, which the caller closes and gives to <see cref="Update"/>.
    /// </summary>
    /// <param name="potentials">Potentials at the points as they stand, V.</param>
    /// <param name="currents">What leaves into the electrolyte per volume, A/m3, the present linearisation at these potentials.</param>
    /// <param name="slopes">Its slope in the potential, S/m3, at least 0.</param>
    /// <param name="current">Current that enters from the separator, A/m2.</param>
    public abstract void Solve(ReadOnlySpan<T> potentials, ReadOnlySpan<T> currents, ReadOnlySpan<double> slopes, T current);

    /// <summary>Adds the changes for a change of the current.</summary>
    /// <param name="currentChange">A/m2.</param>
    /// <param name="changes">Filled with the changes at the points, V.</param>
    public abstract void Update(T currentChange, Span<T> changes);

    /// <summary>
    /// The ohmic parts of the electrode's potential, weighted by length: what ions lose between the separator and the points, and electrons between the points and the collector, V.
    /// </summary>
    /// <param name="currents">What leaves into the electrolyte per volume, A/m3.</param>
    /// <param name="current">What enters from the separator, A/m2.</param>
    public abstract (double Ionic, double Electronic) OhmicParts(ReadOnlySpan<double> currents, double current);
}
