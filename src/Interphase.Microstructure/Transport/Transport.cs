namespace Interphase.Microstructure;

/// <summary>How transport through an image is measured.</summary>
public sealed record Transport
{
    /// <summary>The axis along which it is driven.</summary>
    public Axis Axis { get; init; } = Axis.X;

    /// <summary>What happens at the other sides.</summary>
    public Sides Sides { get; init; } = Sides.NoFlux;

    /// <summary>By how much of itself the effective conductivity may be off, 1e-10 to 1.</summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>Iterations at most.</summary>
    public int MostIterations { get; init; } = 1000;

    /// <summary>How many threads may work, &gt; 0; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether the potential of every voxel is wanted.</summary>
    public bool KeepPotential { get; init; }
}
