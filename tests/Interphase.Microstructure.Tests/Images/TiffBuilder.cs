using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Interphase.Microstructure.Tests;

/// <summary>Writes TIFF files of kinds that the product reads but does not write.</summary>
internal sealed record TiffBuilder
{
    public bool IsBigEndian { get; init; }

    public bool IsLarge { get; init; }

    public int Bits { get; init; } = 8;

    public int Compression { get; init; } = 1;

    public bool IsOldLzw { get; init; }

    public bool IsDifferenced { get; init; }

    /// <summary>Side of tiles; 0 for strips.</summary>
    public int Tile { get; init; }

    public int RowsPerStrip { get; init; } = 3;

    public string Description { get; init; } = "";

    /// <summary>One directory; the voxels of all pages follow each other.</summary>
    public bool IsContiguous { get; init; }

    /// <summary>Pixels per unit along rows and columns, and the unit.</summary>
    public (uint Above, uint Below, ushort Unit)? Resolution { get; init; }

    /// <summary>Tags to add or, with a null value, to leave out.</summary>
    public Dictionary<ushort, (ushort Type, long Value)?> Tags { get; init; } = [];

    public byte[] Build(GreyImage image)
    {
        var file = new MemoryStream();
        Order(file, IsBigEndian ? "MM" : "II");
        Number(file, IsLarge ? 43 : 42, 2);
        if (IsLarge)
        {
            Number(file, 8, 2);
            Number(file, 0, 2);
        }
        long pointer = file.Position;
        Number(file, 0, IsLarge ? 8 : 4);
        for (int page = 0; page < (IsContiguous ? 1 : image.Shape.X); page++)
        {
            List<byte[]> segments = Segments(image, page);
            var offsets = new List<long>();
            foreach (byte[] segment in segments)
            {
                offsets.Add(file.Position);
                file.Write(segment);
            }
            long[] counts = [.. segments.Select(segment => (long)segment.Length)];
            if (IsContiguous)
                for (int next = 1; next < image.Shape.X; next++) foreach (byte[] segment in Segments(image, next)) file.Write(segment);
            pointer = Directory(file, image, [.. offsets], counts, pointer, page == 0);
        }
        return file.ToArray();
    }

    private long Directory(MemoryStream file, GreyImage image, long[] offsets, long[] counts, long pointer, bool isFirst)
    {
        bool isTiled = Tile > 0;
        int large = IsLarge ? 8 : 4;
        ushort wide = (ushort)(IsLarge ? 16 : 4);
        var tags = new SortedDictionary<ushort, (ushort Type, long[] Values)>
        {
            [256] = (3, [image.Shape.Z]),
            [257] = (4, [image.Shape.Y]),
            [258] = (3, [Bits]),
            [259] = (3, [Compression]),
            [262] = (3, [1]),
            [277] = (3, [1]),
            [(ushort)(isTiled ? 324 : 273)] = (wide, offsets),
            [(ushort)(isTiled ? 325 : 279)] = (wide, counts),
        };
        if (IsDifferenced) tags[317] = (3, [2]);
        if (isTiled) (tags[322], tags[323]) = ((3, [Tile]), (3, [Tile]));
        else tags[278] = (3, [RowsPerStrip]);
        if (Description.Length > 0 && isFirst) tags[270] = (2, [.. Encoding.UTF8.GetBytes(Description + "\0").Select(value => (long)value)]);
        if (Resolution is { } resolution)
        {
            // A fraction is two numbers of four bytes each.
            tags[282] = (5, [resolution.Above, resolution.Below]);
            tags[283] = (5, [resolution.Above, resolution.Below]);
            tags[296] = (3, [resolution.Unit]);
        }
        foreach ((ushort tag, (ushort Type, long Value)? value) in Tags)
        {
            if (value is { } given) tags[tag] = (given.Type, [given.Value]);
            else tags.Remove(tag);
        }
        var places = new Dictionary<ushort, long>();
        foreach ((ushort tag, (ushort type, long[] values)) in tags)
        {
            int width = type == 5 ? 4 : Width(type);
            if (values.Length * width <= large) continue;
            places[tag] = file.Position;
            foreach (long value in values) Number(file, value, width);
        }
        long at = file.Position;
        Number(file, tags.Count, IsLarge ? 8 : 2);
        foreach ((ushort tag, (ushort type, long[] values)) in tags)
        {
            Number(file, tag, 2);
            Number(file, type, 2);
            Number(file, type == 5 ? 1 : values.Length, large);
            if (places.TryGetValue(tag, out long place))
            {
                Number(file, place, large);
                continue;
            }
            int width = type == 5 ? 4 : Width(type);
            foreach (long value in values) Number(file, value, width);
            for (int i = values.Length * width; i < large; i++) file.WriteByte(0);
        }
        long next = file.Position;
        Number(file, 0, large);
        file.Position = pointer;
        Number(file, at, large);
        file.Position = file.Length;
        return next;
    }

