using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>A few neighbouring planes of an image as bits: for each row, 64 voxels and phase one word. A row ends with a word of zeros.</summary>
internal sealed class LabelPlanes
{
    private readonly VoxelImage image;
    private readonly ulong[][] planes;

    /// <param name="image">Whose planes.</param>
    /// <param name="depth">How many planes are held at once.</param>
    public LabelPlanes(VoxelImage image, int depth)
    {
        this.image = image;
        Words = (image.Shape.Z + 63) / 64;
        Stride = (image.Phases.Length + 3) & ~3;
        RowLength = (Words + 1) * Stride;
        planes = new ulong[depth][];
        for (int i = 0; i < depth; i++) planes[i] = new ulong[RowLength * image.Shape.Y];
    }

    /// <summary>Words that hold voxels, in a row of one phase.</summary>
    public int Words { get; }

    /// <summary>Words from 64 voxels to the next: the phases, filled up to a multiple of 4.</summary>
    public int Stride { get; }

    /// <summary>Words of a row of all phases: all phases of the first 64 voxels, then of the next.</summary>
    public int RowLength { get; }

    /// <summary>The words of a plane that was loaded.</summary>
    public ulong[] this[int x] => planes[x % planes.Length];

    /// <summary>Reads a plane in place of the one that was read before all others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Load(int x)
    {
        GridShape shape = image.Shape;
        ulong[] plane = this[x];
        int phases = image.Phases.Length;
        Span<byte> tail = stackalloc byte[64];
        for (int y = 0; y < shape.Y; y++)
        {
            ReadOnlySpan<byte> row = image.Raw.AsSpan((int)shape.Index(x, y, 0), shape.Z);
            for (int word = 0; word < Words; word++)
            {
                scoped ReadOnlySpan<byte> part = row[(64 * word)..];
                ulong valid = ulong.MaxValue;
                if (part.Length < 64)
                {
                    valid = (1UL << part.Length) - 1;
                    part.CopyTo(tail);
                    part = tail;
                }
                ref byte at = ref MemoryMarshal.GetReference(part);
                Vector256<byte> low = Vector256.LoadUnsafe(ref at), high = Vector256.LoadUnsafe(ref at, 32);
                for (int phase = 0; phase < phases; phase++)
                {
                    var label = Vector256.Create(image.Phases[phase].Label);
                    plane[y * RowLength + word * Stride + phase] = valid
                        & (Vector256.Equals(low, label).ExtractMostSignificantBits() | (ulong)Vector256.Equals(high, label).ExtractMostSignificantBits() << 32);
                }
            }
        }
    }
}
