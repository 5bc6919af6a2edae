using Interphase.Charts;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

public class SegmentationTests
{
    private static readonly Place Place = new("image");

    [Fact]
    public void Otsu_cuts_a_case_by_hand()
    {
        // 0 0 1 9 10 10: the classes {0, 0, 1} and {9, 10, 10} have means 1/3 and 29/3, the whole has 5 and a variance of 66/3.
        GreyImage image = Line(0, 0, 1, 9, 10, 10);
        var problems = new Problems();
        Thresholds cut = Otsu.Cut(image, 2, Place, problems)!;
        problems.ShouldBeEmpty();
        cut.Values.ShouldBe([5]);
        double mean = 5, all = 2 * 25 + 16 + 16 + 2 * 25, between = 3 * Math.Pow(1 / 3.0 - mean, 2) + 3 * Math.Pow(29 / 3.0 - mean, 2);
        cut.Separability.ShouldBe(between / all, 1e-12);
        VoxelImage labels = cut.Apply(image);
        labels.Labels.ToArray().ShouldBe([0, 0, 0, 1, 1, 1]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Otsu_is_as_good_as_trying_every_cut(int classes)
    {
        var random = new Random(classes);
        for (int trial = 0; trial < 20; trial++)
        {
            byte[] values = [.. Enumerable.Range(0, 60).Select(_ => (byte)random.Next(12))];
            GreyImage image = Line(values);
            Thresholds cut = Otsu.Cut(image, classes, Place, new Problems())!;
            double best = Cuts(1, classes - 1).Max(cuts => Between(values, cuts));
            Between(values, [.. cut.Values]).ShouldBe(best, 1e-9 * best);
            cut.Separability.ShouldBe(best / values.Sum(value => Math.Pow(value - values.Average(one => (double)one), 2)), 1e-9);
        }

        static IEnumerable<int[]> Cuts(int from, int count)
        {
            if (count == 0) return [[]];
            return Enumerable.Range(from, Math.Max(0, 12 - from)).SelectMany(first => Cuts(first + 1, count - 1).Select(rest => (int[])[first, .. rest]));
        }
    }

    [Fact]
    public void Three_grey_phases_of_sixteen_bits_are_found()
    {
        var random = new Random(5);
        ushort[] means = [2000, 20000, 50000];
        ushort[] values = [.. Enumerable.Range(0, 30000).Select(i => (ushort)(means[i % 3] + random.Next(-1500, 1500)))];
        var image = new GreyImage(new GridShape(30, 100, 10), values, VoxelSpacing.Unknown);
        Thresholds cut = Otsu.Cut(image, 3, Place, new Problems())!;
        cut.Separability.ShouldBeGreaterThan(0.99);
        VoxelImage labels = cut.Apply(image, [new Phase(0, "void")]);
        for (int i = 0; i < values.Length; i++) ((int)labels.Labels[i]).ShouldBe(i % 3);
        labels.Phases.Select(phase => phase.Name).ShouldBe(["void", "1", "2"]);
    }

    [Fact]
    public void Fewer_values_than_classes_are_told()
    {
        var problems = new Problems();
        Otsu.Cut(Line(3, 3, 3), 2, Place, problems).ShouldBeNull();
        Otsu.Cut(Line(3, 4, 4), 3, Place, problems).ShouldBeNull();
        problems.Select(problem => problem.ToString()).ShouldBe(["image: found 1 different value; expected at least 2 for 2 classes; ask for fewer classes, or give thresholds", "image: found 2 different values; expected at least 3 for 3 classes; ask for fewer classes, or give thresholds"]);
    }

    [Theory]
    [InlineData("90", new[] { 90 })]
    [InlineData(" 5, 90 ", new[] { 5, 90 })]
    [InlineData("otsu", new[] { 110 })]
    [InlineData("OTSU:3", new[] { 15, 110 })]
    public void Thresholds_are_read_as_they_are_typed(string text, int[] expected)
    {
        var problems = new Problems();
        Thresholds.Read(text, Line(10, 10, 10, 20, 20, 200, 200), new Place("--threshold"), problems)!.Values.ShouldBe(expected);
        problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("90,")]
    [InlineData("90,80")]
    [InlineData("0")]
    [InlineData("256")]
    [InlineData("-3")]
    [InlineData("otsu:6")]
    [InlineData("otsu3")]
    [InlineData("triangle")]
    public void Other_thresholds_are_refused(string text)
    {
        var problems = new Problems();
        Thresholds.Read(text, Line(10, 20), new Place("--threshold"), problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldStartWith("--threshold: found ");
    }

    [Fact]
    public void Grey_images_are_no_labels_until_they_are_cut()
    {
        var problems = new Problems();
        var shape = new GridShape(1, 1, 300);
        ushort[] values = [.. Enumerable.Range(0, 300).Select(value => (ushort)(10 * value))];
        new GreyImage(shape, values, VoxelSpacing.Unknown).ToLabels(Place, problems).ShouldBeNull();
        new GreyImage(shape, values, VoxelSpacing.Unknown).Relabelled(Place, problems).ShouldBeNull();
        problems[0].ToString().ShouldBe("image: found 300 different values; expected at most 256 labels; this is a grey image, segment it with `--threshold`");
        new GreyImage(new GridShape(1, 1, 3), [7, 1, (ushort)255], VoxelSpacing.Unknown).ToLabels(Place, problems)!.Labels.ToArray().ShouldBe([(byte)7, (byte)1, (byte)255]);
        VoxelImage anew = new GreyImage(new GridShape(1, 1, 4), [700, 100, 2550, 100], VoxelSpacing.Unknown).Relabelled(Place, problems)!;
        anew.Labels.ToArray().ShouldBe([1, 0, 2, 0]);
        anew.Phases.Select(phase => phase.Name).ShouldBe(["100", "700", "2550"]);
    }

    [Fact]
    public void The_fibres_of_PuMA_part_where_a_brute_force_search_parts_them()
    {
        GreyImage image = ImageReader.Read(Reference.File("data", "micro", "puma_100_fiberform.tif")).Image!;
        Thresholds cut = Otsu.Cut(image, 2, Place, new Problems())!;
        byte[] values = [.. Samples.Values(image).Select(value => (byte)value)];
        double[] count = new double[256];
        foreach (byte value in values) count[value]++;
        (double best, int at) = (0, 0);
        for (int first = 1; first < 256; first++)
        {
            double below = count[..first].Sum(), above = count[first..].Sum();
            if (below == 0 || above == 0) continue;
            double low = 0, high = 0;
            for (int value = 0; value < 256; value++)
            {
                if (value < first) low += value * count[value] / below;
                else high += value * count[value] / above;
            }
            double between = below * above * (high - low) * (high - low);
            if (between > best * (1 + 1e-12)) (best, at) = (between, first);
        }
        cut.Values.ShouldBe([at]);
    }

    [Theory]
    [InlineData(8, Axis.X)]
    [InlineData(16, Axis.Y)]
    [InlineData(8, Axis.Z)]
    public void A_preview_shows_slice_classes_and_histogram(int bits, Axis axis)
    {
        GreyImage image = Samples.Grey(bits, 20, 30, 40);
        Thresholds cut = Otsu.Cut(image, 3, Place, new Problems())!;
        PngImage picture = new SegmentationPreview(image, cut) { Normal = axis }.ToPng();
        picture.Width.ShouldBeGreaterThan(2 * 30);
        picture.ToBytes().Length.ShouldBeGreaterThan(500);
        Should.Throw<ArgumentOutOfRangeException>(() => new SegmentationPreview(image, cut) { Normal = axis, Slice = 40 }.ToPng());
    }

    [Fact]
    public void Previews_of_flat_thin_and_large_images_are_drawn()
    {
        new SegmentationPreview(Line(5), new Thresholds([7], 0)).ToPng().Width.ShouldBeGreaterThan(0);
        new SegmentationPreview(Samples.Grey(8, 1, 3, 5000), new Thresholds([7], 0)).ToPng().Width.ShouldBeLessThan(3000);
    }

    private static double Between(byte[] values, int[] cuts)
    {
        double mean = values.Average(value => (double)value);
        return values.GroupBy(value => cuts.Count(cut => cut <= value)).Sum(group => group.Count() * Math.Pow(group.Average(value => (double)value) - mean, 2));
    }

    private static GreyImage Line(params byte[] values) => new(new GridShape(1, 1, values.Length), values, VoxelSpacing.Unknown);
}
