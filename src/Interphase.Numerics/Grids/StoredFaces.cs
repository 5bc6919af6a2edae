using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Interphase.Numerics;

/// <summary>Conductances that differ from face to face: thirteen bytes a cell.</summary>
internal readonly unsafe struct StoredFaces(float* x, float* y, float* z, byte* pieces, GridFrame frame) : IFaceSource
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(long cell, out Vector256<float> below, out Vector256<float> above, out Vector256<float> front, out Vector256<float> back, out Vector256<float> left, out Vector256<float> right)
    {
        below = Vector256.Load(x + cell - frame.Plane);
        above = Vector256.Load(x + cell);
        front = Vector256.Load(y + cell - frame.Row);
        back = Vector256.Load(y + cell);
        left = Vector256.Load(z + cell - 1);
        right = Vector256.Load(z + cell);
    }

    public float After(long cell, int axis) => (axis switch { 0 => x, 1 => y, _ => z })[cell];

    public Vector256<int> Pieces(long cell)
    {
        (Vector128<ushort> low, _) = Vector128.Widen(Vector128.CreateScalar(*(ulong*)(pieces + cell)).AsByte());
        (Vector128<uint> first, Vector128<uint> second) = Vector128.Widen(low);
        return Vector256.Create(first, second).AsInt32();
    }

    public int Piece(long cell) => pieces[cell];

    public void SetPiece(long cell, int piece) => pieces[cell] = (byte)piece;

    public void SetPieces(long cell, Vector256<int> each)
    {
        Vector128<ushort> narrow = Vector128.Narrow(each.GetLower().AsUInt32(), each.GetUpper().AsUInt32());
        *(ulong*)(pieces + cell) = Vector128.Narrow(narrow, narrow).AsUInt64().ToScalar();
    }
}
