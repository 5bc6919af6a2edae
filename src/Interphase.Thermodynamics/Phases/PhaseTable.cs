using System.Buffers.Text;
using System.Reflection;
using System.Text;

namespace Interphase.Thermodynamics;

/// <summary>The rows of a set: which elements each holds and its energy; a phase becomes an object when it is first asked for.</summary>
internal sealed class PhaseTable
{
    private readonly PhaseEntry?[] _entries;
    private readonly Func<int, PhaseEntry>? _read;

    internal PhaseTable(PhaseEntry[] entries)
    {
        _entries = entries;
        Elements = [.. entries.Select(entry => entry.Composition.Elements)];
    }

    private PhaseTable(ElementSet[] elements, Func<int, PhaseEntry> read) => (Elements, _read, _entries) = (elements, read, new PhaseEntry?[elements.Length]);

    internal int Count => _entries.Length;

    /// <summary>The elements of each row.</summary>
    internal ElementSet[] Elements { get; }

    // Two threads may make the same phase twice; one of the two equal objects stays.
    internal PhaseEntry this[int row] => _entries[row] ??= _read!(row);

    /// <summary>The table of a file that came with the program, whose rows are held by tests: plain formulas, an energy, an id.</summary>
    internal static PhaseTable BuiltIn(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"phases/{name}.csv")!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        int lines = bytes.AsSpan().Count((byte)'\n'), rows = 0, at = 0;
        var starts = new int[lines];
        var elements = new ElementSet[lines];
        while (at < bytes.Length && bytes[at] == '#') at += Line(at).Length + 1;
        at += Line(at).Length + 1;
        while (at < bytes.Length)
        {
            ReadOnlySpan<byte> line = Line(at);
            starts[rows] = at;
            elements[rows++] = FormulaBytes.Elements(line[..line.IndexOf((byte)',')]);
            at += line.Length + 1;
        }
        Array.Resize(ref elements, rows);
        return new(elements, Read);

        ReadOnlySpan<byte> Line(int from)
        {
            ReadOnlySpan<byte> rest = bytes.AsSpan(from);
            int end = rest.IndexOf((byte)'\n');
            return end < 0 ? rest : rest[..end];
        }

        PhaseEntry Read(int row)
        {
            ReadOnlySpan<byte> line = Line(starts[row]);
            int comma = line.IndexOf((byte)',');
            ReadOnlySpan<byte> rest = line[(comma + 1)..];
            if (FormulaBytes.Read(line[..comma]) is not { } composition || !Utf8Parser.TryParse(rest, out double energy, out int used))
                throw new InvalidDataException($"phases/{name}.csv: {Encoding.UTF8.GetString(line)}");
            return new(Encoding.UTF8.GetString(line[..comma]), composition, energy, Encoding.UTF8.GetString(rest[(used + 1)..]));
        }
    }

    /// <summary>The same rows with other energies.</summary>
    internal PhaseTable With(Func<PhaseEntry, PhaseEntry> change) => new(Elements, row => change(this[row]));
}
