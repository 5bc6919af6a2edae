namespace Interphase.Microstructure;

/// <summary>
/// A figure of two, three or four neighbouring voxels that is laid at every place of a box: a step, a triangle, a parallelogram.
/// Corners are given so that the least step along each axis is 0.
/// </summary>
internal sealed class LatticeCell
{
    /// <summary>A figure.</summary>
    /// <param name="corners">Its corners, from any of them.</param>
    public LatticeCell(params ReadOnlySpan<(int X, int Y, int Z)> corners)
    {
        (int x, int y, int z) = corners[0];
        foreach ((int X, int Y, int Z) in corners) (x, y, z) = (Math.Min(x, X), Math.Min(y, Y), Math.Min(z, Z));
        Corners = new (int, int, int)[corners.Length];
        for (int i = 0; i < corners.Length; i++) Corners[i] = (corners[i].X - x, corners[i].Y - y, corners[i].Z - z);
        foreach ((int X, int Y, int Z) in Corners) Extent = (Math.Max(Extent.X, X), Math.Max(Extent.Y, Y), Math.Max(Extent.Z, Z));
    }

    public (int X, int Y, int Z)[] Corners { get; }

    /// <summary>The longest step along each axis.</summary>
    public (int X, int Y, int Z) Extent { get; }
}
