using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>A box of voxels with a value of 0 to 65 535 each, as files hold them: brightness, or labels that nobody has taken for labels yet. It does not change once it is made.</summary>
public sealed class GreyImage
{
    private const int MostLabels = 256, MostPhases = 64;

    private readonly byte[]? bytes;
    private readonly ushort[]? words;
    private readonly Lazy<ImmutableArray<long>> histogram;

    /// <summary>An image of eight bits a voxel.</summary>
    /// <param name="shape">Voxels along each axis, &gt; 0.</param>
    /// <param name="values">A value for each voxel, <see cref="Axis.Z"/> fastest; kept, not copied.</param>
    /// <param name="spacing">Size of a voxel.</param>
    /// <param name="phases">What values stand for where they are labels.</param>
    /// <exception cref="ArgumentException">As many values as voxels are needed.</exception>
    public GreyImage(GridShape shape, byte[] values, VoxelSpacing spacing, ImmutableArray<Phase> phases = default)
        : this(shape, values.Length, spacing, phases) => bytes = values;

    /// <summary>An image of sixteen bits a voxel.</summary>
    /// <param name="shape">Voxels along each axis, &gt; 0.</param>
    /// <param name="values">A value for each voxel, <see cref="Axis.Z"/> fastest; kept, not copied.</param>
    /// <param name="spacing">Size of a voxel.</param>
    /// <param name="phases">What values stand for where they are labels.</param>
    /// <exception cref="ArgumentException">As many values as voxels are needed.</exception>
    public GreyImage(GridShape shape, ushort[] values, VoxelSpacing spacing, ImmutableArray<Phase> phases = default)
        : this(shape, values.Length, spacing, phases) => words = values;

    private GreyImage(GridShape shape, int values, VoxelSpacing spacing, ImmutableArray<Phase> phases)
    {
        if (values != shape.Count) throw new ArgumentException($"{values} values for {shape.Count} voxels", nameof(values));
        (Shape, Spacing, Phases) = (shape, spacing, phases.IsDefault ? [] : phases);
        histogram = new(Count);
    }

    /// <summary>Voxels along each axis.</summary>
    public GridShape Shape { get; }

    /// <summary>Size of a voxel.</summary>
    public VoxelSpacing Spacing { get; }

    /// <summary>What values stand for where they are labels, as far as somebody said; values that do not occur may be named.</summary>
    public ImmutableArray<Phase> Phases { get; }

    /// <summary>Bits that a voxel has in memory, 8 or 16.</summary>
    public int Bits => bytes is null ? 16 : 8;

    /// <summary>The voxels of each value: 256 numbers for 8 bits, 65 536 for 16.</summary>
    public ImmutableArray<long> Histogram => histogram.Value;

    /// <summary>How many different values occur.</summary>
    public int DistinctValues => Histogram.Count(count => count > 0);

    /// <summary>Whether these are hardly labels: more different values than a composite has phases, and nobody named one.</summary>
    public bool LooksGrey => Phases.IsEmpty && DistinctValues > MostPhases;

    /// <summary>The value of one voxel.</summary>
    public ushort this[int x, int y, int z] => this[Shape.Index(x, y, z)];

    /// <summary>The value of the voxel at a place in memory.</summary>
    internal ushort this[long index] => bytes is null ? words![index] : bytes[index];

    /// <summary>The values of 8 bits; null where they have 16.</summary>
    internal byte[]? Bytes => bytes;

    /// <summary>The values of 16 bits; null where they have 8.</summary>
    internal ushort[]? Words => words;

    /// <summary>The same voxels at another size.</summary>
    public GreyImage With(VoxelSpacing spacing) => bytes is null ? new(Shape, words!, spacing, Phases) : new(Shape, bytes, spacing, Phases);

    /// <summary>The same voxels with other names for their labels.</summary>
    public GreyImage With(ImmutableArray<Phase> phases) => bytes is null ? new(Shape, words!, Spacing, phases) : new(Shape, bytes, Spacing, phases);

    /// <summary>Takes the values for labels.</summary>
    /// <param name="place">What to call the image in a problem.</param>
    /// <param name="problems">Receives why it cannot be done.</param>
    /// <returns>Null after a problem: labels go up to 255.</returns>
    public VoxelImage? ToLabels(Place place, Problems problems)
    {
        if (bytes is not null) return new VoxelImage(Shape, bytes, Spacing, Phases);
        int highest = Highest;
        if (highest < MostLabels)
        {
            byte[] labels = GC.AllocateUninitializedArray<byte>(words!.Length);
            for (int i = 0; i < labels.Length; i++) labels[i] = (byte)words[i];
            return new VoxelImage(Shape, labels, Spacing, Phases);
        }
        int distinct = DistinctValues;
        if (distinct > MostLabels) problems.Add(place, "", $"{distinct} different values", $"at most {MostLabels} labels", "this is a grey image, segment it with `--threshold`");
        else problems.Add(place, "", $"the value {highest}", "labels of 0 to 255", "segment it with `--threshold`, or number the labels anew from 0");
        return null;
    }

    /// <summary>Numbers the values that occur from 0 on, by rising value, and calls each by the value that it had.</summary>
    /// <param name="place">What to call the image in a problem.</param>
    /// <param name="problems">Receives why it cannot be done.</param>
    /// <returns>Null after a problem: there are more than 256 values.</returns>
    public VoxelImage? Relabelled(Place place, Problems problems)
    {
        int[] values = [.. Enumerable.Range(0, Histogram.Length).Where(value => Histogram[value] > 0)];
        if (values.Length > MostLabels)
        {
            problems.Add(place, "", $"{values.Length} different values", $"at most {MostLabels} labels", "this is a grey image, segment it with `--threshold`");
            return null;
        }
        byte[] table = new byte[Histogram.Length];
        for (int label = 0; label < values.Length; label++) table[values[label]] = (byte)label;
        return new VoxelImage(Shape, Mapped(table), Spacing, [.. values.Select((value, label) => new Phase((byte)label, $"{value}"))]);
    }

    /// <summary>A label for each voxel from a table with a place for each value.</summary>
    internal byte[] Mapped(byte[] table)
    {
        byte[] labels = GC.AllocateUninitializedArray<byte>((int)Shape.Count);
        if (bytes is not null) for (int i = 0; i < labels.Length; i++) labels[i] = table[bytes[i]];
        else for (int i = 0; i < labels.Length; i++) labels[i] = table[words![i]];
        return labels;
    }

    /// <summary>The lowest value that occurs.</summary>
    internal int Lowest
    {
        get
        {
            int value = 0;
            while (Histogram[value] == 0) value++;
            return value;
        }
    }

    /// <summary>The highest value that occurs.</summary>
    internal int Highest
    {
        get
        {
            int value = Histogram.Length - 1;
            while (Histogram[value] == 0) value--;
            return value;
        }
    }

    private ImmutableArray<long> Count()
    {
        long[] counts = new long[bytes is null ? 65536 : 256];
        if (bytes is not null) foreach (byte value in bytes) counts[value]++;
        else foreach (ushort value in words!) counts[value]++;
        return [.. counts];
    }
}
