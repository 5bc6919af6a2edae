using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Interphase.Microstructure;

namespace Interphase.Cells;

/// <summary>What a structure was generated from, in words that can be held against another cell's and told apart line by line.</summary>
/// <param name="Lines">What each part of the recipe is.</param>
public sealed record StructureRecipe(ImmutableArray<(string Name, string Text)> Lines)
{
    /// <summary>SHA-256 of the lines.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Lines.Select(line => $"{line.Name}: {line.Text}\n")))));

    /// <summary>The recipe of a plan, its seed apart.</summary>
    /// <param name="plan">The plan.</param>
    public static StructureRecipe Of(StructurePlan plan)
    {
        CompositeRecipe recipe = plan.Recipe;
        CompositeShares shares = recipe.Shares;
        ParticleSizes sizes = recipe.Particles;
        string particles = sizes.Classes.IsEmpty
            ? $"{Micro(sizes.Median)} median, spread {Number(sizes.Spread)}"
            : string.Join(", ", sizes.Classes.Select(each => $"{Number(100 * each.Share)} vol% of {Micro(each.Diameter)}"));
        return new StructureRecipe(
        [
            ("composition", $"{Percent(shares.Active)}:{Percent(shares.Electrolyte)}:{Percent(shares.Carbon)}:{Percent(shares.Void)} vol% of active, electrolyte, carbon, void"),
            ("particles", $"{recipe.ParticleShape.ToString().ToLowerInvariant()}s, {particles}"),
            ("grains", Micro(recipe.GrainSize)),
            ("carbon", recipe.Carbon switch
            {
                Fibres fibres => $"fibres, {Micro(fibres.Diameter)} across, {Number(fibres.Aspect)} times as long",
                NanoCarbon nano => $"nano-carbon, {Number(nano.BetArea / 1000)} m2/g, {Number(nano.Density / 1000)} g/cm3, {Percent(nano.AccessibleShare)} % accessible",
                _ => "none",
            }),
            ("box", $"{recipe.Shape} voxels of {Micro(recipe.VoxelSize)}"),
        ]);
    }

    /// <summary>What has changed since, in words; empty where nothing has.</summary>
    /// <param name="now">The recipe that the cell has now.</param>
    public ImmutableArray<string> Changes(StructureRecipe now) =>
    [
        .. Lines.Select(was => (was, Now: now.Lines.FirstOrDefault(line => line.Name == was.Name).Text ?? "nothing")).Where(each => each.was.Text != each.Now).Select(each => $"{each.was.Name} {each.was.Text} -> {each.Now}"),
    ];

    private static string Micro(double metres) => $"{Number(metres * 1e6)} um";

    private static string Percent(double share) => Number(100 * share);

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
