using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Interphase.Microstructure;

/// <summary>
/// The length of one line at which three phases meet, from the ragged line at which their smoothed shares are the same: the stairs are taken out of the curve
/// itself by local parabolas, and it is drawn back to where it was before smoothing.
/// </summary>
/// <param name="spacing">The size of a voxel.</param>
internal sealed class LineCurve(VoxelSpacing spacing)
{
    /// <summary>Distance of the points that a curve is described by, in voxels.</summary>
    private const double Step = 0.75;

    /// <summary>Variances of the smoothing, in voxels squared: binomial weights and what linear interpolation between voxel centres adds.</summary>
    private const double Narrow = 4 / 4.0 + 1 / 6.0, Wide = 6 / 4.0 + 1 / 6.0;

    /// <summary>
    /// At the edge of a straight wedge, smoothed by Gaussians, the difference of two phases' narrow shares continued as linear from where the line was drawn to the true edge
    /// is this multiple of the difference of their wide shares where it was drawn: 6.0 to 6.2 for wedges from 30 to 200 degrees.
    /// </summary>
    private const float Back = 6.15f;

    /// <summary>The farthest that a line is drawn back, in voxels: what is needed for 20 degrees.</summary>
    private const float Farthest = 3;

    /// <summary>
    /// How fast the bend of a line may change over <see cref="Apart"/> points, per voxel: circles of 8 voxels stay below it, lines that wind more than circles do not. Those are
    /// smoothed by the narrower parabolas, which leave them as they are, and are not taken for circles.
    /// </summary>
    private const float Winding = 0.05f;

    private const int Apart = 6;

    /// <summary>
    /// How far apart two points of a line are that <see cref="Around"/> steps lie between, as a share of the way along it: below the first it turns back around something thin, above
    /// the second it may be the edge of a wedge. Circles of 2 voxels have 0.05, of 3 voxels 0.45, of 4 voxels 0.66, stairs 0.7 and more.
    /// </summary>
    private const float Returning = 0.2f, Onward = 0.5f;

    /// <summary>Radii of circles as long as a closed line: one shorter than the first goes around something too thin for wedges to tell its edge, one longer than the second does not.</summary>
    private const float Thin = 4, Thick = 5;

    private const int Around = 16;

    private static readonly float[] Course = Parabolas(6, false);
    private static readonly float[] Close = Parabolas(3, false);
    private static readonly float[] Surroundings = Parabolas(8, false);
    private static readonly float[] Bend = Parabolas(8, true);

    private static readonly int Margin = Surroundings.Length;

    private readonly List<Vector128<float>> places = [];
    private readonly List<Vector256<float>> pulls = [];
    private readonly List<float> weights = [];
    private readonly List<double> arcs = [];
    private readonly Vector128<float> voxel = Vector128.Create((float)spacing.X, (float)spacing.Y, (float)spacing.Z, 0);
    private Vector128<float>[] ragged = [];
    private Vector128<float>[] smooth = [];
    private Vector128<float>[] drawn = [];
    private Vector128<float>[] bends = [];
    private Vector256<float>[] pull = [];
    private float[] steady = [];
    private float[] trust = [];
    private double[] length = [];

    public void Begin()
    {
        places.Clear();
        pulls.Clear();
        weights.Clear();
        arcs.Clear();
    }

    /// <summary>Adds a straight piece that begins where the last ended.</summary>
    /// <param name="from">Its beginning in voxels.</param>
    /// <param name="to">Its end.</param>
    /// <param name="weight">How often its length counts.</param>
    /// <param name="around">By how much the first phase's wide share is above that of the second and the third, and the slopes of the same differences of narrow shares.</param>
    public void Add(Vector128<float> from, Vector128<float> to, float weight, Vector256<float> around)
    {
        if (places.Count == 0)
        {
            places.Add(from);
            arcs.Add(0);
        }
        Vector128<float> step = to - from;
        places.Add(to);
        arcs.Add(arcs[^1] + Math.Sqrt(Vector128.Dot(step, step)));
        weights.Add(weight);
        pulls.Add(around);
    }

