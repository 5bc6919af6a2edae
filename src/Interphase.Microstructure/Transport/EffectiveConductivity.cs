using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>What an image conducts along an axis, as a whole. docs/physics.md (82), (83).</summary>
public sealed record EffectiveConductivity
{
    /// <summary>The axis along which it was driven.</summary>
    public required Axis Axis { get; init; }

    /// <summary>Conductivity of a uniform block that conducts as much, in the unit of what was given; 0 where nothing conducts from one side to the other.</summary>
    public required double Value { get; init; }

    /// <summary>The same from the mean current instead of the energy.</summary>
    public required double FromFlux { get; init; }

    /// <summary>Volume-weighted mean of what was given, in its unit.</summary>
    public required double Mean { get; init; }

    /// <summary>By how much of itself the value may still be off.</summary>
    public required double Gap { get; init; }

    /// <summary>Whether the gap came below the tolerance.</summary>
    public required bool IsConverged { get; init; }

    /// <summary>Iterations made.</summary>
    public required int Iterations { get; init; }

    /// <summary>The potential of every voxel between 0 and 1, NaN where no current passes; empty unless asked for.</summary>
    public float[] Potential { get; init; } = [];

    /// <summary>Whether anything conducts from one side to the other.</summary>
    public bool IsConnected => Value > 0;

    /// <summary>Mean over effective conductivity, not squared; infinite where nothing conducts from one side to the other.</summary>
    public double TortuosityFactor => IsConnected ? Mean / Value : double.PositiveInfinity;

    /// <summary>Of an image whose labels each have a conductivity.</summary>
    /// <param name="image">The image.</param>
    /// <param name="conductivity">Of each label, 0 or more; 0 for those that are left out.</param>
    /// <param name="transport">How it is measured.</param>
    /// <param name="progress">Told the gap after each iteration.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static EffectiveConductivity Of(VoxelImage image, IReadOnlyDictionary<byte, double> conductivity, Transport transport, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        double[] each = new double[256];
        foreach ((byte label, double value) in conductivity) each[label] = value;
        double mean = image.Phases.Sum(phase => image.Fraction(phase.Label) * each[phase.Label]);
        GridConductances grid = GridConductances.OfLabels(image.Shape, image.Raw, each, Weights(image.Spacing), Ends(transport), transport.Threads);
        return Solved(grid, image.Spacing, mean, transport, progress, cancellation);
    }

    /// <summary>Of voxels that each have a conductivity of their own.</summary>
    /// <param name="shape">Voxels along each axis.</param>
    /// <param name="spacing">Size of a voxel.</param>
    /// <param name="conductivity">Of each voxel, the last axis fastest, 0 or more.</param>
    /// <param name="transport">How it is measured.</param>
    /// <param name="progress">Told the gap after each iteration.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static EffectiveConductivity Of(GridShape shape, VoxelSpacing spacing, ReadOnlyMemory<float> conductivity, Transport transport, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        double sum = 0;
        foreach (float value in conductivity.Span) sum += value;
        GridConductances grid = GridConductances.OfCells(shape, conductivity, Weights(spacing), Ends(transport), transport.Threads);
        return Solved(grid, spacing, sum / conductivity.Length, transport, progress, cancellation);
    }

    /// <summary>Of an image in which the grains of one phase touch with a resistance.</summary>
    /// <param name="image">The image; its spacing is in metres.</param>
    /// <param name="conductivity">Of each label, S/m, 0 or more; 0 for those that are left out.</param>
    /// <param name="contacts">Between which voxels contacts lie, and what they resist.</param>
    /// <param name="transport">How it is measured.</param>
    /// <param name="progress">Told the gap after each iteration.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static EffectiveConductivity Of(
        VoxelImage image, IReadOnlyDictionary<byte, double> conductivity, GrainContacts contacts, Transport transport, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        double[] each = new double[256];
        foreach ((byte label, double value) in conductivity) each[label] = value;
        double mean = image.Phases.Sum(phase => image.Fraction(phase.Label) * each[phase.Label]);
        GridConductances grid = GridConductances.OfFaces(image.Shape, Ends(transport), transport.Threads, new ContactRule(image, each, contacts));
        return Solved(grid, image.Spacing, mean, transport, progress, cancellation);
    }

    /// <summary>Of voxels between which any conductances are given.</summary>
    /// <param name="image">The image.</param>
    /// <param name="mean">Volume-weighted mean of the conductivities.</param>
    /// <param name="rule">What conducts between two voxels: conductivity times area over distance, lengths in the smallest edge of a voxel.</param>
    /// <param name="transport">How it is measured.</param>
    /// <param name="progress">Told the gap after each iteration.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static EffectiveConductivity Of<TRule>(VoxelImage image, double mean, TRule rule, Transport transport, IProgress<double>? progress = null, CancellationToken cancellation = default) where TRule : IFaceRule
        => Solved(GridConductances.OfFaces(image.Shape, Ends(transport), transport.Threads, rule), image.Spacing, mean, transport, progress, cancellation);

    private static EffectiveConductivity Solved(GridConductances grid, VoxelSpacing spacing, double mean, Transport transport, IProgress<double>? progress, CancellationToken cancellation)
    {
        GridSolution solved = new GridSolver(grid, transport.Threads).Solve(transport.Tolerance, transport.KeepPotential, transport.MostIterations, progress: progress, cancellation: cancellation);
        GridShape shape = grid.Shape;
        FaceWeights weights = Weights(spacing);
        int axis = (int)transport.Axis;
        // A uniform block of conductivity 1 conducts its area over its length.
        double block = weights[axis] * (shape.Count / (double)shape[axis]) / shape[axis];
        return new EffectiveConductivity
        {
            Axis = transport.Axis,
            Value = solved.Conductance / block,
            FromFlux = solved.FromFlux / block,
            Mean = mean,
            Gap = solved.Gap,
            IsConverged = solved.IsConverged,
            Iterations = solved.Iterations,
            Potential = solved.Potential,
        };
    }

    private static FaceWeights Weights(VoxelSpacing spacing)
    {
        // In edges of the smallest voxel side, so that nothing is tiny.
        double unit = Math.Min(spacing.X, Math.Min(spacing.Y, spacing.Z));
        return FaceWeights.Boxes(spacing.X / unit, spacing.Y / unit, spacing.Z / unit);
    }

    private static GridEnds Ends(Transport transport) => GridEnds.Along((int)transport.Axis, transport.Sides == Sides.Periodic ? GridEnd.Periodic : GridEnd.Closed);

    private sealed class ContactRule(VoxelImage image, double[] conductivity, GrainContacts contacts) : IFaceRule
    {
        private readonly FaceWeights weights = Weights(image.Spacing);

        public double Between(int axis, long first, long second)
        {
            byte one = image.Raw[first], two = image.Raw[second];
            double a = conductivity[one], b = conductivity[two];
            if (a <= 0 || b <= 0) return 0;
            double across = (1 / a + 1 / b) / 2;
            // The contact lies in series with half of either voxel, whose distance is a spacing.
            if (one == contacts.Label && two == contacts.Label && contacts.Grains.Span[(int)first] != contacts.Grains.Span[(int)second]) across += contacts.Resistance / image.Spacing[(Axis)axis];
            return weights[axis] / across;
        }

        public double Beyond(int axis, long cell) => weights[axis] * 2 * conductivity[image.Raw[cell]];
    }
}
