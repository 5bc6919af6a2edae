using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Interphase.Microstructure;

/// <summary>The whole numbers of an array in a file: how wide, whether signed, in which order of bytes.</summary>
/// <param name="Width">Bytes, 1, 2, 4 or 8.</param>
/// <param name="IsSigned">Whether it may hold negative numbers.</param>
/// <param name="IsBigEndian">Whether the high byte comes first.</param>
internal readonly record struct ArrayType(int Width, bool IsSigned, bool IsBigEndian)
{
    /// <summary>Whether voxels of it take two bytes in memory: they do as soon as they might.</summary>
    public bool IsWide => Width > 1;

    /// <summary>Reads NumPy's short name, such as <c>&lt;u2</c>; null for types that cannot be voxels.</summary>
    public static ArrayType? Parse(string name)
    {
        if (name == "?") return new(1, false, false);
        string kind = name.TrimStart('<', '>', '|', '=');
        if (name.Length - kind.Length > 1 || kind.Length != 2) return null;
        int width = kind[1] - '0';
        return kind[0] is 'u' or 'i' or 'b' && width is 1 or 2 or 4 or 8 && (kind[0] != 'b' || width == 1) ? new(width, kind[0] == 'i', name[0] == '>') : null;
    }

    /// <summary>A type in words; the name itself where it is unknown.</summary>
    public static string Words(string name)
    {
        string kind = name.TrimStart('<', '>', '|', '=');
        string bits = kind.Length > 1 && int.TryParse(kind.AsSpan(1), out int bytes) && bytes is > 0 and < 1000 ? $" of {8 * bytes} bits" : "";
        return (kind.Length > 0 ? kind[0] : ' ') switch
        {
            'f' => $"floats{bits}",
            'c' => $"complex numbers{bits}",
            'O' => "Python objects",
            'S' or 'U' or 'a' => "texts",
            'V' => "records",
            'M' or 'm' => "times",
            _ => $"values of type {Descriptions.Quoted.Of(name)}",
        };
    }

    /// <summary>Turns numbers as they stand in a file to voxels.</summary>
    /// <param name="raw">The numbers.</param>
    /// <param name="target">Bytes of the voxels, of one or two each; may be the same memory where the widths are the same.</param>
    /// <returns>The place of the first number that no voxel can hold, and the number; null if there is none.</returns>
    public (int At, decimal Value)? Convert(Span<byte> raw, Span<byte> target)
    {
        if (Width == 1)
        {
            if (!raw.Overlaps(target)) raw.CopyTo(target);
            int at = IsSigned ? target.IndexOfAnyInRange((byte)128, (byte)255) : -1;
            return at < 0 ? null : (at, (sbyte)target[at]);
        }
        Span<ushort> words = MemoryMarshal.Cast<byte, ushort>(target);
        if (Width == 2)
        {
            if (!raw.Overlaps(target)) raw.CopyTo(target);
            if (IsBigEndian == BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(words, words);
            int at = IsSigned ? words.IndexOfAnyInRange((ushort)0x8000, ushort.MaxValue) : -1;
            return at < 0 ? null : (at, (short)words[at]);
        }
        for (int i = 0; i < words.Length; i++)
        {
            ReadOnlySpan<byte> one = raw.Slice(i * Width, Width);
            ulong number = (Width, IsBigEndian) switch
            {
                (4, false) => BinaryPrimitives.ReadUInt32LittleEndian(one),
                (4, true) => BinaryPrimitives.ReadUInt32BigEndian(one),
                (_, false) => BinaryPrimitives.ReadUInt64LittleEndian(one),
                (_, true) => BinaryPrimitives.ReadUInt64BigEndian(one),
            };
            if (number > ushort.MaxValue) return (i, !IsSigned ? number : Width == 4 ? (int)number : (long)number);
            words[i] = (ushort)number;
        }
        return null;
    }
}
