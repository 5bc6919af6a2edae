using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Interphase.Cells;

/// <summary>What journals write and read more than once: bits, as they stand in memory.</summary>
internal static class JournalWriting
{
    public static void Doubles(this BinaryWriter writer, ReadOnlySpan<double> values)
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    public static double[] Doubles(this BinaryReader reader)
    {
        double[] values = new double[Count(reader, sizeof(double))];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public static ImmutableArray<double> Immutable(this BinaryReader reader) => ImmutableCollectionsMarshal.AsImmutableArray(reader.Doubles());

    public static void Parts(this BinaryWriter writer, ImmutableArray<VoltagePart> parts)
    {
        writer.Write(parts.Length);
        foreach (VoltagePart part in parts)
        {
            writer.Write(part.Name);
            writer.Write(part.Value);
        }
    }

    public static ImmutableArray<VoltagePart> Parts(this BinaryReader reader)
    {
        var parts = ImmutableArray.CreateBuilder<VoltagePart>();
        for (int left = Count(reader, 1); left > 0; left--) parts.Add(new VoltagePart(Same(reader.ReadString()), reader.ReadDouble()));
        return parts.ToImmutable();
    }

    public static void Entries(this BinaryWriter writer, ImmutableArray<LedgerEntry> entries) => writer.Parts([.. entries.Select(entry => new VoltagePart(entry.Name, entry.Amount))]);

    public static ImmutableArray<LedgerEntry> Entries(this BinaryReader reader) => [.. reader.Parts().Select(part => new LedgerEntry(part.Name, part.Value))];

    public static void Maybe(this BinaryWriter writer, double[]? values)
    {
        writer.Write(values is not null);
        if (values is not null) writer.Doubles(values);
    }

    /// <summary>One string for all that say the same, as it was before.</summary>
    public static string Same(string text) => string.Intern(text);

    /// <summary>A number of things that the rest of the file could hold.</summary>
    public static int Count(BinaryReader reader, int size)
    {
        int count = reader.ReadInt32();
        Stream stream = reader.BaseStream;
        return count >= 0 && (long)count * size <= stream.Length - stream.Position ? count : throw new InvalidDataException($"{count} entries where the file ends before");
    }
}
