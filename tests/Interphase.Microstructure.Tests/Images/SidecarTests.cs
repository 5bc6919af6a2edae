namespace Interphase.Microstructure.Tests;

public class SidecarTests
{
    [Fact]
    public void Raw_voxels_are_read_as_the_file_beside_them_says()
    {
        using var scratch = new Scratch();
        scratch.File("a.raw", [9, 9, 9, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 1, 0]);
        scratch.File("a.json", """{ "shape": [3, 1, 2], "dtype": "uint16", "endianness": "big", "offset": 3, "spacing": ["100 nm", 5e-8, "0.02 um"], "phases": [ { "label": 1, "name": "NCM", "role": "active" } ] }""");
        ImageReading reading = ImageReader.Read(scratch.File("a.raw"));
        reading.Problems.ShouldBeEmpty();
        Samples.Values(reading.Image!).ShouldBe([1, 2, 3, 4, 5, 256]);
        reading.Image!.Spacing.X.ShouldBe(1e-7, 1e-15);
        reading.Image.Spacing.Y.ShouldBe(5e-8, 1e-15);
        reading.Image.Spacing.Z.ShouldBe(2e-8, 1e-15);
        reading.Image.Phases.ShouldBe([new Phase(1, "NCM") { Role = PhaseRole.Active }]);
        reading.ToLabels().ShouldBeNull();
        reading.Problems.ShouldHaveSingleItem().ToString().ShouldEndWith("a.raw: found the value 256; expected labels of 0 to 255; segment it with `--threshold`, or number the labels anew from 0");
    }

    [Fact]
    public void Phases_and_sizes_beside_any_image_go_before_its_own()
    {
        using var scratch = new Scratch();
        string path = scratch.File("a.tif", new TiffBuilder { Resolution = (200000, 1, 3) }.Build(Samples.Grey(8)));
        scratch.File("a.tif.phases.json", """{ "spacing": 1e-6 }""");
        ImageReader.Read(path).Image!.Spacing.ShouldBe(VoxelSpacing.Cubes(1e-6));
        scratch.File("a.tif.phases.json", """{ "phases": [ { "label": 7, "name": "SE", "role": "electrolyte" } ], }""");
        GreyImage image = ImageReader.Read(path).Image!;
        image.Spacing.X.ShouldBe(5e-8, 1e-15);
        image.Phases.Single().Role.ShouldBe(PhaseRole.Electrolyte);
    }

    [Theory]
    [InlineData("""{ "spacing": "50" }""", "spacing: found `50`, which has no unit")]
    [InlineData("""{ "spacing": "50 V" }""", "spacing: found ")]
    [InlineData("""{ "spacing": [1e-7, 1e-7] }""", "spacing: found 2 sizes")]
    [InlineData("""{ "spacing": -1 }""", "more than 0")]
    [InlineData("""{ "phases": [ { "label": 256 } ] }""", "phases[0].label: found `256`; expected a whole number of 0 to 255")]
    [InlineData("""{ "phases": [ { "label": 1 }, { "label": 1 } ] }""", "phases[1].label: found label 1 a second time")]
    [InlineData("""{ "phases": [ { "label": 1, "role": "activ" } ] }""", "did you mean `active`?")]
    [InlineData("""{ "phase": [] }""", "did you mean `phases`?")]
    [InlineData("""{ "phases": [ { "name": "x" } ] }""", "found no `label`")]
    [InlineData("""[1]""", "an object in braces")]
    [InlineData("{\n\"spacing\": ", "line 2, byte ")]
    public void What_is_wrong_in_a_description_is_told(string text, string found)
    {
        using var scratch = new Scratch();
        string path = scratch.File("a.npy", NumpyReadingTests.Array("'|u1'", "(1, 1, 1)", [0]));
        scratch.File("a.npy.phases.json", text);
        string problem = ImageReader.Read(path).Problems.ShouldHaveSingleItem().ToString();
        problem.ShouldContain("a.npy.phases.json: ");
        problem.ShouldContain(found);
    }

    [Theory]
    [InlineData("""{ "dtype": "uint8" }""", "found no `shape`")]
    [InlineData("""{ "shape": [1, 2], "dtype": "uint8" }""", "three lengths")]
    [InlineData("""{ "shape": [1, 2, 3], "dtype": "float32" }""", "dtype: found `float32`")]
    [InlineData("""{ "shape": [1, 2, 3], "dtype": "uint8", "endianness": "middle" }""", "`little` or `big`")]
    [InlineData("""{ "shape": [1, 2, 4], "dtype": "uint8" }""", "a.raw: byte 6: found the end of the file; expected 8 bytes for 1 x 2 x 4 voxels of 8 bits")]
    public void What_is_wrong_with_raw_voxels_is_told(string text, string found)
    {
        using var scratch = new Scratch();
        string path = scratch.File("a.raw", new byte[6]);
        ImageReader.Read(path).Problems.ShouldHaveSingleItem().ToString().ShouldContain("raw voxels without `a.json` beside them");
        scratch.File("a.json", text);
        ImageReader.Read(path).Problems.ShouldHaveSingleItem().ToString().ShouldContain(found);
    }
}
