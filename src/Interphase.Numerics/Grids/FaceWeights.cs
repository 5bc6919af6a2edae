namespace Interphase.Numerics;

/// <summary>Area of a face over the distance between the cells that it parts, along each axis. Cubes of edge 1 have 1.</summary>
/// <param name="X">Along the slowest axis.</param>
/// <param name="Y">Along the middle one.</param>
/// <param name="Z">Along the fastest.</param>
public readonly record struct FaceWeights(double X, double Y, double Z)
{
    /// <summary>Of cubes of edge 1.</summary>
    public static FaceWeights Cubes => new(1, 1, 1);

    /// <summary>Of boxes.</summary>
    /// <param name="x">Edge along the slowest axis, &gt; 0.</param>
    /// <param name="y">Along the middle one, &gt; 0.</param>
    /// <param name="z">Along the fastest, &gt; 0.</param>
    public static FaceWeights Boxes(double x, double y, double z) => new(y * z / x, x * z / y, x * y / z);

    /// <summary>Along an axis, 0 the slowest.</summary>
    public double this[int axis] => axis switch { 0 => X, 1 => Y, _ => Z };
}
