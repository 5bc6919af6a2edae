using System.Collections.Immutable;

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

    /// <summary>Contacts between electrolyte grains.</summary>
    /// <param name="resistance">Of a contact, ohm m2, 0 or more.</param>
    public GrainContacts Contacts(double resistance) => new(Grains, CompositePhases.Electrolyte, resistance);
}
