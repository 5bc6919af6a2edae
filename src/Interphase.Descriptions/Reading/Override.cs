namespace Interphase.Descriptions;

/// <summary>A value given beside the file: <c>--set cathode.thickness="90 um"</c>.</summary>
/// <param name="Path">The dotted path of a field, or of a part of one such as <c>cathode.active.openCircuit.parameters.stretch</c>.</param>
/// <param name="Text">The value as it would stand in the file.</param>
public sealed record Override(string Path, string Text)
{
    private const int DeepestPath = 12;

    /// <summary>Reads <c>path=value</c>; false after telling a problem.</summary>
    public static bool TryParse(string text, Problems problems, out Override parsed)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        parsed = new Override(equals > 0 ? text[..equals].Trim() : "", equals > 0 ? text[(equals + 1)..].Trim() : "");
        if (parsed.Path.Length > 0) return true;
        problems.Add(new Place("--set"), "", Quoted.Of(text), "a path, `=` and a value", "write it as --set cathode.thickness=\"90 um\"");
        return false;
    }

    /// <summary>The document with the value in its place, or null after a problem.</summary>
    internal MapNode? Apply(MapNode root, Vocabulary vocabulary, Problems problems)
    {
        var place = new Place($"--set {Quoted.Cut(Path)}");
        string[] parts = Path.Split('.');
        if (parts.Length > DeepestPath || Array.Exists(parts, part => part.Length == 0))
        {
            problems.Add(place, "", $"the path {Quoted.Of(Path)}", "names joined by points", "interphase check CELL.yaml lists every path");
            return null;
        }
        Node? value = Text.Length == 0 ? new ScalarNode(place, "") : YamlReader.ReadText(Text, place.File, problems);
        if (value is null) return null;
        return Placed(vocabulary.Root, root, parts, value) as MapNode;

        Node? Placed(Section section, Node? at, ReadOnlySpan<string> rest, Node leaf)
        {
            (string name, int? index) = Part(rest[0]);
            MapNode map = at switch
            {
                MapNode existing => existing,
                not null when Layering.SpelledOut(section, at) is MapNode spelled => spelled,
                _ => new MapNode(place, []),
            };
            Node? beneath = map[name];
            if (section.Field(name) is not null)
            {
                if (index is not null) return Unknown();
                return rest.Length == 1 ? Laid(leaf) : map.With(new MapEntry(name, place, Within(beneath, rest[1..], leaf)));
            }
            if (section.Within(name) is not { } child || (index is > 0 && beneath is not ListNode)) return Unknown();
            bool whole = rest.Length == 1;
            if (whole && !(child.IsRepeated || leaf is MapNode || child.Shorthand is not null || leaf is ScalarNode { IsEmpty: true })) return Unknown();
            if (beneath is ListNode list && (!whole || index is not null))
            {
                int i = index ?? (list.Items.Length == 1 ? 0 : -1);
                if (i < 0 || i >= list.Items.Length)
                {
                    problems.Add(place, "", Quoted.Of(rest[0]), list.Items.Length == 0 ? $"an item of `{name}`, which is empty" : $"which of the {list.Items.Length}: `{name}[0]` to `{name}[{list.Items.Length - 1}]`", "");
                    return null;
                }
                if (whole && leaf is ScalarNode { IsEmpty: true }) return map.With(new MapEntry(name, place, list with { Items = list.Items.RemoveAt(i) }));
                Node? item = whole ? Layering.Joined(section, name, list.Items[i], leaf) : Placed(child, list.Items[i], rest[1..], leaf);
                return item is null ? null : map.With(new MapEntry(name, place, list with { Items = list.Items.SetItem(i, item) }));
            }
            if (whole) return Laid(leaf);
            return Placed(child, beneath, rest[1..], leaf) is { } inner ? map.With(new MapEntry(name, place, inner)) : null;

            // Just as a file that extends this one would say it: another material drops what was said of the first, and nothing takes away.
            MapNode Laid(Node value) => Layering.Lay(section, map, new MapNode(place, [new MapEntry(name, place, value)])) with { Place = map.Place };
        }

        // Below a field stand the parts of a formula: maps without a vocabulary of their own, which the field checks.
        Node Within(Node? beneath, ReadOnlySpan<string> rest, Node leaf)
        {
            if (rest.Length == 0) return leaf;
            MapNode map = (Layering.Whole(beneath) ?? new MapNode(place, [])) with { Place = place };
            return rest.Length == 1 && leaf is ScalarNode { IsEmpty: true } ? map.Without(rest[0]) : map.With(new MapEntry(rest[0], place, Within(map[rest[0]], rest[1..], leaf)));
        }

        Node? Unknown()
        {
            problems.Add(place, "", $"the path {Quoted.Of(Path)}", "the path of a field", vocabulary.Nearest(Path) is { } near ? $"did you mean `{near}`?" : "interphase check CELL.yaml lists every path");
            return null;
        }
    }

    private static (string Name, int? Index) Part(string part)
    {
        int bracket = part.IndexOf('[', StringComparison.Ordinal);
        if (bracket > 0 && part.EndsWith(']') && int.TryParse(part.AsSpan(bracket + 1, part.Length - bracket - 2), out int index) && index >= 0) return (part[..bracket], index);
        return (part, null);
    }
}
