using System.Collections.Immutable;
using System.Globalization;
using Interphase.Cells;
using Interphase.Microstructure;

namespace Interphase.Cli;

/// <summary>The tables of generated composites.</summary>
internal static class StructureSampleTables
{
    private const double PerMicrometre = 1e-6, MilliPerCentimetre = 10;

    public static void Print(StructureSample sample, string name, Terminal terminal)
    {
        CompositeRecipe recipe = sample.Plan.Recipe;
        CompositeShares got = sample.Structure.Shares, wanted = recipe.Shares;
        terminal.Heading($"{name}, arranged in {recipe.Shape} voxels of {Number(recipe.VoxelSize * 1e6)} um, seed {recipe.Seed}");
        terminal.Line($"{sample.Structure.Particles.Length} particles, {sample.Structure.GrainCount} electrolyte grains{(sample.Plan.Carbon.Length > 0 ? $", {sample.Plan.Carbon}" : "")}");
        terminal.Table(["phase", " wanted vol%", " made vol%"],
        [
            ["active material", Percent(wanted.Active), Percent(got.Active)], ["electrolyte", Percent(wanted.Electrolyte), Percent(got.Electrolyte)], ["carbon", Percent(wanted.Carbon), Percent(got.Carbon)], ["void", Percent(wanted.Void), Percent(got.Void)],
        ]);
        terminal.Heading("Measured along x");
        terminal.Table(["what", " value", "unit", "remark"],
        [
            ["ionic conductivity", Number(sample.Ionic.Value * MilliPerCentimetre), "mS/cm", Tortuosity(sample.Ionic)],
            ["electronic conductivity", Number(sample.Electronic.Value * MilliPerCentimetre), "mS/cm", Tortuosity(sample.Electronic)],
            ["active | electrolyte", Number(sample.ActiveElectrolyte * PerMicrometre), "1/um", ""],
            .. sample.Carbon is { } carbon
                ? (string[][])[["carbon | electrolyte", Number(carbon.ElectrolyteArea * PerMicrometre), "1/um", carbon.IsEstimate ? "estimate" : ""], ["carbon | active | electrolyte", Number(carbon.TripleLine * PerMicrometre * PerMicrometre), "1/um2", carbon.IsEstimate ? "estimate" : ""]]
                : [],
            .. sample.Measures.Access is { } access ? (string[][])[["active material in use", Percent(access.Usable), "%", $"wired {Percent(access.Wired)} %, wetted {Percent(access.Wetted)} %, by what voxels show"]] : [],
        ]);
        Assumed(sample.Plan.Assumptions, terminal);
    }

    public static void Compare(ImmutableArray<StructureSample> samples, Terminal terminal)
    {
        terminal.Heading("Carbons at equal volume");
        terminal.Table(["carbon", " carbon vol%", " electronic mS/cm", " ionic mS/cm", " carbon | electrolyte 1/um", " triple line 1/um2", ""], samples.Select(sample => (string[])
        [
            sample.Plan.Carbon, Percent(sample.Structure.Shares.Carbon), Number(sample.Electronic.Value * MilliPerCentimetre), Number(sample.Ionic.Value * MilliPerCentimetre),
            sample.Carbon is { } carbon ? Number(carbon.ElectrolyteArea * PerMicrometre) : "", sample.Carbon is { } line ? Number(line.TripleLine * PerMicrometre * PerMicrometre) : "", sample.Carbon?.IsEstimate == true ? "area and line estimated from BET" : "",
        ]));
        Assumed([.. samples.SelectMany(sample => sample.Plan.Assumptions).Distinct()], terminal);
    }

    private static void Assumed(ImmutableArray<string> assumptions, Terminal terminal)
    {
        if (assumptions.IsEmpty) return;
        terminal.Heading("Assumed");
        foreach (string text in assumptions) terminal.Item(text);
    }

    private static string Tortuosity(EffectiveConductivity each) => each.IsConnected ? $"tortuosity factor {Number(each.TortuosityFactor)}, gap {each.Gap.ToString("0.0e0", CultureInfo.InvariantCulture)}" : "nothing reaches from one side to the other";

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);
}
