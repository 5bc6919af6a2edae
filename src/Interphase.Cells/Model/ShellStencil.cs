using System.Runtime.CompilerServices;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>The rules of a graded sphere put together once: what each value at a middle does to each shell and to the surface's gradient.</summary>
internal sealed class ShellStencil
{
    /// <summary>Entries of a row: three before the middle, of which only the surface uses the first, and two after it.</summary>
    public const int Width = 6;

    /// <summary>Where a row's own value stands.</summary>
    public const int Middle = 3;

    private static readonly ConditionalWeakTable<GradedSphere, ShellStencil> Known = [];

    private readonly double[] _rows, _gradients, _perVolume, _points;

    private ShellStencil(GradedSphere sphere)
    {
        int shells = sphere.Count;
        (_rows, _gradients, _perVolume) = (new double[(shells + 1) * Width], new double[(shells + 1) * GradedSphere.Reach], new double[shells]);
        for (int i = 0; i < shells; i++) _perVolume[i] = 3 / sphere.Volumes[i];
        _points = [.. Enumerable.Range(0, shells).SelectMany(i => sphere.Point(i).ToArray()), 0, 1, 0];
        for (int face = 1; face <= shells; face++)
            for (int j = 0; j < GradedSphere.Reach; j++)
            {
                double weight = sphere.Faces[face] * sphere.Faces[face] * sphere.Gradient(face)[j];
                int value = sphere.First(face) + j;
                _gradients[face * GradedSphere.Reach + j] = weight;
                if (weight == 0) continue;
                if (face == shells) _rows[shells * Width + value - shells + Middle] += weight;
                else
                {
                    _rows[(face - 1) * Width + value - face + 1 + Middle] += weight * _perVolume[face - 1];
                    _rows[face * Width + value - face + Middle] -= weight * _perVolume[face];
                }
            }
    }

    /// <summary>For each shell, what its neighbours' values change in it; for the surface, its gradient.</summary>
    public ReadOnlySpan<double> Rows => _rows;

    /// <summary>Area times gradient at each face.</summary>
    public ReadOnlySpan<double> Gradients => _gradients;

    /// <summary>What the value at each middle is made of, and the surface of itself.</summary>
    public ReadOnlySpan<double> Points => _points;

    /// <summary>3 over the share of each shell in the volume.</summary>
    public ReadOnlySpan<double> PerVolume => _perVolume;

    /// <summary>The stencil of a sphere, made once.</summary>
    public static ShellStencil Of(GradedSphere sphere) => Known.GetValue(sphere, static each => new ShellStencil(each));
}
