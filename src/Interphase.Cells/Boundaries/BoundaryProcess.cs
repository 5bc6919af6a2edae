using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// Something that happens at the boundaries of a composite while current flows: it owns states at every point, with their rates and the current that they carry. They are eliminated where they stand:
/// for the potentials of an iteration it solves its own implicit step and says how the result answers a potential.
/// </summary>
/// <remarks>States are amounts, so that an integrator conserves their sums; thicknesses and volumes follow from them. docs/physics.md, section "Boundaries".</remarks>
/// <typeparam name="T">The number type.</typeparam>
internal abstract class BoundaryProcess<T>
    where T : unmanaged, IScalar<T>
{
    /// <summary>States per point; states stand outermost, points innermost.</summary>
    public abstract int States { get; }

    /// <summary>What it does to the points, each with what it is called where losses are told.</summary>
    public virtual ImmutableArray<(BoundaryEffect Effect, string Cause)> Effects => [];

    /// <summary>Whether the resistance of the ions changes with it.</summary>
    public virtual bool ChangesIons => false;

    /// <summary>Takes the temperature, K, and RT/F, V.</summary>
    public abstract void SetTemperature(T temperature, T thermal);

    /// <summary>Takes the pressure on the stack, Pa.</summary>
    public virtual void SetPressure(double pressure)
    {
    }

    /// <summary>Writes the states at the start.</summary>
    public virtual void Initialise(Span<T> states) => states.Clear();

    /// <summary>Begins an implicit step from the states' history.</summary>
    public abstract void Begin(ReadOnlySpan<T> history);

    /// <summary>Solves the states at the conditions of an iteration, and says what they change.</summary>
    public abstract void Evaluate(PointConditions<T> conditions);

    /// <summary>Writes the states for potentials a little beyond those of the last evaluation: by the slopes that the currents had, so that what is booked is what flowed.</summary>
    public abstract void Finish(ReadOnlySpan<T> beyond, Span<T> states);

    /// <summary>Fills the weights of the error test.</summary>
    public abstract void Weights(ReadOnlySpan<T> states, double content, Span<double> weights);

    /// <summary>Lithium that it sent into the electrolyte's current since the start at a point, C/m3.</summary>
    public virtual T Released(ReadOnlySpan<T> states, int point) => T.Constant(0);

    /// <summary>Adds what it holds of lithium at a point to the ledger, mol/m3 times <paramref name="weight"/>.</summary>
    public virtual void Book(ReadOnlySpan<T> states, int point, double weight, ILedger ledger)
    {
    }

    /// <summary>What of a cell file keeps the equations from a solution near these conditions; null where it is nothing of this process.</summary>
    public virtual Problem? Fault(PointConditions<T> conditions) => null;

    /// <summary>Products that a spectrum could see, each at its boundary, with the amount that shows, C/m3.</summary>
    public virtual ImmutableArray<BoundaryProduct> Products => [];

    /// <summary>Amount of a product at a point, C/m3.</summary>
    public virtual double Amount(int product, ReadOnlySpan<T> states, int point) => 0;
}