    /// <summary>The weighted length of what was added.</summary>
    public double Length(bool closed)
    {
        double total = arcs[^1];
        if (total == 0) return 0;
        float thick = closed ? (float)Math.Clamp((total / (2 * Math.PI) - Thin) / (Thick - Thin), 0, 1) : 1;
        if (thick == 0) return Raw();
        // A closed curve has as many points as steps, an open one one more.
        int steps = Math.Max(closed ? 3 : 1, (int)Math.Round(total / Step)), count = closed ? steps : steps + 1;
        Reserve(count);
        double step = total / steps;
        Sample(count, step);
        Continue(ragged, pull, count, closed);
        for (int i = 0; i < count; i++) bends[Margin + i] = Blend(ragged, Bend, Margin + i) / (float)(step * step);
        Continue(bends, [], count, closed);
        for (int i = 0; i < count; i++)
        {
            int at = Margin + i;
            Vector128<float> change = bends[at] - (bends[at - Apart] + bends[at + Apart]) / 2;
            steady[at] = 1 / (1 + Vector128.Dot(change, change) / (Winding * Winding));
            smooth[at] = Straightened(ragged, at);
        }
        Continue(smooth, [], count, closed);
        // At a curved line the two smoothings leave half of this times its bend; bodies that are as round across the line as along it, as spheres are, as much again.
        float bend = (float)Math.Sqrt(Narrow * Wide);
        for (int i = 0; i < count; i++)
        {
            int at = Margin + i;
            Vector128<float> along = smooth[at + 1] - smooth[at - 1];
            trust[at] = Math.Min(thick, Onwards(at, step));
            drawn[at] = smooth[at] + Retreat(Blend(pull, Surroundings, at), along) + bend * steady[at] * bends[at];
        }
        Continue(drawn, [], count, closed);
        length[0] = 0;
        Vector128<float> last = Drawn(Margin) * voxel, first = last;
        for (int i = 1; i <= steps; i++)
        {
            Vector128<float> next = i < count ? Drawn(Margin + i) * voxel : first, way = next - last;
            length[i] = length[i - 1] + Math.Sqrt(Vector128.Dot(way, way));
            last = next;
        }
        double sum = 0, before = 0;
        for (int i = 0; i < weights.Count; i++)
        {
            double at = Math.Min(arcs[i + 1] / step, steps);
            int left = Math.Min((int)at, steps - 1);
            double after = length[left] + (at - left) * (length[left + 1] - length[left]);
            sum += weights[i] * (after - before);
            before = after;
        }
        return sum;
    }

    private double Raw()
    {
        double sum = 0;
        for (int i = 0; i < weights.Count; i++) sum += weights[i] * Size((places[i + 1] - places[i]) * voxel);
        return sum;
    }

    private void Reserve(int count)
    {
        int need = count + 2 * Margin;
        if (ragged.Length >= need) return;
        need = Math.Max(need, 2 * ragged.Length);
        (bends, steady, trust) = (new Vector128<float>[need], new float[need], new float[need]);
        (ragged, smooth, drawn, pull, length) = (new Vector128<float>[need], new Vector128<float>[need], new Vector128<float>[need], new Vector256<float>[need], new double[need]);
    }

    private void Sample(int count, double step)
    {
        ReadOnlySpan<double> arc = CollectionsMarshal.AsSpan(arcs);
        int piece = 0;
        for (int i = 0; i < count; i++)
        {
            double at = i * step;
            while (piece + 2 < arc.Length && arc[piece + 1] < at) piece++;
            double span = arc[piece + 1] - arc[piece];
            float part = span > 0 ? (float)Math.Min(1, (at - arc[piece]) / span) : 0;
            ragged[Margin + i] = places[piece] + part * (places[piece + 1] - places[piece]);
            pull[Margin + i] = pulls[piece];
        }
    }

