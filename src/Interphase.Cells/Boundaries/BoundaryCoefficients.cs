namespace Interphase.Cells;

/// <summary>What the equations know of something that happens at the boundaries of a composite. A kind of it is one such record, its fields and its process.</summary>
public abstract record BoundaryCoefficients
{
    /// <summary>Whether it takes active material out of use, which lets its lithium be counted apart.</summary>
    internal virtual bool TakesActive => false;

    /// <summary>Whether it slows diffusion in the particles, so that they need shells.</summary>
    internal virtual bool SlowsDiffusion => false;

    /// <summary>Whether it asks for the equilibrium potential of the particles' surface.</summary>
    internal virtual bool SeesEquilibria => false;

    /// <summary>Whether its states go back and forth within a cycle: then it goes on where others are held as they have become.</summary>
    internal virtual bool GoesOn => false;

    /// <summary>The process.</summary>
    internal abstract BoundaryProcess<T> Process<T>(ProcessSite<T> site)
        where T : unmanaged, Interphase.Numerics.IScalar<T>;
}
