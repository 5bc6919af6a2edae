using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

public class TiffReadingTests
{
    [Fact]
    public void Every_order_of_bytes_packing_and_layout_gives_the_same_voxels()
    {
        foreach (int bits in new[] { 8, 16 })
            foreach (int compression in new[] { 1, 5, 8, 32773, 32946 })
                foreach (bool isBigEndian in new[] { false, true })
                    foreach (bool isLarge in new[] { false, true })
                        foreach (bool isDifferenced in new[] { false, true })
                            foreach (int tile in new[] { 0, 16 })
                                foreach (int rows in new[] { 1, 4, 11 })
                                {
                                    GreyImage image = Samples.Grey(bits);
                                    var builder = new TiffBuilder
                                    {
                                        Bits = bits,
                                        Compression = compression,
                                        IsBigEndian = isBigEndian,
                                        IsLarge = isLarge,
                                        IsDifferenced = isDifferenced,
                                        Tile = tile,
                                        RowsPerStrip = rows,
                                    };
                                    Samples.ShouldBeSame(Samples.Read(builder.Build(image)), image);
                                }
    }

    [Theory]
    [InlineData(false, 5)]
    [InlineData(true, 5)]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 5000)]
    [InlineData(true, 5000)]
    public void LZW_of_both_conventions_survives_tables_that_fill_and_clear(bool isOld, int runs)
    {
        GreyImage image = Samples.Grey(8, x: 2, y: 150, z: 170, runs: runs);
        Samples.ShouldBeSame(Samples.Read(new TiffBuilder { Compression = 5, IsOldLzw = isOld, RowsPerStrip = 150 }.Build(image)), image);
    }

    [Fact]
    public void A_single_page_is_read_from_many_strips()
    {
        GreyImage image = Samples.Grey(16, x: 1, y: 400, z: 37);
        Samples.ShouldBeSame(Samples.Read(new TiffBuilder { Bits = 16, Compression = 8, RowsPerStrip = 7, IsBigEndian = true }.Build(image)), image);
    }

    [Theory]
    [InlineData("ImageJ=1.53c\nimages=4\nslices=4\nloop=false\n")]
    [InlineData("ImageJ=1.53c\nimages=4\nframes=4\nloop=false\n")]
    [InlineData("{\"shape\": [4, 11, 19]}")]
    [InlineData("{\"shape\": [1, 4, 11, 19], \"truncated\": true}")]
    public void One_directory_stands_for_all_pages_where_the_description_says_so(string description)
    {
        foreach (bool isBigEndian in new[] { false, true })
            foreach (int bits in new[] { 8, 16 })
            {
                GreyImage image = Samples.Grey(bits);
                var builder = new TiffBuilder { Bits = bits, IsBigEndian = isBigEndian, IsContiguous = true, Description = description };
                Samples.ShouldBeSame(Samples.Read(builder.Build(image)), image);
                byte[] cut = builder.Build(Samples.Grey(bits, x: 3));
                Samples.Problem(cut).ShouldContain("found the end of the file; expected 4 pages of");
            }
    }

    [Fact]
    public void Channels_and_moments_are_no_stack()
    {
        Samples.Problem(new TiffBuilder { Description = "ImageJ=1.53c\nimages=4\nchannels=2\nslices=2\n" }.Build(Samples.Grey(8))).ShouldContain("several channels or moments");
        Samples.Problem(new TiffBuilder { Description = "{\"shape\": [2, 2, 11, 19]}" }.Build(Samples.Grey(8))).ShouldContain("(2 x 2 pages)");
    }

    [Fact]
    public void Descriptions_of_microscopes_are_read()
    {
        static string Text(int channels) => $"<?xml version=\"1.0\"?><OME><Image><Pixels SizeX=\"19\" SizeY=\"11\" SizeZ=\"{4 / channels}\" SizeC=\"{channels}\" SizeT=\"1\" PhysicalSizeX=\"50\" PhysicalSizeXUnit=\"nm\" PhysicalSizeY=\"0.05\" PhysicalSizeZ=\"0.1\" PhysicalSizeZUnit=\"µm\"></Pixels></Image></OME>";
        GreyImage image = Samples.Read(new TiffBuilder { Description = Text(1) }.Build(Samples.Grey(8)));
        (image.Spacing.X / 1e-7).ShouldBe(1, 1e-12);
        (image.Spacing.Y / 5e-8).ShouldBe(1, 1e-12);
        (image.Spacing.Z / 5e-8).ShouldBe(1, 1e-12);
        Samples.Problem(new TiffBuilder { Description = Text(2) }.Build(Samples.Grey(8))).ShouldContain("(1 x 2 x 2 pages)");
    }

    [Fact]
    public void A_description_of_more_pages_than_there_are_is_told()
    {
        foreach (string description in new[] { "ImageJ=1.53c\nimages=9\n", "{\"shape\": [9, 11, 19]}" })
            Samples.Problem(new TiffBuilder { Description = description, Compression = 8 }.Build(Samples.Grey(8))).ShouldContain("a description of 9 pages in a file that has 4");
    }

    [Theory]
    [InlineData("ImageJ=1.53c\nimages=4\nunit=micron\nspacing=0.1\n", 20, 1, 1, 0.1e-6, 0.05e-6)]
    [InlineData("ImageJ=1.53c\nimages=4\nunit=\\u00B5m\nspacing=0.1\n", 20, 1, 1, 0.1e-6, 0.05e-6)]
    [InlineData("ImageJ=1.53c\nimages=4\nunit=nm\n", 1, 50, 1, 50e-9, 50e-9)]
    [InlineData("", 200000, 1, 3, 50e-9, 50e-9)]
    [InlineData("", 508000, 1, 2, 50e-9, 50e-9)]
    public void The_size_of_a_voxel_is_read(string description, uint above, uint below, ushort unit, double page, double row)
    {
        GreyImage image = Samples.Read(new TiffBuilder { Description = description, Resolution = (above, below, unit) }.Build(Samples.Grey(8)));
        image.Spacing.IsKnown.ShouldBeTrue();
        image.Spacing.X.ShouldBe(page, 1e-9 * page);
        image.Spacing.Y.ShouldBe(row, 1e-9 * row);
        image.Spacing.Z.ShouldBe(row, 1e-9 * row);
    }

    [Theory]
    [InlineData("", 72, 2)]
    [InlineData("", 300, 2)]
    [InlineData("", 1, 1)]
    [InlineData("ImageJ=1.53c\nimages=4\nunit=inch\n", 72, 2)]
    [InlineData("ImageJ=1.53c\nimages=4\nunit=pixel\n", 1, 1)]
    [InlineData("ImageJ=1.53c\nimages=4\nunit= \n", 1, 1)]
    public void Resolutions_of_printers_tell_nothing(string description, uint above, ushort unit) =>
        Samples.Read(new TiffBuilder { Description = description, Resolution = (above, 1, unit) }.Build(Samples.Grey(8))).Spacing.IsKnown.ShouldBeFalse();

    [Theory]
    [InlineData(262, 2, "an RGB image")]
    [InlineData(277, 3, "3 channels")]
    [InlineData(258, 1, "a 1-bit image")]
    [InlineData(258, 32, "32 bits")]
    [InlineData(339, 2, "signed numbers of 8 bits")]
    [InlineData(339, 3, "floats of 8 bits")]
    [InlineData(259, 7, "JPEG compression")]
    [InlineData(259, 50000, "Zstandard compression")]
    [InlineData(317, 3, "predictor 3")]
    [InlineData(266, 2, "FillOrder 2")]
    public void What_is_no_grey_image_is_refused_by_name(ushort tag, long value, string found)
    {
        string problem = Samples.Problem(new TiffBuilder { Tags = { [tag] = (3, value) } }.Build(Samples.Grey(8)));
        problem.ShouldStartWith("image: page 1, byte ");
        problem.ShouldContain(found);
    }

    [Theory]
    [InlineData(256, "no ImageWidth")]
    [InlineData(257, "no ImageLength")]
    [InlineData(273, "no StripOffsets")]
    public void Missing_tags_are_named(ushort tag, string found) => Samples.Problem(new TiffBuilder { Tags = { [tag] = null } }.Build(Samples.Grey(8))).ShouldContain($"found {found}");

    [Fact]
    public void Lengths_of_strips_may_be_missing_only_where_nothing_is_packed()
    {
        GreyImage image = Samples.Grey(8);
        Samples.ShouldBeSame(Samples.Read(new TiffBuilder { Tags = { [279] = null } }.Build(image)), image);
        Samples.Problem(new TiffBuilder { Compression = 8, Tags = { [279] = null } }.Build(image)).ShouldContain("found no StripByteCounts");
    }

    [Fact]
    public void White_zero_and_palettes_keep_the_numbers_that_are_stored()
    {
        GreyImage image = Samples.Grey(8);
        foreach (long photometric in new long[] { 0, 3 }) Samples.ShouldBeSame(Samples.Read(new TiffBuilder { Tags = { [262] = (3, photometric) } }.Build(image)), image);
    }

    [Fact]
    public void Damage_is_told_with_page_and_byte()
    {
        GreyImage image = Samples.Grey(8);
        byte[] whole = new TiffBuilder().Build(image);
        Samples.Problem(whole[..(whole.Length / 2)]).ShouldContain("byte ");
        byte[] loop = [.. whole];
        BitConverter.TryWriteBytes(loop.AsSpan(loop.Length - 4), BitConverter.ToInt32(loop, 4)).ShouldBeTrue();
        Samples.Problem(loop).ShouldContain("page 5, byte ");
        Samples.Problem(loop).ShouldContain("a directory that is that of an earlier page");
        Samples.Problem(new TiffBuilder { Tags = { [256] = (4, 4_000_000_000) } }.Build(image)).ShouldContain("ImageWidth of 4000000000");
        Samples.Problem(new TiffBuilder { Tags = { [257] = (4, 2_000_000_000) } }.Build(image)).ShouldContain("page 1, byte ");
        Samples.Problem(new TiffBuilder { Tags = { [278] = (3, 2) } }.Build(image)).ShouldContain("found 4 values of StripOffsets; expected 6");
        Samples.Problem(whole, new ImageLimits { MostVoxels = 800 }).ShouldContain("at most 800");
        Samples.Problem(whole, new ImageLimits { MostMemory = 800 }).ShouldContain("MiB of memory");
    }

    [Fact]
    public void Packed_damage_names_its_byte()
    {
        GreyImage image = Samples.Grey(8, x: 1, y: 4, z: 64);
        byte[] lzw = new TiffBuilder { Compression = 5, RowsPerStrip = 4 }.Build(image);
        (lzw[9], lzw[10]) = (0x7f, 0xff);
        Samples.Problem(lzw).ShouldContain("page 1, byte 9: found LZW code 511; expected a byte after the table was cleared");
        byte[] runs = new TiffBuilder { Compression = 32773, RowsPerStrip = 4 }.Build(image);
        runs.AsSpan(8, 40).Fill(0x82);
        Samples.Problem(runs).ShouldContain("page 1, byte 12: found a PackBits run of 127 bytes; expected at most the 2 that are left");
        byte[] deflate = new TiffBuilder { Compression = 8, RowsPerStrip = 4 }.Build(image);
        deflate.AsSpan(12, 20).Fill(0xff);
        Samples.Problem(deflate).ShouldStartWith("image: page 1, byte 8: found deflate data");
    }

    [Fact]
    public void A_small_file_cannot_ask_for_much_memory()
    {
        byte[] bytes = new TiffBuilder { Compression = 8, RowsPerStrip = 20000, Tags = { [256] = (4, 20000), [257] = (4, 20000) } }.Build(Samples.Grey(8, x: 1));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Samples.Problem(bytes).ShouldContain("as many as 400000000 bytes of voxels take");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void Strips_that_all_share_all_bytes_are_refused()
    {
        byte[] bytes = new TiffBuilder { Compression = 8, RowsPerStrip = 1 }.Build(Samples.Grey(8, x: 1, y: 500));
        int directory = BitConverter.ToInt32(bytes, 4);
        for (int entry = directory + 2; ; entry += 12)
        {
            if (BitConverter.ToUInt16(bytes, entry) != 279) continue;
            int counts = BitConverter.ToInt32(bytes, entry + 8);
            for (int i = 0; i < 500; i++) BitConverter.TryWriteBytes(bytes.AsSpan(counts + 4 * i), bytes.Length / 2);
            break;
        }
        Samples.Problem(bytes).ShouldContain("expected strips or tiles that do not lie over one another");
    }

    [Fact]
    public void Pages_of_different_sizes_are_told()
    {
        byte[] bytes = new TiffBuilder().Build(Samples.Grey(8, x: 2));
        int second = BitConverter.ToInt32(bytes, FindNext(bytes));
        bytes[second + 2 + 8] = 18;
        Samples.Problem(bytes).ShouldContain("found 18 x 11 voxels of 8 bits; expected 19 x 11 voxels of 8 bits as in page 1");
    }

    [Fact]
    public void A_folder_is_read_in_the_natural_order_of_names()
    {
        using var scratch = new Scratch();
        GreyImage image = Samples.Grey(8, x: 12);
        var page = new GridShape(1, image.Shape.Y, image.Shape.Z);
        for (int x = 0; x < 12; x++)
        {
            byte[] values = [.. Samples.Values(image).Skip(x * (int)page.Count).Take((int)page.Count).Select(value => (byte)value)];
            scratch.File($"slice{x + 1}.{(x % 2 == 0 ? "tif" : "TIFF")}", new TiffBuilder { Compression = x % 2 == 0 ? 5 : 1 }.Build(new GreyImage(page, values, VoxelSpacing.Unknown)));
        }
        scratch.File("notes.txt", "not a page");
        ImageReading reading = ImageReader.Read(scratch.Folder);
        reading.Problems.ShouldBeEmpty();
        Samples.ShouldBeSame(reading.Image, image);

        scratch.File("slice7.tif", new TiffBuilder().Build(Samples.Grey(8, x: 1, y: 10)));
        ImageReader.Read(scratch.Folder).Problems.ShouldHaveSingleItem().ToString().ShouldContain("slice7.tif: page 1, byte ");
        scratch.File("slice7.tif", new TiffBuilder().Build(Samples.Grey(8, x: 3)));
        ImageReader.Read(scratch.Folder).Problems.ShouldHaveSingleItem().ToString().ShouldContain("a file of 3 pages in a folder");
        scratch.File("slice7.tif", "");
        ImageReader.Read(scratch.Folder).Problems.ShouldHaveSingleItem().ToString().ShouldContain("slice7.tif: byte 0: found the end of the file");
    }

    [Fact]
    public void An_empty_folder_and_a_missing_file_are_told()
    {
        using var scratch = new Scratch();
        ImageReader.Read(scratch.Folder).Problems.ShouldHaveSingleItem().ToString().ShouldContain("a folder without TIFF files");
        ImageReader.Read(scratch.File("absent.tif")).Problems.ShouldHaveSingleItem().ToString().ShouldContain("no such file or folder");
        ImageReader.Read("").Problems.ShouldHaveSingleItem();
        ImageReader.Read(scratch.File("picture.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0])).Problems.ShouldHaveSingleItem().ToString().ShouldContain("a PNG picture");
        ImageReader.Read(scratch.File("empty", "")).Problems.ShouldHaveSingleItem().ToString().ShouldContain("an empty file");
    }

    private static int FindNext(byte[] bytes)
    {
        int directory = BitConverter.ToInt32(bytes, 4);
        return directory + 2 + 12 * BitConverter.ToUInt16(bytes, directory);
    }
}
