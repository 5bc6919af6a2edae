using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>Fibres that are thinner than voxels: lines through them that carry conductance, area and triple line.</summary>
public sealed class FibreLines
{
    // Weights of crossings are whole numbers of this part, so that their sum does not depend on an order.
    internal const double Part = 1.0 / 4096;

    private readonly GridShape shape;
    private readonly int[] starts, faces;
    private readonly long[] weights;

    /// <summary>Lines from their crossings of faces.</summary>
    /// <param name="shape">The voxels.</param>
    /// <param name="crossed">For each crossing the face: axis times voxels, plus the place of the lower voxel.</param>
    /// <param name="parts">For each crossing its weight.</param>
    /// <param name="crossings">How many of both there are.</param>
    internal FibreLines(GridShape shape, int[] crossed, int[] parts, int crossings)
    {
        this.shape = shape;
        Array.Sort(crossed, parts, 0, crossings);
        int count = 0;
        for (int i = 0; i < crossings; i++)
            if (i == 0 || crossed[i] != crossed[i - 1]) count++;
        (faces, weights) = (new int[count], new long[count]);
        starts = new int[3 * shape.X * shape.Y + 1];
        int at = -1;
        for (int i = 0; i < crossings; i++)
        {
            if (i == 0 || crossed[i] != crossed[i - 1])
            {
                faces[++at] = crossed[i];
                starts[crossed[i] / shape.Z + 1]++;
            }
            weights[at] += parts[i];
        }
        for (int row = 0; row + 1 < starts.Length; row++) starts[row + 1] += starts[row];
    }

    /// <summary>How many lines there are.</summary>
    public required int Count { get; init; }

    /// <summary>How many fibres each line stands for, side by side: more than one where a line each would be more than voxels can tell apart.</summary>
    public required int FibresPerLine { get; init; }

    /// <summary>Length of fibre per volume of the composite, 1/m2.</summary>
    public required double Length { get; init; }

    /// <summary>Share of that length in voxels of active material, where no way led around.</summary>
    public required double Piercing { get; init; }

    /// <summary>Surface against the electrolyte per volume, 1/m.</summary>
    public required double ElectrolyteArea { get; init; }

    /// <summary>Surface against active material per volume, 1/m.</summary>
    public required double ActiveArea { get; init; }

    /// <summary>Surface against pores per volume, 1/m.</summary>
    public required double VoidArea { get; init; }

    /// <summary>Length of the line where carbon, active material and electrolyte meet, per volume, 1/m2.</summary>
    public required double TripleLine { get; init; }

    /// <summary>
    /// Middle lines of the first fibres, for pictures: x, y, z of points in voxels from the corner of the box, one after another. A fibre that leaves the box and comes in again at the
    /// opposite side is a piece on each. As many fibres as a picture has room for.
    /// </summary>
    public IReadOnlyList<ReadOnlyMemory<float>> Pieces { get; init; } = [];

    /// <summary>How many lines <see cref="Pieces"/> shows, of <see cref="Count"/>.</summary>
    public int ShownCount { get; init; }

    /// <summary>Cross-section of a fibre in areas of a voxel's face.</summary>
    internal double CrossSection { get; init; }

    /// <summary>What the fibres add to the conductivity of the bond between two voxels, as a share of their own: the sum of A / h2 (|u_x| + |u_y| + |u_z|) over crossings. docs/physics.md (96).</summary>
    /// <param name="axis">Along which the voxels follow one another, 0 the slowest.</param>
    /// <param name="lower">Place of the lower voxel; the last one for the face on which the box closes.</param>
    public double Crossing(int axis, long lower)
    {
        int face = (int)(axis * shape.Count + lower), row = face / shape.Z;
        int at = Array.BinarySearch(faces, starts[row], starts[row + 1] - starts[row], face);
        return at < 0 ? 0 : weights[at] * Part * FibresPerLine * CrossSection;
    }

    /// <summary>The faces that fibres cross: along which axis, and the place of the lower voxel; the last one for the face on which the box closes.</summary>
    internal IEnumerable<(int Axis, int Lower)> Faces => faces.Select(face => ((int)(face / shape.Count), (int)(face % shape.Count)));
}
