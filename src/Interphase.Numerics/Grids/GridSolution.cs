namespace Interphase.Numerics;

/// <summary>What a potential that is given at both ends of an axis drives through a box.</summary>
public sealed record GridSolution
{
    /// <summary>Whether anything conducts from one end to the other; else everything below is 0.</summary>
    public required bool IsConnected { get; init; }

    /// <summary>Conductance between the ends, from the energy: an upper bound, with an error that is the square of that of the potential.</summary>
    public required double Conductance { get; init; }

    /// <summary>Conductance between the ends, from the mean current through all layers of faces.</summary>
    public required double FromFlux { get; init; }

    /// <summary>By how much the current through one layer differs from that through another, over its mean.</summary>
    public required double Unevenness { get; init; }

    /// <summary>By how much of itself the conductance may still be too large, from how fast the last iterations lowered it, and by how much both forms of it differ.</summary>
    public required double Gap { get; init; }

    /// <summary>Iterations of conjugate gradients.</summary>
    public required int Iterations { get; init; }

    /// <summary>Whether the gap came below the tolerance.</summary>
    public required bool IsConverged { get; init; }

    /// <summary>The potential in each cell, the last axis fastest, between 0 and 1; NaN where no current can pass. Empty unless it was asked for.</summary>
    public float[] Potential { get; init; } = [];
}
