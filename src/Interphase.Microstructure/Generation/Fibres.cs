using Interphase.Descriptions;

namespace Interphase.Microstructure;

/// <summary>
/// Fibres or tubes: worm-like chains that keep out of the active material. At least <see cref="ResolvedFrom"/> voxels thick they are voxels of carbon; thinner ones are lines that carry conductance, area and triple line.
/// </summary>
public sealed record Fibres : CarbonForm
{
    /// <summary>Voxels across a fibre from which on it is made of voxels.</summary>
    public const double ResolvedFrom = 2;

    /// <summary>Diameter, m, &gt; 0.</summary>
    public required double Diameter { get; init; }

    /// <summary>Length over diameter, &gt; 1; nanofibres have 100 to 4000.</summary>
    public required double Aspect { get; init; }

    /// <summary>Length over which a fibre forgets its direction, m, &gt; 0; infinite for straight ones.</summary>
    public required double PersistenceLength { get; init; }

    /// <summary>Length of a fibre, m.</summary>
    public double Length => Diameter * Aspect;

    /// <summary>Whether voxels of a size resolve them.</summary>
    /// <param name="voxelSize">m.</param>
    public bool IsResolved(double voxelSize) => Diameter >= ResolvedFrom * voxelSize * (1 - 1e-9);

    internal override void Check(CompositeRecipe recipe, Place place, Problems problems)
    {
        if (!(Diameter > 0) || !double.IsFinite(Diameter)) problems.Add(place, "carbon.diameter", $"{Diameter:g4} m", "a fibre diameter above 0");
        else if (Diameter > 0.25 * recipe.ShortestEdge) problems.Add(place, "carbon.diameter", CompositeRecipe.Micrometres(Diameter), $"at most a quarter of the box, {CompositeRecipe.Micrometres(recipe.ShortestEdge / 4)}", "enlarge the box");
        else if (!IsResolved(recipe.VoxelSize) && recipe.Shares.Carbon > NanoCarbon.Densest * (1 - recipe.Shares.Active))
            problems.Add(place, "shares.carbon", $"{recipe.Shares.Carbon:g4} in {1 - recipe.Shares.Active:g4} between the particles", $"at most {NanoCarbon.Densest} of that", "lower the share of carbon");
        if (!(Aspect > 1) || !double.IsFinite(Aspect)) problems.Add(place, "carbon.aspect", $"{Aspect:g4}", "a length above the diameter");
        if (!(PersistenceLength > 0)) problems.Add(place, "carbon.persistenceLength", $"{PersistenceLength:g4} m", "a length above 0");
        else if (PersistenceLength < 2 * Diameter) problems.Add(place, "carbon.persistenceLength", CompositeRecipe.Micrometres(PersistenceLength), $"at least twice the diameter, {CompositeRecipe.Micrometres(2 * Diameter)}", "a fibre cannot bend within its own thickness");
    }
}
