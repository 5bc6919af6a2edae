using System.Runtime.Intrinsics;

namespace Interphase.Numerics;

/// <summary>Conductances of faces, as the loops over cells read them.</summary>
internal interface IFaceSource
{
    /// <summary>Those of eight cells in a row.</summary>
    void Load(long cell, out Vector256<float> below, out Vector256<float> above, out Vector256<float> front, out Vector256<float> back, out Vector256<float> left, out Vector256<float> right);

    /// <summary>That of the face between a cell and the next one along an axis.</summary>
    float After(long cell, int axis);

    /// <summary>The pieces of eight cells in a row.</summary>
    Vector256<int> Pieces(long cell);

    /// <summary>Which piece of its block of eight a cell belongs to; <see cref="GridConductances.NoPiece"/> where nothing conducts to it.</summary>
    int Piece(long cell);

    /// <summary>Notes that.</summary>
    void SetPiece(long cell, int piece);

    /// <summary>Notes that of eight cells in a row.</summary>
    void SetPieces(long cell, Vector256<int> each);
}
