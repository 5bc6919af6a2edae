using System.Runtime.CompilerServices;

namespace Interphase.Numerics;

/// <summary>The loops over pieces and their neighbours.</summary>
internal static unsafe class PieceSweeps
{
    /// <summary>Relaxes some pieces one after the other.</summary>
    /// <param name="graph">Their graph.</param>
    /// <param name="x">What is relaxed.</param>
    /// <param name="b">The right-hand side.</param>
    /// <param name="from">The first of them.</param>
    /// <param name="to">The one after the last.</param>
    /// <param name="isBackward">Whether the last is relaxed first.</param>
    /// <param name="isFirst">Whether all of <paramref name="x"/> that is of other colours is 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Relax(PieceGraph graph, float[] x, float[] b, int from, int to, bool isBackward, bool isFirst)
    {
        fixed (int* start = graph.Start, neighbour = graph.Neighbour)
        fixed (float* conductance = graph.Conductance, inverse = graph.Inverse, value = x, side = b)
        fixed (byte* alone = graph.IsAlone)
        {
            int step = isBackward ? -1 : 1, i = isBackward ? to - 1 : from;
            for (int left = to - from; left > 0; left--, i += step)
            {
                if (isFirst && alone[i] != 0) value[i] = side[i] * inverse[i];
                else value[i] = (side[i] + Beside(start[i], start[i + 1], neighbour, conductance, value)) * inverse[i];
            }
        }
    }

    /// <summary>What some pieces lack after all have been relaxed in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Lacking(PieceGraph graph, float[] x, float[] b, float[] lacks, int from, int to)
    {
        int last = graph.Runs.Length == 0 ? 0 : graph.Runs[^1][0];
        fixed (int* start = graph.Start, neighbour = graph.Neighbour)
        fixed (float* conductance = graph.Conductance, inverse = graph.Inverse, value = x)
        fixed (byte* alone = graph.IsAlone)
        {
            // Nothing has changed around those that came last.
            for (int i = from; i < to; i++)
                lacks[i] = inverse[i] == 0 || i >= last && alone[i] != 0 ? 0 : b[i] - value[i] / inverse[i] + Beside(start[i], start[i + 1], neighbour, conductance, value);
        }
    }

    /// <summary>q = A p for some pieces.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(PieceGraph graph, float[] p, float[] q, int from, int to)
    {
        fixed (int* start = graph.Start, neighbour = graph.Neighbour)
        fixed (float* conductance = graph.Conductance, inverse = graph.Inverse, value = p)
            for (int i = from; i < to; i++)
                q[i] = inverse[i] == 0 ? 0 : value[i] / inverse[i] - Beside(start[i], start[i + 1], neighbour, conductance, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Beside(int from, int to, int* neighbour, float* conductance, float* value)
    {
        float even = 0, odd = 0;
        int k = from;
        for (; k < to - 1; k += 2)
        {
            even += conductance[k] * value[neighbour[k]];
            odd += conductance[k + 1] * value[neighbour[k + 1]];
        }
        return k < to ? even + odd + conductance[k] * value[neighbour[k]] : even + odd;
    }
}
