using System.Text.Json.Nodes;
using Interphase.Microstructure;
using Interphase.Numerics;

namespace Interphase.Cli.Tests;

/// <summary>The verb <c>structure</c>.</summary>
public class StructureTests
{
    [Fact]
    public void Measures_of_plates_are_those_of_plates()
    {
        using var folder = new Scratch();
        string file = Written(folder, "plates.npy", new GridShape(20, 24, 30), (x, _, _) => x / 5 % 2 == 0 ? 1 : 2);
        JsonNode document = Tool.Run("structure", "measure", file, "--conductivity", "1=1,2=0.01", "--json").ShouldBeDone().Json;
        double series = 2 / (1 + 100.0);
        document["effectiveConductivity"]!.GetValue<double>().ShouldBe(series, 1e-4 * series);
        document["tortuosityFactor"]!.GetValue<double>().ShouldBe(0.505 / series, 1e-2);
        document["gap"]!.GetValue<double>().ShouldBeLessThan(1e-4);
        document["phases"]![0]!["fraction"]!.GetValue<double>().ShouldBe(0.5);
        document["phases"]![0]!["throughConnected"]!.GetValue<double>().ShouldBe(0);
        JsonNode border = document["interfaces"]!.AsArray().ShouldHaveSingleItem()!;
        border["pair"]!.ToJsonString().ShouldBe("[1,2]");
        border["rawFaces"]!.GetValue<long>().ShouldBe(3 * 24 * 30);
        border["area"]!.GetValue<double>().ShouldBe(3 / 20.0, 0.05 * 3 / 20);
        document["units"]!["area"]!.GetValue<string>().ShouldBe("1/voxel");
        // Along the plates the good ones carry.
        Tool.Run("structure", "measure", file, "--conductivity", "1=1,2=0.01", "--axis", "y", "--sides", "periodic", "--json").ShouldBeDone().Json["effectiveConductivity"]!.GetValue<double>().ShouldBe(0.505, 1e-4);
    }

    [Fact]
    public void What_does_not_percolate_is_infinite_with_a_reason()
    {
        using var folder = new Scratch();
        string file = Written(folder, "gap.npy.gz", new GridShape(10, 8, 8), (x, _, _) => x == 5 ? 0 : 1);
        JsonNode document = Tool.Run("structure", "measure", file, "--conductivity", "1=1", "--json").ShouldBeDone().Json;
        document["tortuosityFactor"].ShouldBeNull();
        document["effectiveConductivity"]!.GetValue<double>().ShouldBe(0);
        document["reason"]!.GetValue<string>().ShouldContain("reaches");
        Tool.Run("structure", "measure", file, "--conductivity", "1=1").ShouldBeDone().Output.ShouldContain("infinite");
    }

    [Fact]
    public void Names_sizes_and_roles_travel_with_the_image()
    {
        using var folder = new Scratch();
        string file = Written(folder, "composite.tif", new GridShape(32, 32, 32), (x, y, z) => (x / 4 + y / 4 + z / 4) % 3,
            VoxelSpacing.Cubes(2e-7), new Phase(0, "CAM") { Role = PhaseRole.Active }, new Phase(1, "SE") { Role = PhaseRole.Electrolyte }, new Phase(2, "carbon") { Role = PhaseRole.Carbon });
        string results = folder["out"];
        Outcome ran = Tool.Run("structure", "measure", file, "--ionic", "SE=0.3", "--electronic", "CAM=0.01,carbon=10", "--voxel", "0.2 um", "--out", results).ShouldBeDone();
        ran.Output.ShouldContain("1/um");
        JsonNode document = JsonNode.Parse(File.ReadAllText(Path.Combine(results, "composite.structure.json")))!;
        document["image"]!["spacing"]!.ToJsonString().ShouldBe("[2E-07,2E-07,2E-07]");
        document["image"]!["sha256"]!.GetValue<string>().Length.ShouldBe(64);
        document["parts"]!.GetValue<int>().ShouldBe(8);
        document["phases"]![0]!["fractionError"]!.GetValue<double>().ShouldBeGreaterThanOrEqualTo(0);
        document["ionic"]!.AsArray().Count.ShouldBe(1);
        document["electronic"]![0]!["effectiveConductivity"]!.GetValue<double>().ShouldBeGreaterThan(0);
        foreach (string picture in (string[])["slice-x", "slice-y", "slice-z", "box"]) File.ReadAllBytes(Path.Combine(results, $"composite.{picture}.png"))[..4].ShouldBe([0x89, 0x50, 0x4e, 0x47]);
    }

    [Theory]
    [InlineData("--conductivity", "1=-1", "conductivity of 0 or more")]
    [InlineData("--conductivity", "iron=1", "a label of the image")]
    [InlineData("--conductivity", "1=1,1=2", "each label once")]
    [InlineData("--axis", "w", "x, y, z or all")]
    [InlineData("--voxel", "3 V", "one length above 0, or three")]
    [InlineData("--tolerance", "0", "from 1e-10")]
    [InlineData("--parts", "99", "from 1 to 8")]
    public void A_bad_option_is_one_line(string option, string value, string expected)
    {
        using var folder = new Scratch();
        string file = Written(folder, "cube.npy", new GridShape(4, 4, 4), (x, _, _) => x % 2);
        Outcome ran = Tool.Run("structure", "measure", file, option, value);
        ran.Code.ShouldBe(2);
        ran.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(expected);
    }

    [Fact]
    public void A_damaged_image_is_one_line_that_names_it()
    {
        using var folder = new Scratch();
        string file = Written(folder, "cube.npy", new GridShape(4, 4, 4), (x, _, _) => x % 2);
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..150]);
        Outcome ran = Tool.Run("structure", "measure", file);
        ran.Code.ShouldBe(2);
        ran.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain("cube.npy");
    }

    [Fact]
    public void A_grey_image_is_to_be_cut_first_and_can_be_looked_at()
    {
        using var folder = new Scratch();
        var shape = new GridShape(8, 16, 16);
        string file = folder["scan.tif"];
        var random = new Random(1);
        ImageWriter.Write(new VoxelImage(shape, [.. Enumerable.Range(0, (int)shape.Count).Select(i => (byte)((i % 16 < 8 ? 60 : 190) + random.Next(-40, 40)))], VoxelSpacing.Unknown), file);
        Outcome refused = Tool.Run("structure", "measure", file);
        refused.Code.ShouldBe(2);
        refused.Error.ShouldContain("--threshold otsu");
        string results = folder["out"];
        Tool.Run("structure", "view", file, "--threshold", "otsu", "--vtk", "--out", results).ShouldBeDone();
        File.Exists(Path.Combine(results, "scan.segmentation.png")).ShouldBeTrue();
        File.Exists(Path.Combine(results, "scan.vti")).ShouldBeTrue();
        File.ReadAllText(Path.Combine(results, "scan.structure.html")).ShouldContain("8 x 16 x 16 voxels");
    }

    private static string Written(Scratch folder, string name, GridShape shape, Func<int, int, int, int> label, VoxelSpacing? spacing = null, params Phase[] phases)
    {
        byte[] labels = new byte[shape.Count];
        for (int x = 0; x < shape.X; x++)
            for (int y = 0; y < shape.Y; y++)
                for (int z = 0; z < shape.Z; z++) labels[shape.Index(x, y, z)] = (byte)label(x, y, z);
        string file = folder[name];
        ImageWriter.Write(new VoxelImage(shape, labels, spacing ?? VoxelSpacing.Unknown, [.. phases]), file);
        return file;
    }
}
