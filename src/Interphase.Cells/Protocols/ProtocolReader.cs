using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>Reads protocols and holds them against a cell. What is wrong is told, never thrown.</summary>
public static class ProtocolReader
{
    private const string Beside = "--protocol";
    private static readonly string[] Keys = ["protocol", "name", "notes"];

    /// <summary>What stands behind <c>--protocol</c>: the name of one YAML file, or sentences. Null after problems.</summary>
    /// <param name="given">The arguments.</param>
    /// <param name="design">The cell.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static Protocol? Read(IReadOnlyList<string> given, CellDesign design, Problems problems) =>
        given.Count == 1 && IsFile(given[0]) ? FromFile(given[0], design, problems) : FromSentences(given, design, problems);

    /// <summary>A protocol file: a list, or a map with <c>protocol:</c>. Null after problems.</summary>
    /// <param name="path">The file.</param>
    /// <param name="design">The cell.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static Protocol? FromFile(string path, CellDesign design, Problems problems)
    {
        if (YamlReader.ReadFile(path, path, problems) is not { } node) return null;
        if (node is MapNode map)
        {
            foreach (MapEntry entry in map.Entries)
            {
                if (Keys.Contains(entry.Key)) continue;
                problems.Add(entry.KeyPlace, "", $"the unknown key {Quoted.Of(entry.Key)}", "a list of sentences, or `protocol:` with one", Names.Nearest(entry.Key, Keys) is { } near ? $"did you mean `{near}`?" : entry.Key == "repeat" ? "write a dash before `repeat`" : "");
                return null;
            }
            if (map["protocol"] is not { } inner)
            {
                problems.Add(map.Place, "", map.Description, "a list of sentences, or `protocol:` with one", "");
                return null;
            }
            node = inner;
        }
        return ScriptReader.Read(node, "", problems) is { } script ? Resolve(script, design, problems) : null;
    }

    /// <summary>Sentences given one by one, such as on a command line; each may hold several between semicolons. Null after problems.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="design">The cell.</param>
    /// <param name="problems">Receives what is wrong; a line is the number of the sentence.</param>
    public static Protocol? FromSentences(IReadOnlyList<string> sentences, CellDesign design, Problems problems)
    {
        Node[] nodes = [.. sentences.Select((text, i) => new ScalarNode(new Place(Beside, i + 1, 1), text, IsQuoted: false) { IsVerbatim = true })];
        var list = new ListNode(new Place(Beside), [.. nodes]);
        return ScriptReader.Read(list, "", problems) is { } script ? Resolve(script, design, problems) : null;
    }

    /// <summary>A script that was read, held against a cell: every number in SI and per area. Null after problems.</summary>
    /// <param name="script">The script, such as a cell file's.</param>
    /// <param name="design">The cell.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static Protocol? Resolve(ProtocolScript script, CellDesign design, Problems problems) => new ProtocolResolver(design, "", problems).Resolve(script);

    private static bool IsFile(string given) =>
        given.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || given.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || File.Exists(given);
}
