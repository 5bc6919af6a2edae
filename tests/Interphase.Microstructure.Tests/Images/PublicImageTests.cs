using System.Diagnostics;
using System.Text.Json.Nodes;
using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

/// <summary>Images that others published, and those of the reference cases.</summary>
public class PublicImageTests(ITestOutputHelper output)
{
    [Fact]
    public void The_electrode_of_TauFactor_has_its_published_fractions()
    {
        string path = Reference.File("data", "micro", "taufactor_electrode_256.tiff");
        ImageReader.Read(path).Problems.ShouldBeEmpty();
        var watch = Stopwatch.StartNew();
        ImageReading reading = ImageReader.Read(path);
        output.WriteLine($"256^3 deflate: {watch.ElapsedMilliseconds} ms");
        VoxelImage image = reading.ToLabels()!;
        image.Shape.ShouldBe(new GridShape(256, 256, 256));
        image.Spacing.IsKnown.ShouldBeFalse();
        image.Phases.Select(phase => phase.Label).ShouldBe([(byte)0, (byte)85, (byte)170]);
        image.Fraction(0).ShouldBe(0.44992, 5e-6);
        image.Fraction(85).ShouldBe(0.40047, 5e-6);
        image.Fraction(170).ShouldBe(0.14962, 5e-6);
    }

    [Fact]
    public void The_ellipsoids_of_MATBOX_are_read_through_PackBits()
    {
        string path = Reference.File("data", "micro", "matbox_ellipsoids.tif");
        Check(ImageReader.Read(path).ToLabels()!, Reference.Results(path.Replace(".tif", ".ref.json", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_fibres_of_PuMA_are_grey_big_endian_and_cut_at_90()
    {
        string path = Reference.File("data", "micro", "puma_100_fiberform.tif");
        GreyImage grey = ImageReader.Read(path).Image!;
        grey.Spacing.IsKnown.ShouldBeFalse();
        grey.LooksGrey.ShouldBeTrue();
        JsonNode expected = Reference.Results(path.Replace(".tif", ".ref.json", StringComparison.Ordinal));
        long solid = 0;
        for (int value = 90; value < 256; value++) solid += grey.Histogram[value];
        ((double)solid / grey.Shape.Count).ShouldBe((double)expected["volume_fraction"]!["1"]!, 1e-12);
    }

    [Theory]
    [InlineData("puma_100_sphere_r40.tif", 100)]
    [InlineData("puma_50_artfibers.tif", 50)]
    public void Other_images_of_PuMA_are_read(string name, int side)
    {
        ImageReading reading = ImageReader.Read(Reference.File("data", "micro", name));
        reading.Problems.ShouldBeEmpty();
        reading.Image!.Shape.ShouldBe(new GridShape(side, side, side));
    }

    [Fact]
    public void Every_reference_array_has_the_fractions_that_stand_beside_it()
    {
        foreach (string path in Reference.Files("reference/micro", ".npy.gz"))
        {
            string results = path.Replace(".npy.gz", ".json", StringComparison.Ordinal);
            ImageReading reading = ImageReader.Read(path);
            reading.Problems.ShouldBeEmpty();
            Check(reading.ToLabels()!, Reference.Results(results));
        }
    }

    [Fact]
    public void Faces_counted_along_each_axis_are_those_of_the_reference()
    {
        string path = Reference.File("reference", "micro", "compo_fibre_100_s1.npy.gz");
        VoxelImage image = ImageReader.Read(path).ToLabels()!;
        JsonNode expected = Reference.Results(path.Replace(".npy.gz", ".json", StringComparison.Ordinal))["metrics"]!["faces_open"]!;
        foreach ((string pair, JsonNode? count) in expected.AsObject())
        {
            byte[] labels = [.. pair.Split('-').Select(byte.Parse)];
            long faces = 0;
            for (int x = 0; x < image.Shape.X; x++)
                for (int y = 0; y < image.Shape.Y; y++)
                    for (int z = 0; z < image.Shape.Z; z++)
                    {
                        byte here = image[x, y, z];
                        if (x > 0 && Is(here, image[x - 1, y, z])) faces++;
                        if (y > 0 && Is(here, image[x, y - 1, z])) faces++;
                        if (z > 0 && Is(here, image[x, y, z - 1])) faces++;
                    }
            faces.ShouldBe((long)count!, pair);

            bool Is(byte one, byte other) => (one == labels[0] && other == labels[1]) || (one == labels[1] && other == labels[0]);
        }
    }

    private static void Check(VoxelImage image, JsonNode expected)
    {
        new[] { image.Shape.X, image.Shape.Y, image.Shape.Z }.ShouldBe(expected["shape"]!.AsArray().Select(length => (int)length!));
        JsonObject fractions = (expected["volume_fraction"] ?? expected["metrics"]!["volume_fraction"])!.AsObject();
        fractions.ShouldNotBeEmpty();
        foreach ((string label, JsonNode? fraction) in fractions) image.Fraction(byte.Parse(label)).ShouldBe((double)fraction!, 1e-12, label);
    }
}