    /// <summary>Continues a curve beyond its ends: closed ones go on, open ones are turned around their ends.</summary>
    private static void Continue(Vector128<float>[] places, Vector256<float>[] pulls, int count, bool closed)
    {
        int first = Margin, last = Margin + count - 1;
        for (int i = 1; i <= Margin; i++)
        {
            (places[first - i], places[last + i]) = closed ? (places[first - i + count], places[last + i - count]) : (2 * places[first] - places[first + i], 2 * places[last] - places[last - i]);
            if (pulls.Length > 0) (pulls[first - i], pulls[last + i]) = closed ? (pulls[first - i + count], pulls[last + i - count]) : (pulls[first + i], pulls[last - i]);
        }
    }

    /// <summary>
    /// From where the narrow shares are the same to the edge of the wedge that they were smoothed from. The wide shares tell its angles, as far as they are needed (<see cref="Back"/>).
    /// </summary>
    private static Vector128<float> Retreat(Vector256<float> around, Vector128<float> along)
    {
        Vector128<float> g = Vector128.Create(around[2], around[3], around[4], 0), h = Vector128.Create(around[5], around[6], around[7], 0);
        float size = Vector128.Dot(along, along);
        if (size > 0)
        {
            g -= Vector128.Dot(g, along) / size * along;
            h -= Vector128.Dot(h, along) / size * along;
        }
        float gg = Vector128.Dot(g, g), hh = Vector128.Dot(h, h), gh = Vector128.Dot(g, h), determinant = gg * hh - gh * gh;
        if (determinant <= 1e-6f * gg * hh) return default;
        float a = Back * around[0], b = Back * around[1];
        Vector128<float> way = ((a * hh - b * gh) * g + (b * gg - a * gh) * h) / determinant;
        float far = Size(way);
        return far > Farthest ? Farthest / far * way : way;
    }

    private float Onwards(int at, double step)
    {
        Vector128<float> across = ragged[at + Around / 2] - ragged[at - Around / 2];
        return Math.Clamp((Size(across) / (float)(Around * step) - Returning) / (Onward - Returning), 0, 1);
    }

    /// <summary>Lines around thin phases stay as they were found: what wedges would make of them is farther off.</summary>
    private Vector128<float> Drawn(int at) => trust[at] * Straightened(drawn, at) + (1 - trust[at]) * ragged[at];

    private static float Size(Vector128<float> of) => MathF.Sqrt(Vector128.Dot(of, of));

    private Vector128<float> Straightened(Vector128<float>[] from, int at) => steady[at] * Blend(from, Course, at) + (1 - steady[at]) * Blend(from, Close, at);

    private static Vector128<float> Blend(Vector128<float>[] from, float[] weights, int at)
    {
        Vector128<float> sum = weights[0] * from[at];
        for (int i = 1; i < weights.Length; i++) sum += weights[i] * (from[at - i] + from[at + i]);
        return sum;
    }

    private static Vector256<float> Blend(Vector256<float>[] from, float[] weights, int at)
    {
        Vector256<float> sum = weights[0] * from[at];
        for (int i = 1; i < weights.Length; i++) sum += weights[i] * (from[at - i] + from[at + i]);
        return sum;
    }

    /// <summary>Weights of a point and its neighbours, up to so many voxels away, whose sum is the middle of the parabola that fits them best, or its second derivative per step squared.</summary>
    private static float[] Parabolas(double reach, bool derivative)
    {
        int far = (int)Math.Ceiling(reach / Step) - 1;
        double[] weight = [.. Enumerable.Range(0, far + 1).Select(i => Math.Pow(1 - Math.Pow(i * Step / reach, 2), 2))];
        double m0 = Moment(0), m2 = Moment(2), m4 = Moment(4), determinant = m0 * m4 - m2 * m2;
        return [.. weight.Select((w, i) => (float)(w * (derivative ? 2 * (m0 * i * i - m2) : m4 - m2 * i * i) / determinant))];

        double Moment(int power) => Enumerable.Range(0, far + 1).Sum(i => (i == 0 ? 1 : 2) * weight[i] * Math.Pow(i, power));
    }
}
