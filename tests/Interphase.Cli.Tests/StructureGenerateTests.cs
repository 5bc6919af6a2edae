using System.Text.Json.Nodes;
using Interphase.Microstructure;

namespace Interphase.Cli.Tests;

/// <summary>The verbs <c>structure generate</c> and <c>structure compare</c>.</summary>
public class StructureGenerateTests
{
    private static readonly string[] Small = ["--voxels", "40", "--voxel", "0.4 um", "--grain", "0.9 um"];

    [Fact]
    public void The_composite_of_a_cell_file_has_its_shares_and_can_be_measured_again()
    {
        using Scratch folder = new();
        string results = folder["out"];
        JsonNode document = Tool.Run(["structure", "generate", Repository.Example("wang2026-nanofibre"), .. Small, "--out", results, "--json"]).ShouldBeDone().Json;
        document["shares"]!["active"]!.GetValue<double>().ShouldBe(document["wanted"]!["active"]!.GetValue<double>(), 0.005);
        document["shares"]!["carbon"]!.GetValue<double>().ShouldBe(document["wanted"]!["carbon"]!.GetValue<double>(), 0.005);
        document["carbon"]!.GetValue<string>().ShouldBe("carbon nanofibres");
        document["carbonIsEstimate"]!.GetValue<bool>().ShouldBeFalse();
        double ionic = document["ionic"]!["effectiveConductivity"]!.GetValue<double>(), electronic = document["electronic"]!["effectiveConductivity"]!.GetValue<double>();
        // Less than the electrolyte's share of its own conductivity; electrons along fibres far better than ions.
        ionic.ShouldBeGreaterThan(0);
        electronic.ShouldBeGreaterThan(10 * ionic);
        VoxelImage image = ImageReader.Read(Path.Combine(results, "wang2026-nanofibre.tif")).ToLabels().ShouldNotBeNull();
        image.Phases.ShouldContain(phase => phase.Role == PhaseRole.Active);
        image.Spacing.X.ShouldBe(4e-7, 1e-9);
        document["files"]!.AsArray().Select(file => Path.GetFileName(file!.GetValue<string>())).ShouldContain("wang2026-nanofibre.structure.html");
        File.ReadAllText(Path.Combine(results, "wang2026-nanofibre.structure.html")).ShouldContain("fibres, as lines");
    }

    [Fact]
    public void The_same_seed_gives_the_same_structure_on_any_number_of_threads()
    {
        string Of(string threads, string seed) => Tool.Run(["structure", "generate", Repository.Example("wang2026-nanofibre"), .. Small, "--threads", threads, "--seed", seed, "--json"]).ShouldBeDone().Output;
        string one = Of("1", "3");
        Of("2", "3").ShouldBe(one);
        Of("2", "4").ShouldNotBe(one);
    }

    // wang2026: at equal volume Ketjen black meets far more electrolyte, along far more line, than nanofibres do.
    [Fact]
    public void Ketjen_black_has_more_surface_and_line_than_nanofibres_at_equal_volume()
    {
        JsonNode[] carbons = [.. Tool.Run(["structure", "compare", Repository.Example("wang2026-nanofibre"), .. Small, "--carbons", "carbon nanofibres,Ketjen black", "--json"]).ShouldBeDone().Json["carbons"]!.AsArray().Select(each => each!)];
        carbons.Length.ShouldBe(2);
        carbons[0]["wanted"]!["carbon"]!.GetValue<double>().ShouldBe(carbons[1]["wanted"]!["carbon"]!.GetValue<double>(), 1e-9);
        carbons[1]["carbonIsEstimate"]!.GetValue<bool>().ShouldBeTrue();
        foreach (string key in (string[])["carbonElectrolyteArea", "tripleLine"]) carbons[1][key]!.GetValue<double>().ShouldBeGreaterThan(3 * carbons[0][key]!.GetValue<double>());
        carbons[0]["electronic"]!["effectiveConductivity"]!.GetValue<double>().ShouldBeGreaterThan(carbons[1]["electronic"]!["effectiveConductivity"]!.GetValue<double>());
    }

    [Theory]
    [InlineData("--voxel", "2 um", "at least")]
    [InlineData("--voxel", "x", "a length above 0")]
    [InlineData("--voxels", "4", "from 16 to 512")]
    [InlineData("--electrode", "middle", "cathode or anode")]
    [InlineData("--set", "cathode.carbon.material=iron", "iron")]
    public void What_cannot_be_arranged_is_told_in_a_line(string option, string value, string expected)
    {
        Outcome ran = Tool.Run("structure", "generate", Repository.Example("wang2026-nanofibre"), option, value);
        ran.Code.ShouldBe(2);
        ran.ErrorLines[0].ShouldContain(expected);
        ran.ErrorLines.ShouldAllBe(line => line.Contains(": ") && !line.Contains("   at "));
    }
}
