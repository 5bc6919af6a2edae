using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>A generated composite.</summary>
public sealed record CompositeStructure
{
    /// <summary>What it was made from, its seed included.</summary>
    public required CompositeRecipe Recipe { get; init; }

    /// <summary>The voxels, labelled as <see cref="CompositePhases"/> says.</summary>
    public required VoxelImage Image { get; init; }

    /// <summary>Of each voxel, the last axis fastest: the number of its grain in the electrolyte, of its particle in the active material, -1 elsewhere.</summary>
    public required ReadOnlyMemory<int> Grains { get; init; }

    /// <summary>How many grains the electrolyte was given.</summary>
    public required int GrainCount { get; init; }

    /// <summary>The particles of active material.</summary>
    public required ImmutableArray<Particle> Particles { get; init; }

    /// <summary>By what factor all drawn diameters were stretched, so that they fill their share.</summary>
    public required double Stretch { get; init; }

    /// <summary>The largest overlap of two particles, as spheres, as a share of the sum of their radii.</summary>
    public required double LargestOverlap { get; init; }

    /// <summary>The shares that it has.</summary>
    public required CompositeShares Shares { get; init; }

    /// <summary>Share of each voxel that unresolved carbon fills, the last axis fastest; empty without any. What fibres fill may exceed 1 where they cross.</summary>
    public ReadOnlyMemory<float> CarbonField { get; init; }

    /// <summary>Fibres that are thinner than voxels; null without any.</summary>
    public FibreLines? Lines { get; init; }

    /// <summary>What each voxel conducts of ions, S/m: the electrolyte's conductivity times (1 - c)^1.5, c the carbon that voxels cannot resolve. docs/physics.md (98).</summary>
    public float[] IonicVoxels(CompositeConductivities conductivities)
    {
        float[] voxels = new float[Image.Shape.Count];
        ReadOnlySpan<byte> labels = Image.Labels;
        ReadOnlySpan<float> carbon = CarbonField.Span;
        for (int i = 0; i < voxels.Length; i++)
        {
            if (labels[i] == CompositePhases.Active) voxels[i] = (float)conductivities.ActiveIonic;
            if (labels[i] != CompositePhases.Electrolyte) continue;
            double left = carbon.IsEmpty ? 1 : Math.Max(0, 1 - carbon[i]);
            voxels[i] = (float)(conductivities.Electrolyte * left * Math.Sqrt(left));
        }
        return voxels;
    }

    /// <summary>What each voxel conducts of electrons, S/m, without the fibres that are lines. docs/physics.md (98).</summary>
    public float[] ElectronicVoxels(CompositeConductivities conductivities)
    {
        float[] voxels = new float[Image.Shape.Count];
        ReadOnlySpan<byte> labels = Image.Labels;
        ReadOnlySpan<float> carbon = CarbonField.Span;
        var nano = Recipe.Carbon as NanoCarbon;
        for (int i = 0; i < voxels.Length; i++)
        {
            double value = labels[i] switch
            {
                CompositePhases.Active => conductivities.Active,
                CompositePhases.Carbon => conductivities.Carbon,
                CompositePhases.Electrolyte => conductivities.ElectrolyteElectronic + (nano is null || carbon.IsEmpty ? 0 : conductivities.Carbon * nano.Conducts(carbon[i])),
                _ => 0,
            };
            voxels[i] = (float)value;
        }
        return voxels;
    }

    /// <summary>What conducts ions between voxels, in S/m times the edge of a voxel, contacts between grains included.</summary>
    public IFaceRule IonicFaces(CompositeConductivities conductivities) => new CompositeFaces(this, IonicVoxels(conductivities), conductivities.GrainContact, 0);

    /// <summary>What conducts electrons between voxels, in S/m times the edge of a voxel, the fibres that are lines included.</summary>
    public IFaceRule ElectronicFaces(CompositeConductivities conductivities) => new CompositeFaces(this, ElectronicVoxels(conductivities), 0, conductivities.Carbon);

    /// <summary>The effective conductivity for ions, S/m.</summary>
    /// <param name="conductivities">Of the materials.</param>
    /// <param name="transport">How it is measured.</param>
    /// <param name="progress">Told the gap after each iteration.</param>
    /// <param name="cancellation">Ends the work.</param>
    public EffectiveConductivity Ionic(CompositeConductivities conductivities, Transport transport, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        float[] voxels = IonicVoxels(conductivities);
        return EffectiveConductivity.Of(Image, Mean(voxels), new CompositeFaces(this, voxels, conductivities.GrainContact, 0), transport, progress, cancellation);
    }

    /// <summary>The effective conductivity for electrons, S/m, fibres that are lines included.</summary>
    /// <param name="conductivities">Of the materials.</param>
    /// <param name="transport">How it is measured.</param>
    /// <param name="progress">Told the gap after each iteration.</param>
    /// <param name="cancellation">Ends the work.</param>
    public EffectiveConductivity Electronic(CompositeConductivities conductivities, Transport transport, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        float[] voxels = ElectronicVoxels(conductivities);
        double mean = Mean(voxels) + (Lines is null ? 0 : conductivities.Carbon * Shares.Carbon);
        return EffectiveConductivity.Of(Image, mean, new CompositeFaces(this, voxels, 0, conductivities.Carbon), transport, progress, cancellation);
    }

    /// <summary>Where the carbon touches the rest; null without carbon. docs/physics.md (99).</summary>
    /// <param name="threads">How many threads may work; no result depends on it.</param>
    public CarbonSurface? CarbonSurface(int threads = 1)
    {
        if (Lines is { } lines) return new CarbonSurface(lines.ElectrolyteArea, lines.TripleLine, "surfaces of the fibres, cut by those of the particles", false);
        if (Recipe.Shares.Carbon <= 0) return null;
        var borders = Borders.Of(Image, threads);
        if (Recipe.Carbon is not NanoCarbon nano) return new CarbonSurface(Area(CompositePhases.Electrolyte, CompositePhases.Carbon), Line(), "borders of voxels", false);
        double area = nano.AccessibleShare * nano.BetArea * nano.Density * Shares.Carbon;
        return new CarbonSurface(area, Math.PI / 4 * area * Area(CompositePhases.Active, CompositePhases.Electrolyte), "estimate: accessible share of the BET area, and pi/4 of its product with the area of active material", true);

        double Area(byte first, byte second) => borders.Interfaces.FirstOrDefault(pair => pair.First == first && pair.Second == second)?.Area ?? 0;

        double Line() => borders.TripleLines.FirstOrDefault(line => (line.First, line.Second, line.Third) == (CompositePhases.Active, CompositePhases.Electrolyte, CompositePhases.Carbon))?.Length ?? 0;
    }

    /// <summary>Contacts between electrolyte grains.</summary>
    /// <param name="resistance">Of a contact, ohm m2, 0 or more.</param>
    public GrainContacts Contacts(double resistance) => new(Grains, CompositePhases.Electrolyte, resistance);

    private static double Mean(float[] voxels)
    {
        double sum = 0;
        foreach (float value in voxels) sum += value;
        return sum / voxels.Length;
    }
}
