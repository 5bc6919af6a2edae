using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Interphase.Microstructure.Tests;

public class NumpyReadingTests
{
    internal static byte[] Array(string type, string shape, byte[] data, int version = 1, bool isFortran = false)
    {
        string header = $"{{'descr': {type}, 'fortran_order': {(isFortran ? "True" : "False")}, 'shape': {shape}, }}\n";
        byte[] length = new byte[version == 1 ? 2 : 4];
        if (version == 1) BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)header.Length);
        else BinaryPrimitives.WriteInt32LittleEndian(length, header.Length);
        return [0x93, .. "NUMPY"u8, (byte)version, 0, .. length, .. Encoding.UTF8.GetBytes(header), .. data];
    }

    internal static byte[] Zip(byte[] bytes)
    {
        var target = new MemoryStream();
        using (var stream = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true)) stream.Write(bytes);
        return target.ToArray();
    }

    [Theory]
    [InlineData("|u1", 1, false)]
    [InlineData("|i1", 1, false)]
    [InlineData("|b1", 1, false)]
    [InlineData("<u2", 2, false)]
    [InlineData(">u2", 2, true)]
    [InlineData("<i4", 4, false)]
    [InlineData(">i4", 4, true)]
    [InlineData("<i8", 8, false)]
    [InlineData("<u8", 8, false)]
    public void Whole_numbers_are_read_in_both_orders_and_all_versions(string type, int width, bool isBigEndian)
    {
        foreach (int version in new[] { 1, 2, 3 })
            foreach (bool isFortran in new[] { false, true })
                foreach (bool isZipped in new[] { false, true })
                {
                    byte[] data = new byte[2 * 3 * 5 * width];
                    for (int x = 0; x < 2; x++)
                        for (int y = 0; y < 3; y++)
                            for (int z = 0; z < 5; z++)
                            {
                                int at = isFortran ? x + 2 * (y + 3 * z) : (x * 3 + y) * 5 + z;
                                data[at * width + (isBigEndian ? width - 1 : 0)] = (byte)(100 * x + 10 * y + z);
                                if (width > 1) data[at * width + (isBigEndian ? width - 2 : 1)] = (byte)x;
                            }
                    byte[] file = Array($"'{type}'", "(2, 3, 5)", data, version, isFortran);
                    GreyImage image = Samples.Read(isZipped ? Zip(file) : file);
                    image.Shape.ToString().ShouldBe("2 x 3 x 5");
                    for (int x = 0; x < 2; x++)
                        for (int y = 0; y < 3; y++)
                            for (int z = 0; z < 5; z++) ((int)image[x, y, z]).ShouldBe(100 * x + 10 * y + z + (width > 1 ? 256 * x : 0));
                }
    }

    [Theory]
    [InlineData("'<f8'", "floats of 64 bits")]
    [InlineData("'<f4'", "floats of 32 bits")]
    [InlineData("'<c16'", "complex numbers")]
    [InlineData("'|O'", "Python objects")]
    [InlineData("'<U3'", "texts")]
    [InlineData("[('a', '<u1')]", "an array of records")]
    [InlineData("'<u3'", "values of type `<u3`")]
    public void Other_types_are_refused_by_name(string type, string found) => Samples.Problem(Array(type, "(1, 1, 1)", new byte[16])).ShouldContain($"found {found}");

    [Fact]
    public void Numbers_that_are_no_voxels_are_told_with_their_byte()
    {
        Samples.Problem(Array("'|i1'", "(1, 1, 3)", [1, 2, 255])).ShouldContain("found the value -1; expected whole numbers of 0 to 65535");
        Samples.Problem(Array("'<i4'", "(1, 1, 2)", [1, 0, 0, 0, 0xfe, 0xff, 0xff, 0xff])).ShouldContain("found the value -2");
        Samples.Problem(Array("'<i8'", "(1, 1, 1)", [0, 0, 1, 0, 0, 0, 0, 0])).ShouldContain("found the value 65536");
        Samples.Problem(Array("'<u8'", "(1, 1, 1)", [255, 255, 255, 255, 255, 255, 255, 255])).ShouldContain("found the value 18446744073709551615");
    }

    [Fact]
    public void Damage_is_told()
    {
        Samples.Problem(Array("'|u1'", "(2, 2, 2)", new byte[7])).ShouldContain("in a file too small for it; expected 8 bytes of voxels");
        Samples.Problem(Array("'|u1'", "(2, 2, 2)", new byte[9])).ShouldContain("found 1 more bytes");
        Samples.Problem(Array("'|u1'", "(2, 2, 0)", [])).ShouldContain("at least one voxel");
        Samples.Problem(Array("'|u1'", "(2, 2, 2, 1)", new byte[8])).ShouldContain("an array of 4 axes (2 x 2 x 2 x 1)");
        Samples.Problem(Array("'|u1'", "(9999999, 9999999, 9999999)", new byte[8])).ShouldContain("at most 1073741824 voxels");
        Samples.Problem(Array("'|u1'", "(1000, 1000, 1000)", new byte[8])).ShouldContain("in a file too small for it");
        Samples.Problem(Array("'|u1'", "(2, 2 2)", new byte[8])).ShouldContain("expected `)`");
        Samples.Problem(Array("'|u1'", "(2, 2, 2)", new byte[8], version: 9)).ShouldContain("version 9");
        byte[] zipped = Zip(Array("'|u1'", "(20, 20, 20)", new byte[8000]));
        Samples.Problem(zipped[..^12]).ShouldContain("expected ");
        zipped[^6] ^= 0xff;
        Samples.Problem(zipped).ShouldContain("gzip data that contradict themselves");
        Samples.Problem(Zip([1, 2, 3, 4, 5, 6, 7, 8, 9])).ShouldContain("expected an array of NumPy");
    }
}
