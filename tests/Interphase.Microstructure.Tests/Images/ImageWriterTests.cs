using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

public class ImageWriterTests
{
    [Theory]
    [InlineData("image.tif")]
    [InlineData("image.TIFF")]
    [InlineData("image.npy")]
    [InlineData("image.npy.gz")]
    [InlineData("image.raw")]
    public void What_is_written_is_read_again(string name)
    {
        using var scratch = new Scratch();
        foreach (int bits in new[] { 8, 16 })
            foreach (int runs in new[] { 2, 400 })
                foreach (GridShape shape in new[] { new GridShape(1, 1, 1), new GridShape(3, 1, 7), new GridShape(70, 5, 4), new GridShape(1, 1100, 1000) })
                {
                    VoxelSpacing spacing = new(0.1e-6, 1 / 30.0 * 1e-6, 12.3e-9);
                    GreyImage image = Samples.Grey(bits, shape.X, shape.Y, shape.Z, runs: runs).With(spacing).With([new Phase(0, "void") { Role = PhaseRole.Void }, new Phase(3, "β-Li₃PS₄") { Role = PhaseRole.Electrolyte }]);
                    ImageWriter.Write(image, scratch.File(name));
                    byte[] first = File.ReadAllBytes(scratch.File(name));
                    ImageReading reading = ImageReader.Read(scratch.File(name));
                    reading.Problems.ShouldBeEmpty();
                    Samples.ShouldBeSame(reading.Image, image);
                    foreach (Axis axis in Enum.GetValues<Axis>()) reading.Image!.Spacing[axis].ShouldBe(spacing[axis], 1e-9 * spacing[axis]);
                    reading.Image!.Phases.ShouldBe(image.Phases);
                    ImageWriter.Write(image, scratch.File(name));
                    File.ReadAllBytes(scratch.File(name)).AsSpan().SequenceEqual(first).ShouldBeTrue("the same image gives the same bytes");
                }
        Directory.EnumerateFiles(scratch.Folder, "*.partial").ShouldBeEmpty();
    }

    [Fact]
    public void A_description_of_an_earlier_image_does_not_stay_beside_a_new_one()
    {
        using var scratch = new Scratch();
        var shape = new GridShape(1, 1, 2);
        ImageWriter.Write(new VoxelImage(shape, [0, 1], VoxelSpacing.Cubes(1e-7), [new Phase(1, "CAM")]), scratch.File("a.npy"));
        ImageReader.Read(scratch.File("a.npy")).ToLabels()!.Phases[1].Name.ShouldBe("CAM");
        ImageWriter.Write(new VoxelImage(shape, [0, 1], VoxelSpacing.Unknown), scratch.File("a.npy"));
        VoxelImage plain = ImageReader.Read(scratch.File("a.npy")).ToLabels()!;
        plain.Phases[1].Name.ShouldBe("1");
        plain.Spacing.IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void The_size_of_a_voxel_stands_in_a_TIFF_file_as_ImageJ_writes_it()
    {
        using var scratch = new Scratch();
        ImageWriter.Write(new VoxelImage(new GridShape(2, 1, 2), [0, 1, 2, 1], new VoxelSpacing(2e-7, 5e-8, 5e-8)), scratch.File("a.tif"));
        Encoding.ASCII.GetString(File.ReadAllBytes(scratch.File("a.tif"))).ShouldContain("images=2\nslices=2\nunit=micron\nspacing=0.2\nloop=false\nmin=0.0\nmax=2.0\n");
        Directory.EnumerateFiles(scratch.Folder).Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void Image_data_of_VTK_hold_pages_along_x_in_micrometres(int bits)
    {
        using var scratch = new Scratch();
        GreyImage image = Samples.Grey(bits, 130, 100, 101).With(new VoxelSpacing(2e-7, 1e-7, 5e-8));
        ImageWriter.Write(image, scratch.File("a.vti"));
        byte[] bytes = File.ReadAllBytes(scratch.File("a.vti"));
        int start = bytes.AsSpan().IndexOf("raw\">\n_"u8) + 7;
        XDocument xml = XDocument.Parse(Encoding.ASCII.GetString(bytes, 0, start - 1) + "</AppendedData></VTKFile>");
        XElement data = xml.Root!.Element("ImageData")!;
        data.Attribute("WholeExtent")!.Value.ShouldBe("0 130 0 100 0 101");
        data.Attribute("Spacing")!.Value.Split(' ').Select(size => double.Parse(size, CultureInfo.InvariantCulture)).ShouldBe([0.2, 0.1, 0.05], 1e-12);
        data.Descendants("DataArray").Single().Attribute("type")!.Value.ShouldBe($"UInt{bits}");
        long Number(int i) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(start + 8 * i));
        var values = new MemoryStream();
        long at = start + 8 * (3 + Number(0));
        for (int block = 0; block < Number(0); block++)
        {
            using var stream = new ZLibStream(new MemoryStream(bytes, (int)at, (int)Number(3 + block)), CompressionMode.Decompress);
            long before = values.Length;
            stream.CopyTo(values);
            (values.Length - before).ShouldBe(block == Number(0) - 1 && Number(2) > 0 ? Number(2) : Number(1));
            at += Number(3 + block);
        }
        byte[] all = values.ToArray();
        all.Length.ShouldBe((int)image.Shape.Count * bits / 8);
        var random = new Random(3);
        for (int i = 0; i < 1000; i++)
        {
            (int x, int y, int z) = (random.Next(130), random.Next(100), random.Next(101));
            int place = (z * 100 + y) * 130 + x;
            int value = bits == 8 ? all[place] : BinaryPrimitives.ReadUInt16LittleEndian(all.AsSpan(2 * place));
            value.ShouldBe(image[x, y, z]);
        }
    }

    [Fact]
    public void A_write_that_fails_leaves_nothing_and_other_endings_are_refused()
    {
        using var scratch = new Scratch();
        var image = new VoxelImage(new GridShape(1, 1, 1), [0], VoxelSpacing.Unknown);
        Should.Throw<ArgumentException>(() => ImageWriter.Write(image, scratch.File("a.png"))).Message.ShouldContain(".vti");
        ImageWriter.Knows("a.png").ShouldBeFalse();
        ImageWriter.Knows("a.NPY.gz").ShouldBeTrue();
        Should.Throw<IOException>(() => ImageWriter.Write(image, scratch.File("absent/a.npy")));
        Directory.CreateDirectory(scratch.File("taken.npy"));
        Should.Throw<Exception>(() => ImageWriter.Write(image, scratch.File("taken.npy")));
        Directory.EnumerateFiles(scratch.Folder).ShouldBeEmpty();
    }
}
