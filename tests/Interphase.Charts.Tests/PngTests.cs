using FsCheck;
using FsCheck.Fluent;

namespace Interphase.Charts.Tests;

public sealed class PngTests
{
    [Fact]
    public void Every_kind_of_picture_decodes_to_the_pixels_it_was_made_of() => Prop.ForAll(
        Gen.Choose(1, 40).Two().ToArbitrary(), Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), (size, seed) =>
        {
            var (width, height) = size;
            var bytes = new byte[width * height * 4];
            new Random(seed).NextBytes(bytes);
            var palette = Enumerable.Range(0, 200).Select(index => new Colour((byte)index, (byte)(255 - index), 7)).ToList();
            var labels = bytes[..(width * height)].Select(value => (byte)(value % 200)).ToArray();
            return Same(PngImage.Greyscale(width, height, bytes.AsSpan(0, width * height)), bytes[..(width * height)])
                && Same(PngImage.Rgb(width, height, bytes.AsSpan(0, width * height * 3)), bytes[..(width * height * 3)])
                && Same(PngImage.Rgba(width, height, bytes), bytes)
                && Same(PngImage.Indexed(width, height, labels, palette), labels);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_smooth_picture_survives_its_filters()
    {
        var pixels = Enumerable.Range(0, 64 * 64 * 3).Select(index => (byte)(index / 64)).ToArray();
        var png = PngImage.Rgb(64, 64, pixels).ToBytes();
        PngDecoder.Decode(png).Pixels.ShouldBe(pixels);
        png.Length.ShouldBeLessThan(pixels.Length / 8);
    }

    [Fact]
    public void The_checksum_is_that_of_the_standard() => Crc32.Of("1234"u8, "56789"u8).ShouldBe(0xcbf43926u);

    [Fact]
    public void The_palette_is_written_in_order()
    {
        var decoded = PngDecoder.Decode(PngImage.Indexed(2, 1, [1, 0], [new(1, 2, 3), new(250, 251, 252)]).ToBytes());
        decoded.Palette.ShouldBe([1, 2, 3, 250, 251, 252]);
        decoded.Pixels.ShouldBe([1, 0]);
    }

    [Fact]
    public void A_label_without_a_colour_is_refused() =>
        Should.Throw<ArgumentException>(() => PngImage.Indexed(2, 1, [0, 5], [new(0, 0, 0)])).Message.ShouldContain("5");

    [Fact]
    public void A_slice_is_magnified_without_blurring()
    {
        var decoded = PngDecoder.Decode(new LabelImage(2, 2, new byte[] { 0, 1, 1, 0 }, [new(0, 0, 0), new(9, 9, 9)]) { Scaling = 2 }.ToPng().ToBytes());
        (decoded.Width, decoded.Height).ShouldBe((4, 4));
        decoded.Pixels.ShouldBe([0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0]);
    }

    [Fact]
    public void A_scale_bar_is_as_long_as_it_says()
    {
        var bar = new ScaleBar(0.25e-6);
        bar.LengthAcross(160).ShouldBe(10e-6, 1e-12);
        var decoded = PngDecoder.Decode(new LabelImage(160, 100, new byte[16_000], [new(5, 5, 5)]) { Scaling = 2, ScaleBar = bar }.ToPng().ToBytes());
        var rows = Enumerable.Range(0, decoded.Height).Select(row => decoded.Pixels.AsSpan(row * decoded.Width, decoded.Width).ToArray().Count(pixel => pixel == 2));
        rows.Max().ShouldBe(80);
    }

    [Fact]
    public void A_field_is_drawn_in_the_colours_of_its_scale_and_transparent_where_it_has_no_value()
    {
        var scale = new ColourScale(ColourMap.Diverging, new(-1, 1));
        var pixels = PngDecoder.Decode(new FieldImage(3, 1, new[] { -1, 0, double.NaN }, scale).ToPng().ToBytes()).Pixels;
        pixels.ShouldBe([0x05, 0x30, 0x61, 255, 0xf7, 0xf7, 0xf7, 255, 0, 0, 0, 0]);
    }

    [Fact]
    public void The_sequential_map_rises_in_lightness()
    {
        var lightness = Pictures.Steps(0, 1, 101).Select(ColourMap.Sequential.At).Select(colour => (0.2126 * colour.Red) + (0.7152 * colour.Green) + (0.0722 * colour.Blue)).ToList();
        lightness.Zip(lightness.Skip(1)).ShouldAllBe(pair => pair.Second >= pair.First - 0.5);
    }

    [Fact]
    public void Values_beyond_a_colour_scale_take_its_end_colours()
    {
        var scale = new ColourScale(ColourMap.Greyscale, new(1, 100), Scale: AxisScale.Logarithmic);
        scale.Of(1e9).ShouldBe(new Colour(255, 255, 255));
        scale.Of(10).ShouldBe(new Colour(128, 128, 128));
        scale.Of(-1).ShouldBeNull();
    }

    private static bool Same(PngImage image, byte[] pixels) => PngDecoder.Decode(image.ToBytes()).Pixels.SequenceEqual(pixels);
}