    private List<byte[]> Segments(GreyImage image, int page)
    {
        var segments = new List<byte[]>();
        (int rows, int columns) = Tile > 0 ? (Tile, Tile) : (RowsPerStrip, image.Shape.Z);
        for (int top = 0; top < image.Shape.Y; top += rows)
        {
            for (int left = 0; left < image.Shape.Z; left += columns)
            {
                var segment = new MemoryStream();
                for (int y = top; y < top + rows && (Tile > 0 || y < image.Shape.Y); y++)
                {
                    int before = 0;
                    for (int z = left; z < left + columns; z++)
                    {
                        int value = y < image.Shape.Y && z < image.Shape.Z ? image[page, y, z] : 0;
                        Number(segment, IsDifferenced ? (value - before) & (Bits == 8 ? 0xff : 0xffff) : value, Bits / 8);
                        before = value;
                    }
                }
                segments.Add(Pack(segment.ToArray()));
            }
        }
        return segments;
    }

    private byte[] Pack(byte[] bytes) => Compression switch
    {
        1 => bytes,
        5 => Lzw(bytes, IsOldLzw),
        32773 => PackBits(bytes),
        8 or 32946 => Deflate(bytes),
        _ => bytes,
    };

    private static byte[] Deflate(byte[] bytes)
    {
        var target = new MemoryStream();
        using (var stream = new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true)) stream.Write(bytes);
        return target.ToArray();
    }

    private static byte[] PackBits(byte[] bytes)
    {
        var target = new MemoryStream();
        for (int at = 0; at < bytes.Length;)
        {
            int run = 1;
            while (run < 128 && at + run < bytes.Length && bytes[at + run] == bytes[at]) run++;
            if (run > 1)
            {
                target.WriteByte((byte)(257 - run));
                target.WriteByte(bytes[at]);
                at += run;
                continue;
            }
            int literal = 1;
            while (literal < 128 && at + literal < bytes.Length && (at + literal + 1 >= bytes.Length || bytes[at + literal] != bytes[at + literal + 1])) literal++;
            target.WriteByte((byte)(literal - 1));
            target.Write(bytes, at, literal);
            at += literal;
        }
        return target.ToArray();
    }

    public static byte[] Lzw(byte[] bytes, bool isOld)
    {
        var codes = new List<(int Code, int Width)>();
        var table = new Dictionary<(int, byte), int>();
        int free = 258, width = 9, early = isOld ? 0 : 1;
        codes.Add((256, 9));
        int current = -1;
        foreach (byte value in bytes)
        {
            if (current < 0)
            {
                current = value;
                continue;
            }
            if (table.TryGetValue((current, value), out int known))
            {
                current = known;
                continue;
            }
            codes.Add((current, width));
            table[(current, value)] = free++;

            // The reader's table is one entry behind.
            if (free - 1 + early >= 1 << width) width++;
            if (free >= 4094)
            {
                codes.Add((256, width));
                table.Clear();
                (free, width) = (258, 9);
            }
            current = value;
        }
        if (current >= 0)
        {
            codes.Add((current, width));
            if (free + early >= 1 << width && width < 12) width++;
        }
        codes.Add((257, width));
        byte[] target = new byte[codes.Sum(code => code.Width) / 8 + 2];
        int bit = 0;
        foreach ((int code, int bits) in codes)
        {
            for (int i = 0; i < bits; i++, bit++)
            {
                if (isOld && ((code >> i) & 1) != 0) target[bit / 8] |= (byte)(1 << (bit % 8));
                if (!isOld && ((code >> (bits - 1 - i)) & 1) != 0) target[bit / 8] |= (byte)(0x80 >> (bit % 8));
            }
        }
        return target;
    }

    private static int Width(ushort type) => type switch { 1 or 2 => 1, 3 => 2, 4 => 4, _ => 8 };

    private static void Order(MemoryStream file, string word) => file.Write(Encoding.ASCII.GetBytes(word));

    private void Number(MemoryStream file, long value, int width)
    {
        Span<byte> bytes = stackalloc byte[8];
        if (IsBigEndian) BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        else BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        file.Write(IsBigEndian ? bytes[(8 - width)..] : bytes[..width]);
    }
}
