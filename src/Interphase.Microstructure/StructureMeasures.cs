using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>Everything that is measured of an image in one go.</summary>
public sealed record StructureMeasures
{
    /// <summary>The least voxels along an axis that a part has; smaller ones say little of the whole.</summary>
    public const int LeastPart = 16;

    /// <summary>What was measured.</summary>
    public required VoxelImage Image { get; init; }

    /// <summary>How each phase hangs together along the axis.</summary>
    public required ImmutableArray<PhaseConnection> Connections { get; init; }

    /// <summary>Interfaces and triple lines.</summary>
    public required Borders Borders { get; init; }

    /// <summary>Chords of each phase along each axis.</summary>
    public required ImmutableArray<ChordLengths> Chords { get; init; }

    /// <summary>Which active material electrons and ions reach; null where no phase is known to be active.</summary>
    public JointAccess? Access { get; init; }

    /// <summary>What the image conducts, by name of the transport and axis.</summary>
    public required ImmutableArray<(string Name, EffectiveConductivity Found)> Transport { get; init; }

    /// <summary>The same of parts of the image; empty where none were looked at.</summary>
    public ImmutableArray<StructureMeasures> Parts { get; init; } = [];

    /// <summary>Measures an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="plan">What of it.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static StructureMeasures Of(VoxelImage image, MeasurePlan plan, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        int threads = plan.Transport.Threads;
        Axis axis = plan.Axes[0];
        progress?.Report("connections, interfaces, triple lines, chords");
        var found = new StructureMeasures
        {
            Image = image,
            Connections = Connectivity.Along(image, axis, plan.Transport.Sides, threads),
            Borders = Borders.Of(image, threads),
            Chords = Microstructure.Chords.Of(image, threads),
            Access = plan.Access ? Accessed(image, axis, plan.Transport.Sides, threads, plan.Lines) : null,
            Transport = [.. from each in plan.Conductivities from along in plan.Axes select (each.Name, Conducted(image, plan, each.Name, each.Conductivity, along, progress, cancellation))],
        };
        GridShape part = new(image.Shape.X / plan.Parts, image.Shape.Y / plan.Parts, image.Shape.Z / plan.Parts);
        if (plan.Parts < 2 || Math.Min(part.X, Math.Min(part.Y, part.Z)) < LeastPart) return found;
        var parts = ImmutableArray.CreateBuilder<StructureMeasures>();
        // Walls instead of a repetition that a part does not have.
        MeasurePlan own = plan with { Parts = 1, Access = false, Transport = plan.Transport with { Sides = Sides.NoFlux, KeepPotential = false } };
        for (int x = 0; x < plan.Parts; x++)
            for (int y = 0; y < plan.Parts; y++)
                for (int z = 0; z < plan.Parts; z++)
                {
                    progress?.Report($"part {parts.Count + 1} of {plan.Parts * plan.Parts * plan.Parts}");
                    parts.Add(Of(image.Part((x * part.X, y * part.Y, z * part.Z), part), own, null, cancellation));
                }
        return found with { Parts = parts.ToImmutable() };
    }

    /// <summary>Standard error of a number by its scatter over the parts; null where fewer than two of them have it.</summary>
    /// <param name="number">The number, of a part.</param>
    public double? Error(Func<StructureMeasures, double> number) => Representativity.Of(Parts.Select(number))?.StandardError;

    private static EffectiveConductivity Conducted(
        VoxelImage image, MeasurePlan plan, string name, ImmutableDictionary<byte, double> conductivity, Axis along, IProgress<string>? progress, CancellationToken cancellation)
    {
        IProgress<double>? told = progress is null ? null : new Relay(gap => progress.Report($"{name} along {along}: {gap:0.0e0} of {plan.Transport.Tolerance:0.0e0}"));
        return EffectiveConductivity.Of(image, conductivity, plan.Transport with { Axis = along }, told, cancellation);
    }

    private static JointAccess? Accessed(VoxelImage image, Axis axis, Sides sides, int threads, FibreLines? lines)
    {
        ImmutableArray<byte> Labels(params PhaseRole[] roles) => [.. image.Phases.Where(phase => Array.IndexOf(roles, phase.Role) >= 0).Select(phase => phase.Label)];
        return JointAccess.Of(image, Labels(PhaseRole.Active), Labels(PhaseRole.Active, PhaseRole.Carbon), Labels(PhaseRole.Electrolyte), axis, sides: sides, threads: threads, lines: lines);
    }

    private sealed class Relay(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
