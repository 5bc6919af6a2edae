using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>What conducts between the voxels of a composite, in S/m times the edge of a voxel: voxels in series with contacts between grains, beside the fibres that cross the face.</summary>
internal sealed class CompositeFaces(CompositeStructure structure, float[] voxels, double contact, double fibres) : IFaceRule
{
    private readonly ReadOnlyMemory<int> grains = structure.Grains;
    private readonly byte[] labels = structure.Image.Raw;
    private readonly double across = contact / structure.Recipe.VoxelSize;
    private readonly FibreLines? lines = fibres > 0 ? structure.Lines : null;
    private readonly GridShape shape = structure.Image.Shape;

    public double Between(int axis, long first, long second)
    {
        double a = voxels[first], b = voxels[second], conducts = 0;
        if (a > 0 && b > 0)
        {
            double resists = (1 / a + 1 / b) / 2;
            if (across > 0 && labels[first] == CompositePhases.Electrolyte && labels[second] == CompositePhases.Electrolyte && grains.Span[(int)first] != grains.Span[(int)second]) resists += across;
            conducts = 1 / resists;
        }
        return lines is null ? conducts : conducts + fibres * lines.Crossing(axis, first);
    }

    public double Beyond(int axis, long cell)
    {
        double conducts = 2 * voxels[cell];
        if (lines is null) return conducts;
        // A fibre that leaves the box enters it at the other end; both ends are cut half a voxel from their cells.
        long stride = axis switch { 0 => (long)shape.Y * shape.Z, 1 => shape.Z, _ => 1 };
        long last = cell / stride % shape[axis] == 0 ? cell + (shape[axis] - 1) * stride : cell;
        return conducts + 2 * fibres * lines.Crossing(axis, last);
    }
}
