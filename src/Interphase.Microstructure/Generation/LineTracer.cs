using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>Draws fibres that are thinner than voxels and writes down what they do there.</summary>
internal sealed class LineTracer
{
    private const double Step = 1;

    // More lines would join nearly every voxel with its neighbours.
    private const double MostPerVoxel = 0.25;

    private const double MostDrawn = 3;

    // Contacts are pressed in by a quarter of the fibre's radius: assumed, so that a fibre that lies on a particle touches it; the length of the line beside the contact hardly depends on it.
    private const double Indent = 0.25;

    private const int Around = 8;

    private static readonly double Half = Math.Sqrt(0.5);
    private static readonly (double Cos, double Sin)[] Angles = [(1, 0), (Half, Half), (0, 1), (-Half, Half), (-1, 0), (-Half, -Half), (0, -1), (Half, -Half)];

    private readonly GridShape shape;
    private readonly GapField gaps;
    private readonly byte[] labels;
    private readonly double radius, section;
    private readonly float[] field;
    private int[] faces, parts;
    private int crossings;
    private double inside, electrolyte, active, pores, triple;

    private LineTracer(GapField gaps, byte[] labels, double radius, float[] field, int room)
        => (shape, this.gaps, this.labels, this.radius, this.field, section, faces, parts) = (gaps.Box.Shape, gaps, labels, radius, field, Math.PI * radius * radius, new int[room], new int[room]);

    /// <summary>Draws fibres until they have a volume; null, with a problem, where they find no room.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="fibres">The fibres.</param>
    /// <param name="place">Where the recipe stands.</param>
    /// <param name="gaps">Where particles are.</param>
    /// <param name="labels">The voxels.</param>
    /// <param name="wanted">The volume, voxels.</param>
    /// <param name="field">Is given the share of each voxel that fibres fill.</param>
    /// <param name="problems">Is given what is wrong.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static FibreLines? Draw(CompositeRecipe recipe, Fibres fibres, Place place, GapField gaps, byte[] labels, double wanted, float[] field, Problems problems, CancellationToken cancellation)
    {
        double size = recipe.VoxelSize, radius = fibres.Diameter / size / 2;
        double length = wanted / (Math.PI * radius * radius);
        int fold = (int)Math.Max(1, Math.Ceiling(length / (MostPerVoxel * recipe.Shape.Count)));
        // A length in any direction crosses half as many faces again; some of it lies in particles.
        var tracer = new LineTracer(gaps, labels, radius, field, (int)(1.65 * length / fold) + 1024);
        long steps = (long)Math.Max(1, fibres.Length / size / Step + 0.5), drawn = 0;
        double left = length / fold;
        uint fibre = 0;
        var sketch = new LineSketch(recipe.Shape);
        for (; left > 0; fibre++)
        {
            var random = new RandomStream(recipe.Seed, RandomPurpose.Fibres, fibre);
            var walk = new FibreWalk(gaps, new WormChain(Step, fibres.PersistenceLength / size, random), Step, radius * (1 - Indent), random);
            var ring = new Ring(walk.Direction);
            sketch.Begin(walk.Place);
            for (long i = 0; i < steps && left > 0; i++, drawn++)
            {
                if ((i & 1023) == 0) cancellation.ThrowIfCancellationRequested();
                Vector3d from = walk.Place;
                walk.Advance();
                left -= tracer.Pass(from, walk.Direction, fold);
                tracer.Surface(ring, from, walk.Direction);
                sketch.Add(walk.Place);
            }
            sketch.End();
            if (drawn * Step <= MostDrawn * length / fold + steps * Step) continue;
            problems.Add(place, "shares.carbon", $"{recipe.Shares.Carbon:g4} of fibres, most of which found no room between the particles", "a share that fits between the particles", "lower the share of active material");
            return null;
        }
        double perArea = 1.0 / (recipe.Shape.Count * size * size), perLength = 1.0 / (recipe.Shape.Count * size);
        return new FibreLines(recipe.Shape, tracer.faces, tracer.parts, tracer.crossings)
        {
            Count = (int)fibre,
            FibresPerLine = fold,
            Length = drawn * Step * fold * perArea,
            Piercing = tracer.inside / (drawn * Step),
            ElectrolyteArea = tracer.electrolyte * fold * perLength,
            ActiveArea = tracer.active * fold * perLength,
            VoidArea = tracer.pores * fold * perLength,
            TripleLine = tracer.triple * fold * perArea,
            CrossSection = tracer.section,
            Pieces = sketch.Pieces,
            ShownCount = sketch.Fibres,
        };
    }

