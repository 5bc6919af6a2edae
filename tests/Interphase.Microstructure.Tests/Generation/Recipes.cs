using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

/// <summary>Recipes that tests change.</summary>
internal static class Recipes
{
    public const double Micrometre = 1e-6;

    public static CompositeRecipe Usual(int edge = 60) => new()
    {
        Shape = new GridShape(edge, edge, edge),
        VoxelSize = 0.2 * Micrometre,
        Shares = new CompositeShares(0.49, 0.45, 0, 0.06),
        Particles = ParticleSizes.Lognormal(3 * Micrometre, 1.3),
        GrainSize = 0.8 * Micrometre,
        Seed = 7,
    };

    public static CompositeStructure Made(CompositeRecipe recipe, int threads = 2)
    {
        CompositeGeneration made = CompositeGenerator.Generate(recipe, threads);
        made.Problems.Select(problem => problem.ToString()).ShouldBeEmpty();
        return made.Structure!;
    }

    public static string Problem(CompositeRecipe recipe)
    {
        CompositeGeneration made = CompositeGenerator.Generate(recipe, 2);
        made.Structure.ShouldBeNull();
        string told = made.Problems.ShouldHaveSingleItem().ToString();
        told.ShouldNotContain('\n');
        return told;
    }
}
