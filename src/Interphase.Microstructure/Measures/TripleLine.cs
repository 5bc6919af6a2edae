namespace Interphase.Microstructure;

/// <summary>The line at which three phases meet.</summary>
/// <param name="First">The lowest label.</param>
/// <param name="Second">The middle label.</param>
/// <param name="Third">The highest label.</param>
/// <param name="Length">Length per volume of the box, 1/m2, without the staircase of voxels.</param>
/// <param name="Edges">Edges of voxels whose four voxels hold all three, by the axis that they run along; never on the surface of the box.</param>
/// <param name="EdgeLength">The length of those edges per volume of the box, 1/m2: of a smooth isotropic line 1.5 times its length.</param>
public sealed record TripleLine(byte First, byte Second, byte Third, double Length, AxisCounts Edges, double EdgeLength)
{
    /// <summary>
    /// Whether the phases are thick enough for <see cref="Length"/>: phases of one voxel vanish in it, those of two in part, and leave their edges behind. Where this is false the
    /// true length is between <see cref="Length"/> and two thirds of <see cref="EdgeLength"/>.
    /// </summary>
    public bool IsResolved => EdgeLength <= 2.2 * Length;
}
