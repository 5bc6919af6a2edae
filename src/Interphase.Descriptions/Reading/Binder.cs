namespace Interphase.Descriptions;

/// <summary>Holds a document against a vocabulary: what is known becomes settings, what is not becomes problems with the nearest name.</summary>
internal sealed class Binder(Vocabulary vocabulary, Func<Place, Origin> originOf, Problems problems)
{
    private static readonly string[] AnnotationKeys = ["source", "assumed", "at", "note", "bound"];

    public Description Bind(MapNode root) => Bind(vocabulary.Root, root, "");

    private Description Bind(Section section, MapNode map, string path)
    {
        var description = new Description(section, path, map.Place);
        foreach (MapEntry entry in map.Entries)
        {
            string key = Quoted.Cut(entry.Key), at = path.Length == 0 ? key : $"{path}.{key}";
            if (section.Field(entry.Key) is { } field) Read(description, field, entry, at);
            else if (section.Within(entry.Key) is { } child) Bind(description, child, entry, at);
            else Unknown(section, entry, at);
        }
        return description;
    }

    private void Bind(Description parent, Section section, MapEntry entry, string path)
    {
        if (entry.Value is ListNode list)
        {
            if (!section.IsRepeated)
            {
                problems.Add(list.Place, path, list.Description, $"one section with keys such as {Some(section)}", "leave the dashes out");
                return;
            }
            if (list.Items.Length > Section.MostRepeated)
            {
                problems.Add(list.Place, path, list.Description, $"at most {Section.MostRepeated} of these", "join some of them");
                return;
            }
            for (int i = 0; i < list.Items.Length; i++) One(list.Items[i], list.Items.Length == 1 ? path : $"{path}[{i}]");
            return;
        }
        One(entry.Value, path);

        void One(Node node, string at)
        {
            if (Layering.SpelledOut(section, node) is MapNode map) parent.Add(Bind(section, map, at));
            else problems.Add(node.Place, at, node.Description, $"a section with keys such as {Some(section)}", node is ScalarNode { IsEmpty: true } ? "leave the key out, or indent its keys beneath it" : "");
        }
    }

    private void Read(Description description, IField field, MapEntry entry, string path)
    {
        Annotation annotation = Annotation.None;
        Node node = entry.Value;
        if (field.IsPhysical && node is MapNode map)
        {
            if (!TryParts(field, map, path) || !TryAnnotation(map, path, out annotation)) return;
            MapNode rest = map with { Entries = map.Entries.RemoveAll(part => AnnotationKeys.Contains(part.Key)) };
            node = rest is { Entries: [{ Key: "value" } only] } ? only.Value : rest;
        }
        if (field.Read(node, new ReadingScope(path, problems) { Annotation = annotation }) is { } value)
            description.Set(field.Set(value, originOf(entry.Value.Place), annotation));
    }

    private bool TryParts(IField field, MapNode map, string path)
    {
        string[] known = [.. field.Parts.DefaultIfEmpty("value"), .. AnnotationKeys];
        foreach (MapEntry entry in map.Entries)
        {
            if (known.Contains(entry.Key)) continue;
            problems.Add(
                entry.KeyPlace, path, $"the unknown key {Quoted.Of(entry.Key)}", $"one of {string.Join(", ", known.Select(key => $"`{key}`"))}",
                Names.Nearest(entry.Key, known) is { } near ? $"did you mean `{near}`?" : "");
            return false;
        }
        if (map.Entries.Any(entry => !AnnotationKeys.Contains(entry.Key))) return true;
        problems.Add(map.Place, path, map.Entries.Length == 0 ? map.Description : "remarks without a value", "`value` beside them", "");
        return false;
    }

    private bool TryAnnotation(MapNode map, string path, out Annotation annotation)
    {
        annotation = Annotation.None;
        if (!Text("source", out string? source) || !Text("assumed", out string? assumed) || !Text("at", out string? at) || !Text("note", out string? note) || !Limited(out Bound bound)) return false;
        if (assumed is not null && source is not null)
        {
            problems.Add(map.Entry("assumed")!.KeyPlace, path, "both `source` and `assumed`", "one of them", "a value is either taken from a source or assumed");
            return false;
        }
        if (assumed is not null) source = $"assumed: {assumed}";
        annotation = new Annotation(source, at, note, bound);
        return true;

        bool Limited(out Bound bound)
        {
            bound = Bound.None;
            if (!Text("bound", out string? text)) return false;
            if (text is null) return true;
            bound = text switch { "lower" => Bound.Lower, "upper" => Bound.Upper, _ => Bound.None };
            if (bound != Bound.None) return true;
            problems.Add(map["bound"]!.Place, $"{path}.bound", Quoted.Of(text), "`upper` (the true value lies below) or `lower` (it lies above)", "leave it out where the value is no bound");
            return false;
        }

        bool Text(string key, out string? text)
        {
            text = null;
            if (map[key] is not { } node) return true;
            if (!new ReadingScope($"{path}.{key}", problems).TryText(node, "a text", "", out string found)) return false;
            text = found;
            return true;
        }
    }

    private void Unknown(Section section, MapEntry entry, string path)
    {
        string suggestion;
        if (problems.IsFull) suggestion = "";
        else if (Names.Nearest(entry.Key, section.Keys) is { } near) suggestion = $"did you mean `{near}`?";
        else if (Elsewhere(entry.Key) is { Count: > 0 } places) suggestion = $"{Quoted.Of(entry.Key)} belongs in {string.Join(", ", places)}";
        else suggestion = $"known here: {Some(section, 12)}";
        problems.Add(entry.KeyPlace, path, $"the unknown key {Quoted.Of(entry.Key)}", section.Name.Length == 0 ? "a key of the file" : $"a key of `{section.Name}`", suggestion);
    }

    private List<string> Elsewhere(string key) =>
        [.. vocabulary.Root.Paths().Where(known => known.EndsWith($".{key}", StringComparison.Ordinal)).Select(known => $"`{known[..^(key.Length + 1)]}`").Distinct().Take(3)];

    private static string Some(Section section, int most = 4)
    {
        string[] keys = [.. section.Keys.Take(most + 1)];
        return string.Join(", ", keys.Take(most).Select(key => $"`{key}`")) + (keys.Length > most ? ", ..." : "");
    }
}
