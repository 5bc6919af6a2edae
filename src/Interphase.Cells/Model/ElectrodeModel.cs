using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// An electrode as the cell's equations see it: unknowns of its own, and a potential (electrons at its collector against ions at its border to the separator) that is affine in the current
/// once its own equations are linearised. The current is the one that enters from the separator, A/m2, positive where lithium goes in; so one electrode serves on either side.
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
internal abstract class ElectrodeModel<T>
    where T : unmanaged, IScalar<T>
{
    /// <summary>Number of unknowns.</summary>
    public abstract int Count { get; }

    /// <summary>The electrode's potential after the changes found, at an unchanged current, V.</summary>
    public abstract T Settled { get; }

    /// <summary>The change of that potential with the current, ohm m2, below 0.</summary>
    public abstract double Resistance { get; }

    /// <summary>Takes a temperature, K.</summary>
    public abstract void SetTemperature(T temperature);

    /// <summary>Takes what a liquid's salt makes of it.</summary>
    public abstract void Wet(SaltField<T>.Part salt);

    /// <summary>Writes the ionic currents that the salt's balance needs, as the last iteration left them.</summary>
    public virtual void Flow(T current, Span<T> flow)
    {
    }

    /// <summary>Writes the state at the start.</summary>
    public abstract void Initialise(Span<T> unknowns);

    /// <summary>Guesses the algebraic unknowns for a current.</summary>
    public abstract void Guess(Span<T> unknowns, T current);

    /// <summary>Begins an implicit step from history and a prediction; delay = 1/rate, s; 0 where differential unknowns stay.</summary>
    public abstract void Begin(double delay, ReadOnlySpan<T> history, ReadOnlySpan<T> prediction);

    /// <summary>Linearises where the iteration stands, at a current.</summary>
    public abstract void Linearise(T current);

    /// <summary>Whether an iteration may pass over states in which a surface would empty or fill itself, to the next one that lasts.</summary>
    public bool MayLeap { get; set; }

    /// <summary>Takes the changes, with the change of the current that the cell found; returns how far it still was from a solution, V.</summary>
    public abstract double Update(T currentChange);

    /// <summary>Writes the unknowns at the solution.</summary>
    public abstract void Finish(Span<T> unknowns);

    /// <summary>Takes what has to be remembered of a state that was reached.</summary>
    public virtual void Stand(ReadOnlySpan<T> unknowns)
    {
    }

    /// <summary>Fills the weights of the error test for a tolerance in lithium content (and in volts, times <paramref name="voltage"/>).</summary>
    public abstract void Weights(ReadOnlySpan<T> unknowns, double content, double voltage, Span<double> weights);

    /// <summary>Mean lithium content; NaN where there is none.</summary>
    public abstract T Content(ReadOnlySpan<T> unknowns);

    /// <summary>Lithium that the electrode holds, C/m2 (all of it, films and reservoirs included).</summary>
    public abstract T Lithium(ReadOnlySpan<T> unknowns);

    /// <summary>Takes the pressure on the stack, Pa.</summary>
    public virtual void SetPressure(double pressure)
    {
    }

    /// <summary>Enters what holds that lithium, mol/m2.</summary>
    public abstract void Book(ReadOnlySpan<T> unknowns, ILedger ledger);

    /// <summary>Equilibrium potential at the mean contents, V, and its slope in temperature, V/K.</summary>
    public abstract (T Potential, double Entropic) Equilibrium(ReadOnlySpan<T> unknowns);

    /// <summary>What a stop was about: the variable and the place that came closest to the end to which a current drives it, and how far it is from there; null where nothing ends.</summary>
    /// <param name="unknowns">The state.</param>
    /// <param name="fills">Whether lithium goes in.</param>
    public abstract (string Variable, string Place, double Value, double Distance)? Extreme(ReadOnlySpan<T> unknowns, bool fills);

    /// <summary>Whether something is so far at its end that it carries nothing more.</summary>
    public virtual bool IsBeyond(ReadOnlySpan<T> unknowns) => false;

    /// <summary>What of a cell file keeps the equations from a solution near a state; null where nothing is known to.</summary>
    public virtual Problem? Fault(ReadOnlySpan<T> unknowns) => null;

    /// <summary>The parts of its potential at the solution, each by its own formula. docs/physics.md (45).</summary>
    public abstract void Parts(ReadOnlySpan<T> unknowns, double current, ICollection<VoltagePart> parts);
}
