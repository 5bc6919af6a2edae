using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Interphase.Numerics;

/// <summary>What a ramp along an axis plus given potentials drives through faces, in double precision, and what each cell then lacks.</summary>
internal sealed unsafe class CellBalance<TFaces>(GridFrame frame, TFaces faces, int axis, double step, float[] x, double[]? settled, float[]? sources, float[]? lacking) where TFaces : struct, IFaceSource
{
    private const int AtOnce = GridFrame.Lanes / 2;

    private readonly GridShape shape = frame.Shape;
    private readonly float* potentials = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(x)), lacks = lacking is null ? null : (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(lacking));
    private readonly double* before = settled is null ? null : (double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(settled));

    /// <summary>Energy and fluxes of one plane of cells; what they lack is noted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public GridFlux Plane(int plane)
    {
        // Faces towards the cells before and after along each axis, and which cells carry current.
        float* face = stackalloc float[7 * GridFrame.Lanes];
        double energy = 0, flux = 0, entering = 0, leaving = 0;
        // Half a cell lies between the outermost cells and what is given.
        Vector256<double> whole = Vector256.Create(step), half = Vector256.Create(step / 2), none = Vector256<double>.Zero;
        Vector256<double> rampBelow = axis != 0 ? none : plane == 0 ? half : whole, rampAbove = axis != 0 ? none : plane == shape.X - 1 ? half : whole;
        for (int y = 0; y < shape.Y; y++)
        {
            Vector256<double> rampFront = axis != 1 ? none : y == 0 ? half : whole, rampBack = axis != 1 ? none : y == shape.Y - 1 ? half : whole, rowEnergy = none, rowFlux = none;
            for (int z = 0; z < shape.Z; z += AtOnce)
            {
                long i = frame.At(plane, y, z);
                int part = z % GridFrame.Lanes;
                if (part == 0) Faces(i, z, face);
                Vector256<double> own = Value(i), rampLeft = none, rampRight = none;
                if (axis == 2)
                {
                    Vector256<long> place = Vector256.Create(0L, 1, 2, 3) + Vector256.Create((long)z);
                    rampLeft = Vector256.ConditionalSelect(Vector256.Equals(place, Vector256<long>.Zero).AsDouble(), half, whole);
                    rampRight = Vector256.ConditionalSelect(Vector256.Equals(place, Vector256.Create(shape.Z - 1L)).AsDouble(), half, whole);
                }
                float* at = face + part;
                Vector256<double> below = own - Value(i - frame.Plane) + rampBelow, above = Value(i + frame.Plane) - own + rampAbove;
                Vector256<double> front = own - Value(i - frame.Row) + rampFront, back = Value(i + frame.Row) - own + rampBack;
                Vector256<double> left = own - Value(i - 1) + rampLeft, right = Value(i + 1) - own + rampRight;
                Vector256<double> inX = Wide(at) * below, outX = Wide(at + 8) * above, inY = Wide(at + 16) * front, outY = Wide(at + 24) * back, inZ = Wide(at + 32) * left, outZ = Wide(at + 40) * right;
                rowEnergy += outX * above + outY * back + outZ * right;
                rowFlux += axis == 0 ? outX : axis == 1 ? outY : outZ;
                if (axis switch { 0 => plane, 1 => y, _ => z } == 0)
                {
                    Vector256<double> enters = axis switch { 0 => inX, 1 => inY, _ => inZ & First(1) };
                    rowEnergy += enters * (axis switch { 0 => below, 1 => front, _ => left });
                    rowFlux += enters;
                    entering += Vector256.Sum(enters);
                }
                if (axis switch { 0 => plane == shape.X - 1, 1 => y == shape.Y - 1, _ => z + AtOnce >= shape.Z })
                    leaving += Vector256.Sum(axis switch { 0 => outX, 1 => outY, _ => outZ & First(shape.Z - z) & ~First(shape.Z - z - 1) });
                if (lacks == null) continue;
                Vector256<double> lack = outX - inX + (outY - inY) + (outZ - inZ);
                if (sources is not null)
                    for (int lane = 0; lane < Math.Min(AtOnce, shape.Z - z); lane++) lack = lack.WithElement(lane, lack[lane] + sources[shape.Index(plane, y, z + lane)]);
                (Vector128.Narrow(lack.GetLower(), lack.GetUpper()) & Vector128.Load(at + 48)).Store(lacks + i);
            }
            energy += Vector256.Sum(rowEnergy);
            flux += Vector256.Sum(rowFlux);
        }
        return new GridFlux(energy, flux, entering, leaving);
    }

    private void Faces(long i, int z, float* face)
    {
        faces.Load(i, out Vector256<float> below, out Vector256<float> above, out Vector256<float> front, out Vector256<float> back, out Vector256<float> left, out Vector256<float> right);
        Vector256<float> kept = GridFrame.Inside(z, shape.Z) & ~Vector256.Equals(faces.Pieces(i), Vector256.Create(GridConductances.NoPiece)).AsSingle();
        (below & kept).Store(face);
        (above & kept).Store(face + 8);
        (front & kept).Store(face + 16);
        (back & kept).Store(face + 24);
        (left & kept).Store(face + 32);
        (right & kept).Store(face + 40);
        kept.Store(face + 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Value(long cell) => before == null ? Wide(potentials + cell) : Wide(potentials + cell) + Vector256.Load(before + cell);

    // The first lanes, so many.
    private static Vector256<double> First(int count) => Vector256.LessThan(Vector256.Create(0L, 1, 2, 3), Vector256.Create((long)count)).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Wide(float* at)
    {
        if (Avx.IsSupported) return Avx.ConvertToVector256Double(Vector128.Load(at));
        (Vector128<double> low, Vector128<double> high) = Vector128.Widen(Vector128.Load(at));
        return Vector256.Create(low, high);
    }
}
