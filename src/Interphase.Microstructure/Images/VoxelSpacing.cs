namespace Interphase.Microstructure;

/// <summary>Size of a voxel along each axis, m, &gt; 0.</summary>
/// <param name="X">Along the first index.</param>
/// <param name="Y">Along the second.</param>
/// <param name="Z">Along the third.</param>
public readonly record struct VoxelSpacing(double X, double Y, double Z)
{
    /// <summary>Cubes.</summary>
    /// <param name="edge">m, &gt; 0.</param>
    public static VoxelSpacing Cubes(double edge) => new(edge, edge, edge);

    /// <summary>Voxels of which nobody said how large they are: lengths, areas and the like are then in voxels.</summary>
    public static VoxelSpacing Unknown => new(1, 1, 1) { IsKnown = false };

    /// <summary>Whether the sizes are metres.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>The size along an axis.</summary>
    public double this[Axis axis] => axis switch { Axis.X => X, Axis.Y => Y, _ => Z };

    /// <summary>Volume of a voxel, m3.</summary>
    public double Volume => X * Y * Z;
}
