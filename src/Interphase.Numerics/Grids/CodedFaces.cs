using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Interphase.Numerics;

/// <summary>Conductances of at most sixteen kinds in each direction: two bytes a cell, four bits for the face after it along each axis, four for its piece.</summary>
internal readonly unsafe struct CodedFaces(ushort* codes, GridFrame frame, float* x, float* y, float* z) : IFaceSource
{
    private const int Kind = 15, PieceAt = 12;

    // Most boxes have fewer kinds than one half of a table holds.
    private readonly bool hasUpper = Upper(x) || Upper(y) || Upper(z);
    private readonly Vector256<float> x0 = Vector256.Load(x), x1 = Vector256.Load(x + 8), y0 = Vector256.Load(y), y1 = Vector256.Load(y + 8), z0 = Vector256.Load(z), z1 = Vector256.Load(z + 8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(long cell, out Vector256<float> below, out Vector256<float> above, out Vector256<float> front, out Vector256<float> back, out Vector256<float> left, out Vector256<float> right)
    {
        ushort* at = codes + cell;
        Vector256<int> own = Wide(at);
        below = Look(Wide(at - frame.Plane) >>> 8, x0, x1);
        above = Look(own >>> 8, x0, x1);
        front = Look(Wide(at - frame.Row) >>> 4, y0, y1);
        back = Look(own >>> 4, y0, y1);
        left = Look(Wide(at - 1), z0, z1);
        right = Look(own, z0, z1);
    }

    public float After(long cell, int axis) => axis switch
    {
        0 => x[codes[cell] >>> 8 & Kind],
        1 => y[codes[cell] >>> 4 & Kind],
        _ => z[codes[cell] & Kind],
    };

    public Vector256<int> Pieces(long cell) => Wide(codes + cell) >>> PieceAt;

    public int Piece(long cell) => codes[cell] >>> PieceAt;

    public void SetPiece(long cell, int piece) => codes[cell] = (ushort)(codes[cell] & (1 << PieceAt) - 1 | piece << PieceAt);

    public void SetPieces(long cell, Vector256<int> each)
    {
        Vector128<ushort> kinds = Vector128.Load(codes + cell) & Vector128.Create((ushort)((1 << PieceAt) - 1)), high = Vector128.Narrow(each.GetLower().AsUInt32(), each.GetUpper().AsUInt32()) << PieceAt;
        (kinds | high).Store(codes + cell);
    }

    private static bool Upper(float* table) => !Vector256.EqualsAll(Vector256.Load(table + 8), Vector256<float>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Wide(ushort* at)
    {
        if (Avx2.IsSupported) return Avx2.ConvertToVector256Int32(at);
        (Vector128<uint> low, Vector128<uint> high) = Vector128.Widen(Vector128.Load(at));
        return Vector256.Create(low, high).AsInt32();
    }

    // A permutation takes the lowest three bits of a place; the fourth chooses between two halves of the table.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Look(Vector256<int> kind, Vector256<float> low, Vector256<float> high)
    {
        Vector256<int> place = kind & Vector256.Create(7);
        Vector256<float> value = Vector256.ShuffleNative(low, place);
        return hasUpper ? Vector256.ConditionalSelect((kind << 28 >> 31).AsSingle(), Vector256.ShuffleNative(high, place), value) : value;
    }
}
