namespace Interphase.Numerics;

/// <summary>What conjugate gradients need of the level of cells, whatever its faces are kept as. Arrays are those of a <see cref="GridFrame"/>.</summary>
internal abstract class CellLevel
{
    /// <summary>q = A p, and p·q.</summary>
    public abstract double Multiply(float[] p, float[] q);

    /// <summary>x += a p, r -= a q.</summary>
    public abstract void Advance(float[] x, float[] r, float[] p, float[] q, float a);

    /// <summary>p = z + b p.</summary>
    public abstract void Turn(float[] p, float[] z, float b);

    /// <summary>z = M r with the levels above, and r·z.</summary>
    public abstract double Precondition(float[] r, float[] z);

    /// <summary>r = what is lacking where the potential is a ramp along an axis, from <paramref name="low"/> to <paramref name="high"/>, plus both x; 0 where no current can pass. Gives energy and fluxes of that potential.</summary>
    public abstract GridFlux Lacking(float[] x, double[]? coarse, float[]? sources, int axis, double low, double high, float[]? r);

    /// <summary>The graph of pieces.</summary>
    public abstract PieceGraph Graph();

    /// <summary>Leaves out all cells of pieces that carry no current.</summary>
    public abstract void Keep(PieceGraph graph);

    /// <summary>The levels above.</summary>
    public PieceCycle Cycle { get; set; } = null!;

    /// <summary>The first piece of each block.</summary>
    public int[] FirstOfBlock { get; protected set; } = [];

    /// <summary>How many pieces each has.</summary>
    public byte[] CountOfBlock { get; protected set; } = [];
}
