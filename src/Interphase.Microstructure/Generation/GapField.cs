using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>How far each voxel's middle lies outside the nearest particle, in voxels, below 0 inside; and which particle that is.</summary>
/// <remarks>Along the ray from the particle's middle: exact for spheres, a little too large for other shapes.</remarks>
internal sealed class GapField
{
    public GapField(PeriodicBox box, double reach) => (Box, Reach, Gaps, Nearest) = (box, reach, new float[box.Shape.Count], new int[box.Shape.Count]);

    public PeriodicBox Box { get; }

    /// <summary>Gaps beyond are given as this.</summary>
    public double Reach { get; }

    public float[] Gaps { get; }

    /// <summary>The nearest particle; -1 where none lies within reach.</summary>
    public int[] Nearest { get; }

    /// <summary>What is to be taken off every gap, so that the surface lies where it is.</summary>
    public float Shift { get; set; }

    /// <summary>Writes all gaps anew.</summary>
    public void Stamp(Vector3d[] places, double[] radii, ParticleBody[] bodies, int threads, CancellationToken cancellation)
    {
        GridShape shape = Box.Shape;
        int plane = shape.Y * shape.Z;
        Planes.Run(threads, shape.X, x =>
        {
            Span<float> gaps = Gaps.AsSpan(x * plane, plane);
            Span<int> nearest = Nearest.AsSpan(x * plane, plane);
            gaps.Fill((float)Reach);
            nearest.Fill(-1);
            for (int i = 0; i < places.Length; i++)
            {
                double radius = radii[i], most = radius * bodies[i].Largest + Reach, dx = Near(x + 0.5 - places[i].X, shape.X), left = most * most - dx * dx;
                if (left <= 0) continue;
                (int y0, int y1) = Range(places[i].Y, Math.Sqrt(left), shape.Y);
                for (int yy = y0; yy <= y1; yy++)
                {
                    double dy = yy + 0.5 - places[i].Y, rest = left - dy * dy;
                    if (rest <= 0) continue;
                    (int z0, int z1) = Range(places[i].Z, Math.Sqrt(rest), shape.Z);
                    int row = PeriodicBox.Wrap(yy, shape.Y) * shape.Z;
                    for (int zz = z0; zz <= z1; zz++)
                    {
                        double dz = zz + 0.5 - places[i].Z, distance = Math.Sqrt(dx * dx + dy * dy + dz * dz);
                        int at = row + PeriodicBox.Wrap(zz, shape.Z);
                        double surface = radius;
                        if (bodies[i].Largest > 1 && distance < 2 * radius)
                        {
                            // Nowhere is a body thicker than its farthest point.
                            if (distance - radius * bodies[i].Largest >= gaps[at]) continue;
                            if (distance > 1e-6) surface = radius * bodies[i].Radius(new Vector3d(dx, dy, dz) * (1 / distance));
                        }
                        float gap = (float)(distance - surface);
                        if (gap >= gaps[at]) continue;
                        gaps[at] = gap;
                        nearest[at] = i;
                    }
                }
            }
        }, cancellation);

        static double Near(double difference, int length) => difference - length * Math.Floor(difference / length + 0.5);

        // Every voxel at most once, however far a particle reaches.
        static (int, int) Range(double middle, double half, int length)
        {
            int first = (int)Math.Ceiling(middle - half - 0.5), last = (int)Math.Floor(middle + half - 0.5);
            if (last - first + 1 <= length) return (first, last);
            first = (int)Math.Ceiling(middle - length / 2.0 - 0.5);
            return (first, first + length - 1);
        }
    }

    /// <summary>The gap at a place inside the box, between the middles of eight voxels.</summary>
    public double At(Vector3d place)
    {
        GridShape shape = Box.Shape;
        (int x0, int x1, double tx) = Split(place.X, shape.X);
        (int y0, int y1, double ty) = Split(place.Y, shape.Y);
        (int z0, int z1, double tz) = Split(place.Z, shape.Z);
        double Row(int x, int y)
        {
            int row = (x * shape.Y + y) * shape.Z;
            return Gaps[row + z0] * (1 - tz) + Gaps[row + z1] * tz;
        }
        double near = Row(x0, y0) * (1 - ty) + Row(x0, y1) * ty, far = Row(x1, y0) * (1 - ty) + Row(x1, y1) * ty;
        return near * (1 - tx) + far * tx - Shift;

        static (int, int, double) Split(double place, int count)
        {
            double shifted = place - 0.5, floor = Math.Floor(shifted);
            int first = PeriodicBox.Wrap((int)floor, count);
            return (first, first + 1 == count ? 0 : first + 1, shifted - floor);
        }
    }

    /// <summary>Where gaps grow fastest at a place, of length 1; 0 where they do not change.</summary>
    public Vector3d Outward(Vector3d place)
    {
        double Slope(Vector3d step) => At(Box.Inside(place + step)) - At(Box.Inside(place - step));
        var slope = new Vector3d(Slope(new Vector3d(0.5, 0, 0)), Slope(new Vector3d(0, 0.5, 0)), Slope(new Vector3d(0, 0, 0.5)));
        double length = slope.Length;
        return length > 1e-9 ? slope * (1 / length) : default;
    }
}
