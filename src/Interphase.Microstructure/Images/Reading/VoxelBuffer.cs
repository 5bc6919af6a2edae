using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>The voxels of an image that is being read, one or two bytes each.</summary>
internal sealed class VoxelBuffer
{
    private const long LongestArray = 0x7fff_ffc7;

    private readonly byte[] bytes = [];
    private readonly ushort[] words = [];

    /// <summary>Asks for the memory.</summary>
    /// <param name="where">Where the size was read, for faults.</param>
    /// <param name="x">Pages.</param>
    /// <param name="y">Rows.</param>
    /// <param name="z">Columns.</param>
    /// <param name="isWide">Two bytes a voxel instead of one.</param>
    /// <param name="copies">Times that the voxels stand in memory while they are read.</param>
    /// <param name="limits">What is allowed.</param>
    /// <param name="check">Faults if the file cannot hold so many; called once the size is allowed and before memory is taken.</param>
    public VoxelBuffer(string where, long x, long y, long z, bool isWide, int copies, ImageLimits limits, Action check)
    {
        string size = $"an image of {x} x {y} x {z} voxels";
        if (x < 1 || y < 1 || z < 1) throw new ImageFault(where, size, "at least one voxel along each axis");
        double voxels = (double)x * y * z, most = Math.Min(limits.MostVoxels, LongestArray);
        if (voxels > most || Math.Max(x, Math.Max(y, z)) > int.MaxValue) throw new ImageFault(where, size, $"at most {most:0} voxels", "cut or coarsen it, or allow more");
        double memory = voxels * (isWide ? 2 : 1) * copies;
        if (memory > limits.MostMemory) throw new ImageFault(where, $"{size}, which takes {memory / (1 << 20):0} MiB", $"at most {limits.MostMemory >> 20} MiB of memory", "cut or coarsen it");
        check();
        Shape = new GridShape((int)x, (int)y, (int)z);
        IsWide = isWide;
        try
        {
            if (isWide) words = GC.AllocateUninitializedArray<ushort>((int)voxels);
            else bytes = GC.AllocateUninitializedArray<byte>((int)voxels);
        }
        catch (OutOfMemoryException)
        {
            throw new ImageFault(where, $"{size}, which takes {memory / (1 << 20):0} MiB", "less than the memory that is free", "cut or coarsen it, or close other programs");
        }
    }

    public GridShape Shape { get; }

    public bool IsWide { get; }

    /// <summary>Bytes of a voxel.</summary>
    public int Width => IsWide ? 2 : 1;

    /// <summary>The voxels from a place on, as the bytes that they stand in memory.</summary>
    public Span<byte> Bytes(long first, int count) => IsWide ? MemoryMarshal.AsBytes(words.AsSpan((int)first, count)) : bytes.AsSpan((int)first, count);

    /// <summary>The voxels from a place on, two bytes each.</summary>
    public Span<ushort> Words(long first, int count) => words.AsSpan((int)first, count);

    /// <summary>The image; the buffer is not to be written afterwards.</summary>
    public GreyImage Image(VoxelSpacing spacing, ImmutableArray<Phase> phases) => IsWide ? new GreyImage(Shape, words, spacing, phases) : new GreyImage(Shape, bytes, spacing, phases);
}