    // Walks a step from voxel to voxel; returns the length outside active material.
    private double Pass(Vector3d from, Vector3d direction, int fold)
    {
        int x = Math.Min((int)from.X, shape.X - 1), y = Math.Min((int)from.Y, shape.Y - 1), z = Math.Min((int)from.Z, shape.Z - 1);
        double outside = 0, at = 0;
        int part = (int)((Math.Abs(direction.X) + Math.Abs(direction.Y) + Math.Abs(direction.Z)) / FibreLines.Part + 0.5);
        // A step of one voxel crosses at most one face along each axis.
        double tx = Next(from.X - x, direction.X), ty = Next(from.Y - y, direction.Y), tz = Next(from.Z - z, direction.Z);
        while (true)
        {
            int axis = tx <= ty && tx <= tz ? 0 : ty <= tz ? 1 : 2;
            double until = Math.Min(Step, axis == 0 ? tx : axis == 1 ? ty : tz);
            int cell = (int)shape.Index(x, y, z);
            if (labels[cell] == CompositePhases.Active) inside += until - at;
            else
            {
                outside += until - at;
                field[cell] += (float)((until - at) * section * fold);
            }
            if (until >= Step) return outside;
            at = until;
            int before = cell;
            bool rises = (axis == 0 ? direction.X : axis == 1 ? direction.Y : direction.Z) > 0;
            switch (axis)
            {
                case 0:
                    x = PeriodicBox.Wrap(x + (rises ? 1 : -1), shape.X);
                    tx = Step;
                    break;
                case 1:
                    y = PeriodicBox.Wrap(y + (rises ? 1 : -1), shape.Y);
                    ty = Step;
                    break;
                default:
                    z = PeriodicBox.Wrap(z + (rises ? 1 : -1), shape.Z);
                    tz = Step;
                    break;
            }
            if (crossings == faces.Length)
            {
                Array.Resize(ref faces, 2 * crossings);
                Array.Resize(ref parts, 2 * crossings);
            }
            faces[crossings] = (int)(axis * shape.Count + (rises ? before : shape.Index(x, y, z)));
            parts[crossings++] = part;
        }

        static double Next(double within, double direction) => direction > 0 ? (1 - within) / direction : direction < 0 ? -within / direction : double.PositiveInfinity;
    }

    // The fibre's surface over a step as a strip of quadrilaterals, cut where the gap is 0.
    private void Surface(Ring ring, Vector3d from, Vector3d direction)
    {
        Vector3d to = gaps.Box.Inside(from + direction * Step);
        double width = 2 * Math.PI * radius / Around, strip = width * Step;
        byte beside = labels[gaps.Box.Voxel(to)];
        bool far = gaps.At(to) > radius + 0.25;
        if (far && ring.IsFar)
        {
            ring.Turn(direction);
            Lies(beside, Around * strip);
            return;
        }
        if (!ring.HasGaps) Measure(ring, from);
        Span<double> before = stackalloc double[Around];
        ring.Gaps.CopyTo(before);
        ring.Turn(direction);
        Measure(ring, to);
        ring.IsFar = far;
        ring.HasGaps = !far;
        for (int k = 0; k < Around; k++)
        {
            int next = (k + 1) % Around;
            double a = before[k], b = before[next], c = ring.Gaps[next], d = ring.Gaps[k];
            int within = (a < 0 ? 1 : 0) + (b < 0 ? 1 : 0) + (c < 0 ? 1 : 0) + (d < 0 ? 1 : 0);
            active += strip * within / 4;
            if (within == 4) continue;
            Vector3d aside = ring.Point(k, radius) + ring.Point(next, radius);
            byte outer = labels[gaps.Box.Voxel(gaps.Box.Inside(to + aside * 0.5))];
            // A voxel is taken by its middle; what lies outside the particle in one of its voxels is what lies beside the fibre.
            if (outer == CompositePhases.Active) outer = beside;
            Lies(outer, strip * (4 - within) / 4);
            if (within > 0 && outer != CompositePhases.Void) triple += Cut(a, b, c, d, width);
        }
    }

    private void Measure(Ring ring, Vector3d middle)
    {
        for (int k = 0; k < Around; k++) ring.Gaps[k] = gaps.At(gaps.Box.Inside(middle + ring.Point(k, radius)));
    }

    private void Lies(byte label, double area)
    {
        if (label == CompositePhases.Void) pores += area;
        else electrolyte += area;
    }

    // Length of the line on which the gap is 0 in a quadrilateral with corners a, b (one width on), c (a step on), d.
    private static double Cut(double a, double b, double c, double d, double width)
    {
        Span<(double Across, double Along)> points = stackalloc (double, double)[4];
        int count = 0;
        if (a < 0 != b < 0) points[count++] = (width * a / (a - b), 0);
        if (b < 0 != c < 0) points[count++] = (width, Step * b / (b - c));
        if (c < 0 != d < 0) points[count++] = (width * d / (d - c), Step);
        if (d < 0 != a < 0) points[count++] = (0, Step * a / (a - d));
        double sum = 0;
        for (int i = 0; i + 1 < count; i += 2)
        {
            double across = points[i].Across - points[i + 1].Across, along = points[i].Along - points[i + 1].Along;
            sum += Math.Sqrt(across * across + along * along);
        }
        return sum;
    }

    // The fibre's cross-section, carried along without turning about its axis.
    private sealed class Ring
    {
        private Vector3d first, second;

        public Ring(Vector3d direction)
        {
            first = direction.Aside();
            second = direction.Cross(first);
        }

        public double[] Gaps { get; } = new double[Around];

        public bool HasGaps { get; set; }

        public bool IsFar { get; set; }

        public Vector3d Point(int k, double radius) => first * (Angles[k].Cos * radius) + second * (Angles[k].Sin * radius);

        public void Turn(Vector3d direction)
        {
            Vector3d next = first - direction * direction.Dot(first);
            double length = next.Length;
            first = length > 1e-6 ? next * (1 / length) : direction.Aside();
            second = direction.Cross(first);
        }
    }
}
