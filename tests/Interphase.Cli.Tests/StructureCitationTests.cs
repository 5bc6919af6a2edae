using System.Text.Json.Nodes;
using Interphase.Microstructure;
using Interphase.Numerics;

namespace Interphase.Cli.Tests;

/// <summary>From a structure into the cell and its run, as a user goes.</summary>
public class StructureCitationTests
{
    private static readonly string[] Small = ["--voxels", "40", "--voxel", "0.4 um", "--grain", "0.9 um"];

    [Fact]
    public void A_generated_structure_is_cited_checked_and_run()
    {
        using Scratch folder = Begun();
        string cell = folder["wang2026-nanofibre.yaml"];
        Outcome generated = Tool.Run(["structure", "generate", cell, .. Small, "--samples", "2", "--out", folder.Folder]).ShouldBeDone();
        generated.Output.ShouldContain("closed form / voxels");
        generated.Output.ShouldContain("2 samples");
        generated.Output.ShouldContain("y = 0.5");
        string cited = folder.Write("cited.yaml", "extends: wang2026-nanofibre.yaml\nname: cited\ncathode: { structure: wang2026-nanofibre.structure.json }\n");
        Outcome shown = Tool.Run("check", cited).ShouldBeDone();
        shown.Output.ShouldContain("closed form / voxels");
        shown.Output.ShouldNotContain("warning:");
        JsonNode check = Tool.Run("check", cited, "--json").ShouldBeDone().Json, cathode = check["cathode"]!;
        cathode["structure"]!["file"]!.GetValue<string>().ShouldEndWith("wang2026-nanofibre.structure.json");
        cathode["structure"]!["closedForms"]!.AsArray().Count.ShouldBe(7);
        foreach (JsonNode? row in cathode["structure"]!["closedForms"]!.AsArray())
        {
            row!["error"]!.GetValue<double>().ShouldBeGreaterThanOrEqualTo(0);
            row["ratio"]!.GetValue<double>().ShouldBe(row["closedForm"]!.GetValue<double>() / row["voxels"]!.GetValue<double>(), 1e-6 * row["ratio"]!.GetValue<double>());
        }
        cathode["figures"]!["areaActiveElectrolyte"]!["origin"]!.GetValue<string>().ShouldBe("structure");
        check["anode"]!["figures"]!["areaActiveElectrolyte"]!["origin"]!.GetValue<string>().ShouldBe("closedForm");
        check["values"]!.AsArray().Single(value => value!["path"]!.GetValue<string>() == "cathode.ionicConductivity")!["from"]!.GetValue<string>().ShouldContain("2 seeds from 0");

        JsonNode ran = Tool.Run("run", cited, "--protocol", "charge at 1C until cathode 4.3 V vs Li", "--out", folder["out"], "--json").ShouldBeDone().Json;
        JsonNode plain = Tool.Run("run", cell, "--protocol", "charge at 1C until cathode 4.3 V vs Li", "--out", folder["out"], "--json").ShouldBeDone().Json;
        double with = ran["steps"]![0]!["capacity"]!.GetValue<double>(), without = plain["steps"]![0]!["capacity"]!.GetValue<double>();
        Math.Abs(with / without - 1).ShouldBeGreaterThan(1e-3);
        ran["provenance"]!["inputs"]!.AsArray().ShouldContain(input => input!["file"]!.GetValue<string>().EndsWith("wang2026-nanofibre.structure.json", StringComparison.Ordinal));
        ran["provenance"]!["values"]!.AsArray().ShouldContain(value => value!["path"]!.GetValue<string>() == "cathode.utilisation");
        ran["provenance"]!["defaults"]!.AsArray().ShouldNotContain(value => value!["path"]!.GetValue<string>() == "cathode.ionicConductivity");
        plain["provenance"]!["defaults"]!.AsArray().ShouldContain(value => value!["path"]!.GetValue<string>() == "cathode.ionicConductivity");
    }

