using System.Collections.Immutable;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Interphase.Descriptions;

/// <summary>
/// Reads YAML as a stream of events into nodes that know their place. Size, depth, expansions of aliases and duplicate keys are
/// bounded while reading; nothing is instantiated from what the text says.
/// </summary>
public static class YamlReader
{
    private const int MostListed = 2_000;
    private const int FirstPiece = 16 * 1024;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; null after a problem.</summary>
    /// <param name="path">The file, absolute or relative to the working directory.</param>
    /// <param name="shownAs">The name under which messages speak of it.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="limits">The limits; the default ones when null.</param>
    public static Node? ReadFile(string path, string shownAs, Problems problems, ReadingLimits? limits = null)
    {
        limits ??= ReadingLimits.Default;
        var whole = new Place(shownAs);
        byte[] bytes;
        try
        {
            if (Directory.Exists(path))
            {
                problems.Add(whole, "", "a folder", "a file", "name a file in it");
                return null;
            }
            // A pipe or a device has no length, and opening it can wait for ever.
            if (!limits.Streams && LengthOf(path) == 0)
            {
                problems.Add(whole, "", "an empty file, or one that is no file", "a file with keys and values", "check its name");
                return null;
            }
            using FileStream stream = File.OpenRead(path);
            // Read in growing pieces: neither the length that a file claims nor the limit is memory that most files need.
            bytes = new byte[Math.Min(FirstPiece, limits.Bytes + 1)];
            int length = 0;
            while ((length += stream.ReadAtLeast(bytes.AsSpan(length), bytes.Length - length, throwOnEndOfStream: false)) == bytes.Length && length <= limits.Bytes)
                Array.Resize(ref bytes, Math.Min(2 * bytes.Length, limits.Bytes + 1));
            if (length > limits.Bytes)
            {
                problems.Add(whole, "", $"more than {limits.Bytes / 1e6:0.#} MB", "a text file that a person wrote", "is it the right file?");
                return null;
            }
            Array.Resize(ref bytes, length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            bool missing = exception is FileNotFoundException or DirectoryNotFoundException;
            problems.Add(whole, "", missing ? "no such file" : $"a file that cannot be read ({Quoted.Cut(exception.Message.TrimEnd('.'), 200)})", "a file that can be read", missing ? NearestFile(path) : "check its permissions");
            return null;
        }
        string? text = Decode(bytes, shownAs, problems);
        return text is null ? null : ReadText(text, shownAs, problems, limits);
    }

    /// <summary>Reads a text; null after a problem.</summary>
    public static Node? ReadText(string text, string shownAs, Problems problems, ReadingLimits? limits = null)
    {
        var reading = new Reading(shownAs, problems, limits ?? ReadingLimits.Default);
        return reading.Read(text);
    }

    private static string? Decode(byte[] bytes, string shownAs, Problems problems)
    {
        ReadOnlySpan<byte> body = bytes;
        if (body.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) body = body[3..];
        int zero = body.IndexOf((byte)0);
        if (zero >= 0)
        {
            problems.Add(LineOf(body, zero, shownAs), "", "a zero byte", "text in UTF-8", "is it the right file, or one in UTF-16?");
            return null;
        }
        try
        {
            return StrictUtf8.GetString(body);
        }
        catch (DecoderFallbackException exception)
        {
            int at = Math.Clamp(exception.Index, 0, body.Length);
            problems.Add(LineOf(body, at, shownAs), "", "bytes that are not UTF-8", "text in UTF-8", "save the file as UTF-8");
            return null;
        }
    }

    private static Place LineOf(ReadOnlySpan<byte> bytes, int index, string shownAs)
    {
        ReadOnlySpan<byte> before = bytes[..index];
        int line = before.Count((byte)'\n') + 1;
        return new Place(shownAs, line, index - before.LastIndexOf((byte)'\n'));
    }

    private static string NearestFile(string path)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || !Directory.Exists(folder)) return $"the folder {Quoted.Of(Path.GetDirectoryName(path) ?? "")} does not exist either";
        return NearestIn(folder, path) is { } near ? $"did you mean {Quoted.Of(near)}?" : "check the name";
    }

    /// <summary>The name in a folder that is nearest to that of a file which is not there; null when none is near, or the folder may not be listed.</summary>
    internal static string? NearestIn(string folder, string path)
    {
        try
        {
            return Names.Nearest(Path.GetFileName(path), Directory.EnumerateFiles(folder).Take(MostListed).Select(file => Path.GetFileName(file)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long LengthOf(string path)
    {
        FileSystemInfo file = new FileInfo(path);
        if (file.LinkTarget is not null) file = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        return file is FileInfo { Exists: true } regular ? regular.Length : 0;
    }

    // One reading of one text: the events, the anchors seen, and what is left of the budget.
    private sealed class Reading(string file, Problems problems, ReadingLimits limits)
    {
        private readonly Dictionary<string, (Node Node, int Size)> anchors = new(StringComparer.Ordinal);
        private int nodes;
        private bool failed;

        public Node? Read(string text)
        {
            if (IndentingTab(text) is { } tab)
                return Fail(new Place(file, tab, 1), "a tab that indents the line", "spaces", "replace the tab by two spaces");
            var parser = new Parser(new StringReader(text));
            try
            {
                parser.Consume<StreamStart>();
                if (parser.Accept<StreamEnd>(out _))
                {
                    problems.Add(new Place(file, 1, 1), "", "an empty file", "keys with values", "interphase new NAME writes a start");
                    return null;
                }
                parser.Consume<DocumentStart>();
                Node? root = Value(parser, 0);
                if (failed || root is null) return null;
                parser.Consume<DocumentEnd>();
                if (parser.Accept<DocumentStart>(out DocumentStart? second))
                {
                    problems.Add(At(second.Start), "", "a second document", "one document in a file", "put it in a file of its own");
                    return null;
                }
                return root;
            }
            catch (YamlException exception)
            {
                return NoYaml(exception.Start, exception.Message);
            }
            // What the parser did not foresee of a text it throws in other ways; the text is at fault all the same.
            catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or ArithmeticException or FormatException)
            {
                return NoYaml(parser.Current?.End ?? Mark.Empty, "the parser gives up");
            }
        }

        // YAML knows no tabs before a key, and its parser tells of one at the beginning of the map around it; brackets and blocks of text may hold them.
        private static int? IndentingTab(string text)
        {
            int line = 0;
            foreach (ReadOnlySpan<char> each in text.AsSpan().EnumerateLines())
            {
                line++;
                ReadOnlySpan<char> body = each.TrimStart();
                if (each[..(each.Length - body.Length)].Contains('\t') && body.IndexOf(": ") is > 0 and < 40 && char.IsAsciiLetter(body[0]) && !body[..body.IndexOf(": ")].Contains(' ')) return line;
            }
            return null;
        }

        private Node? NoYaml(Mark at, string why)
        {
            problems.Add(At(at), "", $"text that is no YAML ({Quoted.Cut(why.TrimEnd('.'), 160)})", "`key: value` lines",
                $"in line {Math.Max(1, at.Line - 1)} or {at.Line}: is a colon or the space after it missing, is a bracket or quote open, or is the line not indented like its neighbours?");
            return null;
        }

        private Node? Value(Parser parser, int depth)
        {
            if (failed) return null;
            if (parser.TryConsume<Scalar>(out Scalar? scalar))
            {
                bool quoted = scalar.Style != ScalarStyle.Plain;
                bool verbatim = scalar.End.Line == scalar.Start.Line && scalar.End.Column - scalar.Start.Column == scalar.Value.Length + (quoted ? 2 : 0);
                return Counted(scalar, new ScalarNode(At(scalar.Start), scalar.Value, quoted) { IsVerbatim = verbatim }, 1);
            }
            if (parser.TryConsume<AnchorAlias>(out AnchorAlias? alias)) return Expanded(alias);
            if (depth >= limits.Depth)
            {
                Mark at = parser.Current!.Start;
                return Fail(At(at), $"nesting deeper than {limits.Depth}", $"at most {limits.Depth} levels", "flatten it");
            }
            int before = nodes;
            if (parser.TryConsume<SequenceStart>(out SequenceStart? list))
            {
                ImmutableArray<Node>.Builder items = ImmutableArray.CreateBuilder<Node>();
                while (!failed && !parser.TryConsume<SequenceEnd>(out _))
                    if (Value(parser, depth + 1) is { } item) items.Add(item);
                return failed ? null : Counted(list, new ListNode(At(list.Start), items.ToImmutable()), nodes - before + 1);
            }
            if (parser.TryConsume<MappingStart>(out MappingStart? map)) return Map(parser, map, depth, before);
            return Fail(At(parser.Current!.Start), "something that is no value", "a value, a list or a map", "");
        }

        private Node? Map(Parser parser, MappingStart map, int depth, int before)
        {
            ImmutableArray<MapEntry>.Builder entries = ImmutableArray.CreateBuilder<MapEntry>();
            var keys = new Dictionary<string, Place>(StringComparer.Ordinal);
            while (!failed && !parser.TryConsume<MappingEnd>(out _))
            {
                if (!parser.TryConsume<Scalar>(out Scalar? key)) return Fail(At(parser.Current!.Start), "a key that is no text", "a key such as `thickness`", "quote it if it is meant so");
                Place place = At(key.Start);
                if (!keys.TryAdd(key.Value, place))
                    return Fail(place, $"the key `{Quoted.Cut(key.Value)}` a second time", "each key once", $"it stands already in line {keys[key.Value].Line}");
                if (Value(parser, depth + 1) is { } value) entries.Add(new MapEntry(key.Value, place, value));
            }
            return failed ? null : Counted(map, new MapNode(At(map.Start), entries.ToImmutable()), nodes - before + 1);
        }

        private Node? Expanded(AnchorAlias alias)
        {
            if (!anchors.TryGetValue(alias.Value.Value, out (Node Node, int Size) anchor))
                return Fail(At(alias.Start), $"the alias `*{Quoted.Cut(alias.Value.Value)}`", "an anchor written before it", "check its name; an anchor cannot contain itself");
            nodes += anchor.Size;
            return WithinBudget(alias.Start) ? anchor.Node : null;
        }

        private Node? Counted(NodeEvent @event, Node node, int size)
        {
            nodes++;
            if (!@event.Anchor.IsEmpty) anchors[@event.Anchor.Value] = (node, size);
            if (!@event.Tag.IsEmpty && !@event.Tag.IsNonSpecific) return Fail(At(@event.Start), $"the tag `{Quoted.Cut(@event.Tag.Value)}`", "a value without a tag", "leave the tag out");
            return WithinBudget(@event.Start) ? node : null;
        }

        private bool WithinBudget(Mark at)
        {
            if (nodes <= limits.Nodes) return true;
            Fail(At(at), $"more than {limits.Nodes} values", "a file that a person wrote", "are aliases expanding each other?");
            return false;
        }

        private Node? Fail(Place place, string found, string expected, string suggestion)
        {
            if (!failed) problems.Add(place, "", found, expected, suggestion);
            failed = true;
            return null;
        }

        private Place At(Mark mark) => new(file, (int)mark.Line, (int)mark.Column);
    }
}
