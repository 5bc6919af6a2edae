using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>A box of labelled voxels. It does not change once it is made.</summary>
public sealed class VoxelImage
{
    private readonly byte[] labels;

    /// <summary>An image.</summary>
    /// <param name="shape">Voxels along each axis, &gt; 0.</param>
    /// <param name="labels">A label for each voxel, <see cref="Axis.Z"/> fastest; kept, not copied.</param>
    /// <param name="spacing">Size of a voxel.</param>
    /// <param name="phases">What labels stand for; those that are left out are called by their number.</param>
    /// <exception cref="ArgumentException">As many labels as voxels are needed.</exception>
    public VoxelImage(GridShape shape, byte[] labels, VoxelSpacing spacing, ImmutableArray<Phase> phases = default)
    {
        if (labels.Length != shape.Count) throw new ArgumentException($"{labels.Length} labels for {shape.Count} voxels", nameof(labels));
        (Shape, this.labels, Spacing) = (shape, labels, spacing);
        Counts = Count(labels);
        Phase[] named = phases.IsDefault ? [] : [.. phases];
        Phases = [.. Enumerable.Range(0, 256).Where(label => Counts[label] > 0).Select(label => Array.Find(named, phase => phase.Label == label) ?? new Phase((byte)label, $"{label}"))];
    }

    /// <summary>Voxels along each axis.</summary>
    public GridShape Shape { get; }

    /// <summary>Size of a voxel.</summary>
    public VoxelSpacing Spacing { get; }

    /// <summary>A label for each voxel, <see cref="Axis.Z"/> fastest.</summary>
    public ReadOnlySpan<byte> Labels => labels;

    /// <summary>The phases that occur, by rising label.</summary>
    public ImmutableArray<Phase> Phases { get; }

    /// <summary>The voxels of each of the 256 labels.</summary>
    public ImmutableArray<long> Counts { get; }

    /// <summary>The label of one voxel.</summary>
    public byte this[int x, int y, int z] => labels[Shape.Index(x, y, z)];

    /// <summary>The labels, for those that read them from several threads.</summary>
    internal byte[] Raw => labels;

    /// <summary>The share of a label.</summary>
    public double Fraction(byte label) => (double)Counts[label] / labels.Length;

    /// <summary>A part of the image.</summary>
    /// <param name="from">The first voxel along each axis.</param>
    /// <param name="size">Voxels along each axis.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part reaches beyond the image.</exception>
    public VoxelImage Part((int X, int Y, int Z) from, GridShape size)
    {
        if (from.X < 0 || from.Y < 0 || from.Z < 0 || from.X + size.X > Shape.X || from.Y + size.Y > Shape.Y || from.Z + size.Z > Shape.Z)
            throw new ArgumentOutOfRangeException(nameof(from), $"{size} voxels from {from} reach beyond {Shape}");
        byte[] part = new byte[size.Count];
        for (int x = 0; x < size.X; x++)
            for (int y = 0; y < size.Y; y++)
                labels.AsSpan((int)Shape.Index(from.X + x, from.Y + y, from.Z), size.Z).CopyTo(part.AsSpan((int)size.Index(x, y, 0)));
        return new VoxelImage(size, part, Spacing, Phases);
    }

    /// <summary>The same voxels with other names for their labels.</summary>
    public VoxelImage With(ImmutableArray<Phase> phases) => new(Shape, labels, Spacing, phases);

    /// <summary>The same voxels at another size.</summary>
    public VoxelImage With(VoxelSpacing spacing) => new(Shape, labels, spacing, Phases);

    private static ImmutableArray<long> Count(byte[] labels)
    {
        // Four tables, so that a run of one label does not wait for its own last count.
        long[] one = new long[256], two = new long[256], three = new long[256], four = new long[256];
        int i = 0;
        for (; i + 4 <= labels.Length; i += 4)
        {
            one[labels[i]]++;
            two[labels[i + 1]]++;
            three[labels[i + 2]]++;
            four[labels[i + 3]]++;
        }
        for (; i < labels.Length; i++) one[labels[i]]++;
        for (int label = 0; label < 256; label++) one[label] += two[label] + three[label] + four[label];
        return [.. one];
    }
}