    [Fact]
    public void A_stale_structure_warns_in_one_line_and_the_run_goes_on()
    {
        using Scratch folder = Begun();
        Tool.Run(["structure", "generate", folder["wang2026-nanofibre.yaml"], .. Small, "--out", folder.Folder]).ShouldBeDone();
        string cited = folder.Write("cited.yaml", "extends: wang2026-nanofibre.yaml\nname: cited\ncathode: { structure: wang2026-nanofibre.structure.json }\n");
        Tool.Run("check", cited, "--set", "cathode.carbon.share=4 vol%").ShouldBeDone().Output.ShouldContain("warning: cathode.structure");
        Outcome ran = Tool.Run("run", cited, "--set", "cathode.carbon.share=4 vol%", "--protocol", "rest 1 min", "--out", folder["out"]);
        ran.ShouldBeDone();
        ran.ErrorLines.Where(line => line.StartsWith("warning:", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("composition");
    }

    [Fact]
    public void A_cell_may_name_a_structure_that_is_yet_to_be_made()
    {
        using Scratch folder = Begun();
        string cited = folder.Write("cited.yaml", "extends: wang2026-nanofibre.yaml\nname: cited\ncathode: { structure: cited.structure.json }\n");
        Outcome before = Tool.Run("check", cited);
        before.Code.ShouldBe(2);
        before.ErrorLines.ShouldHaveSingleItem().ShouldContain("no such file");
        Tool.Run(["structure", "generate", cited, .. Small, "--out", folder.Folder]).ShouldBeDone();
        Tool.Run("check", cited).ShouldBeDone();
    }

    [Fact]
    public void An_image_is_measured_with_the_materials_of_a_cell_and_cited()
    {
        using Scratch folder = Begun();
        var shape = new GridShape(32, 32, 32);
        byte[] labels = new byte[shape.Count];
        for (int i = 0; i < labels.Length; i++) labels[i] = (byte)((i / 1024 / 4 + i / 32 % 32 / 4 + i % 32 / 4) % 3);
        ImageWriter.Write(new VoxelImage(shape, labels, VoxelSpacing.Cubes(2e-7), [new Phase(0, "CAM") { Role = PhaseRole.Active }, new Phase(1, "SE") { Role = PhaseRole.Electrolyte }, new Phase(2, "carbon") { Role = PhaseRole.Carbon }]), folder["scan.tif"]);
        Outcome measured = Tool.Run("structure", "measure", folder["scan.tif"], "--cell", folder["wang2026-nanofibre.yaml"], "--out", folder.Folder).ShouldBeDone();
        measured.Output.ShouldContain("closed form / voxels");
        JsonNode composite = JsonNode.Parse(File.ReadAllText(folder["scan.structure.json"]))!["composite"]!;
        composite["origin"]!["kind"]!.GetValue<string>().ShouldBe("image");
        composite["electronicFactors"]!.AsArray().Count.ShouldBe(2);
        // Factors times conductivities are what was measured.
        double sum = composite["electronicFactors"]!.AsArray().Sum(each => each!["factor"]!.GetValue<double>() * each["conductivity"]!.GetValue<double>());
        double found = JsonNode.Parse(File.ReadAllText(folder["scan.structure.json"]))!["electronic"]![0]!["effectiveConductivity"]!.GetValue<double>();
        sum.ShouldBe(found, 1e-9 * found);
        string cited = folder.Write("cited.yaml", "extends: wang2026-nanofibre.yaml\nname: cited\ncathode: { structure: scan.structure.json }\n");
        // A third of each is not what the cell is made of.
        Tool.Run("check", cited).ShouldBeDone().Output.ShouldContain("warning: cathode.structure: scan.structure.json was measured of an image with 33");
    }

    [Fact]
    public void An_image_without_roles_says_that_no_cell_can_use_it()
    {
        using Scratch folder = Begun();
        var shape = new GridShape(16, 16, 16);
        byte[] labels = new byte[shape.Count];
        for (int i = 0; i < labels.Length; i++) labels[i] = (byte)(i / 4 % 2);
        ImageWriter.Write(new VoxelImage(shape, labels, VoxelSpacing.Unknown, []), folder["scan.npy"]);
        Tool.Run("structure", "measure", folder["scan.npy"], "--out", folder.Folder).ShouldBeDone();
        string cited = folder.Write("cited.yaml", "extends: wang2026-nanofibre.yaml\nname: cited\ncathode: { structure: scan.structure.json }\n");
        Outcome ran = Tool.Run("check", cited);
        ran.Code.ShouldBe(2);
        ran.ErrorLines.ShouldHaveSingleItem().ShouldContain("roles");
    }

    [Fact]
    public void Samples_are_means_with_the_scatter_between_them()
    {
        JsonNode Made(params string[] more) => Tool.Run(["structure", "generate", Repository.Example("wang2026-nanofibre"), .. Small, "--json", .. more]).ShouldBeDone().Json["composite"]!;
        JsonNode one = Made("--seed", "5"), other = Made("--seed", "6"), both = Made("--seed", "5", "--samples", "2");
        double Area(JsonNode node) => node["areaActiveElectrolyte"]!["value"]!.GetValue<double>();
        Area(both).ShouldBe((Area(one) + Area(other)) / 2, 1e-6 * Area(one));
        both["areaActiveElectrolyte"]!["error"]!.GetValue<double>().ShouldBe(Math.Abs(Area(one) - Area(other)) / 2, 1e-6 * Area(one));
        both["origin"]!["seeds"]!.ToJsonString().ShouldBe("[5,6]");
        both["utilisation"]!["error"].ShouldNotBeNull();
        one["areaActiveElectrolyte"]!["error"].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    public void A_number_of_samples_has_bounds(string number)
    {
        Outcome ran = Tool.Run("structure", "generate", Repository.Example("wang2026-nanofibre"), "--samples", number);
        ran.Code.ShouldBe(2);
        ran.ErrorLines[0].ShouldContain("from 1 to 100");
    }

    private static Scratch Begun()
    {
        var folder = new Scratch();
        File.Copy(Repository.Example("wang2026-nanofibre"), folder["wang2026-nanofibre.yaml"]);
        return folder;
    }
}
