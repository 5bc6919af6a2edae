using System.Diagnostics;
using System.Text;

namespace Interphase.Microstructure.Tests;

public class FuzzTests(ITestOutputHelper output)
{
    private const int Mutations = 600;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Fact]
    public void Whatever_a_file_holds_there_is_an_image_or_one_problem()
    {
        var random = new Random(20);
        int images = 0, problems = 0;
        var slowest = TimeSpan.Zero;
        foreach (byte[] valid in Files())
        {
            Samples.Read(valid);
            for (int i = 0; i < Mutations; i++)
            {
                byte[] bytes = Mutated(valid, random);
                var watch = Stopwatch.StartNew();
                long before = GC.GetAllocatedBytesForCurrentThread();
                ImageReading reading = ImageReader.Read(bytes, "image", new ImageLimits { MostVoxels = 1 << 24 });
                (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64L << 20);
                if (watch.Elapsed > slowest) slowest = watch.Elapsed;
                (reading.Image is null ? 1 : 0).ShouldBe(reading.Problems.Count);
                if (reading.Image is null)
                {
                    problems++;
                    string line = reading.Problems[0].ToString();
                    line.ShouldStartWith("image: ");
                    line.ShouldNotContain("\n");
                    line.Length.ShouldBeLessThan(500);
                }
                else images++;
            }
        }
        output.WriteLine($"{images} images, {problems} problems, slowest {slowest.TotalMilliseconds:0} ms");
        slowest.ShouldBeLessThan(Longest);
        problems.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Whatever_a_description_holds_it_is_read_or_one_fault()
    {
        var random = new Random(21);
        byte[] valid = Encoding.UTF8.GetBytes("{ \"shape\": [4, 5, 6], \"dtype\": \"uint16\", \"endianness\": \"big\", \"spacing\": [\"50 nm\", 1e-7, \"0.1 um\"], \"phases\": [ { \"label\": 1, \"name\": \"NCM\", \"role\": \"active\" } ] }");
        for (int i = 0; i < 4000; i++)
        {
            byte[] bytes = Mutated(valid, random);
            try
            {
                Sidecar.Parse(bytes, isRaw: true).Shape!.Length.ShouldBe(3);
            }
            catch (ImageFault fault)
            {
                fault.Told("image.json").ToString().ShouldStartWith("image.json: ");
            }
        }
    }

    private static IEnumerable<byte[]> Files()
    {
        GreyImage narrow = Samples.Grey(8), wide = Samples.Grey(16);
        foreach (int compression in new[] { 1, 5, 8, 32773 })
        {
            yield return new TiffBuilder { Compression = compression }.Build(narrow);
            yield return new TiffBuilder { Compression = compression, Bits = 16, IsBigEndian = true, IsDifferenced = true, Tile = 16 }.Build(wide);
            yield return new TiffBuilder { Compression = compression, IsLarge = true, RowsPerStrip = 11 }.Build(narrow);
        }
        yield return new TiffBuilder { Compression = 5, IsOldLzw = true }.Build(narrow);
        yield return new TiffBuilder { IsContiguous = true, Description = "ImageJ=1.53c\nimages=4\nslices=4\nunit=micron\nspacing=0.1\n", Resolution = (20, 1, 1) }.Build(narrow);
        yield return new TiffBuilder { IsContiguous = true, Description = "{\"shape\": [4, 11, 19]}" }.Build(narrow);
        byte[] data = new byte[240];
        yield return NumpyReadingTests.Array("'|u1'", "(4, 6, 10)", data);
        yield return NumpyReadingTests.Array("'<u2'", "(4, 6, 5)", data, version: 2, isFortran: true);
        yield return NumpyReadingTests.Array("'<i8'", "(2, 3, 5)", data, version: 3);
        yield return NumpyReadingTests.Zip(NumpyReadingTests.Array("'|u1'", "(4, 6, 10)", data));
    }

    private static byte[] Mutated(byte[] valid, Random random)
    {
        byte[] bytes = [.. valid];
        switch (random.Next(5))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                int from = random.Next(bytes.Length), to = random.Next(bytes.Length), length = random.Next(1, 16);
                for (int i = 0; i < length && from + i < bytes.Length && to + i < bytes.Length; i++) bytes[to + i] = valid[from + i];
                return bytes;
            default:
                for (int i = random.Next(1, 6); i > 0; i--)
                {
                    int at = random.Next(bytes.Length);
                    bytes[at] = random.Next(4) switch { 0 => 0, 1 => 0xff, 2 => (byte)(bytes[at] ^ (1 << random.Next(8))), _ => (byte)random.Next(256) };
                }
                return bytes;
        }
    }
}
