namespace Interphase.Microstructure;

/// <summary>What lies beyond the four sides of a box along which nothing is driven.</summary>
public enum Sides
{
    /// <summary>A wall.</summary>
    NoFlux,

    /// <summary>The same box again: what leaves on one side comes in on the other.</summary>
    Periodic,
}
