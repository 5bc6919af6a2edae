using System.Collections.Immutable;

namespace Interphase.Descriptions;

/// <summary>
/// Lays one document over another: sections are joined key by key, a field is replaced whole (its source and condition with it), and
/// a map that only changes parts of a formula, such as its parameters, is laid into the formula beneath. <c>key: null</c> takes away what lies beneath.
/// </summary>
public static class Layering
{
    // Any of these makes a map a value of its own.
    private static readonly ImmutableArray<string> WholeValues = ["value", "formula", "table", "prefactor"];

    /// <summary>The document <paramref name="over"/> laid over <paramref name="under"/>.</summary>
    public static MapNode Lay(Section section, MapNode under, MapNode over)
    {
        MapNode kept = section.Library is not null && Names(section, over) is { } material && Names(section, under) is { } before && material != before
            ? WithoutLibraryKeys(section, under)
            : under;
        return kept.With(Changes()) with { Place = over.Place };

        IEnumerable<(string, MapEntry?)> Changes()
        {
            Dictionary<string, Node> beneath = ByKey(kept);
            foreach (MapEntry entry in over.Entries)
            {
                if (!beneath.TryGetValue(entry.Key, out Node? lower)) yield return (entry.Key, entry);
                else if (entry.Value is ScalarNode { IsEmpty: true }) yield return (entry.Key, null);
                else yield return (entry.Key, entry with { Value = Joined(section, entry.Key, lower, entry.Value) });
            }
        }
    }

    /// <summary>A section written as a bare value, spelled out as the map that it stands for.</summary>
    public static Node SpelledOut(Section section, Node node) =>
        node is ScalarNode { IsEmpty: false } scalar && section.Shorthand is { } field
            ? new MapNode(node.Place, [new MapEntry(field.Name, node.Place, scalar)])
            : node;

    /// <summary>Every section that names a template, laid over that template.</summary>
    public static MapNode Fill(Section section, MapNode node, string path, ITemplates templates, Problems problems)
    {
        MapNode result = node;
        foreach (MapEntry entry in node.Entries)
        {
            if (section.Field(entry.Key) is not null || section.Within(entry.Key) is not { } child) continue;
            string childPath = path + entry.Key;
            Node value = entry.Value is ListNode { Items.Length: <= Section.MostRepeated } list
                ? list with { Items = [.. list.Items.Select((item, i) => Filled(child, item, $"{childPath}[{i}].", templates, problems))] }
                : Filled(child, entry.Value, childPath + ".", templates, problems);
            result = result.With(entry with { Value = value });
        }
        return result;
    }

    private static Node Filled(Section section, Node node, string path, ITemplates templates, Problems problems)
    {
        if (SpelledOut(section, node) is not MapNode map) return node;
        MapNode result = Fill(section, map, path, templates, problems);
        if (section.Library is null || section.Shorthand is not { } named || result.Entry(named.Name) is not { Value: ScalarNode { IsEmpty: false } name }) return result;
        MapNode? template = templates.Find(name.Text, section, name.Place, path + named.Name, problems);
        // The cell may call it by another of its names; it is the same material all the same.
        return template is null ? result : Lay(section, template.Without(named.Name), result);
    }

    internal static Node Joined(Section section, string key, Node beneath, Node above)
    {
        if (section.Field(key) is not null)
            return above is MapNode part && !WholeValues.Any(kind => part.Entry(kind) is not null) && Whole(beneath) is { } whole ? Parts(whole, part) : Activated(beneath, above);
        if (section.Within(key) is not { } child) return above;
        return SpelledOut(child, beneath) is MapNode under && SpelledOut(child, above) is MapNode over ? Lay(child, under, over) : above;
    }

    // Another number for a rate or a conductivity still changes with temperature as the one beneath it did, from the same reference temperature,
    // unless it says otherwise: without that, a cell at another temperature would silently lose the law.
    private static Node Activated(Node beneath, Node above)
    {
        if (beneath is not MapNode law || law.Entry("activationEnergy") is not { } energy || law.Entry("at") is not { Value: ScalarNode at } condition) return above;
        if (Whole(above) is not { } value || value.Entry("activationEnergy") is not null || value.Entry("at") is not null) return above;
        var temperature = new ScalarNode(at.Place, at.Text.Split(',')[0], IsQuoted: true);
        return value.With(energy).With(condition with { Value = temperature }) with { Place = above.Place };
    }

    // A bare value beneath has parts too: one number, to which a condition or an activation energy may be added.
    internal static MapNode? Whole(Node? node) =>
        node as MapNode ?? (node is ScalarNode { IsEmpty: false } ? new MapNode(node.Place, [new MapEntry("value", node.Place, node)]) : null);

    private static MapNode Parts(MapNode whole, MapNode part)
    {
        Dictionary<string, Node> beneath = ByKey(whole);
        return whole.With(part.Entries.Select(entry => (entry.Key, Changed(entry)))) with { Place = part.Place };

        MapEntry? Changed(MapEntry entry) => beneath.GetValueOrDefault(entry.Key) switch
        {
            null => entry,
            _ when entry.Value is ScalarNode { IsEmpty: true } => null,
            MapNode under when entry.Value is MapNode over => entry with { Value = Parts(under, over) },
            _ => entry,
        };
    }

    private static Dictionary<string, Node> ByKey(MapNode map) => map.Entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    private static string? Names(Section section, MapNode map) =>
        section.Shorthand is { } field && map[field.Name] is ScalarNode { IsEmpty: false } name ? name.Text : null;

    // What was said of one material does not hold of the next.
    private static MapNode WithoutLibraryKeys(Section section, MapNode map) =>
        map with { Entries = map.Entries.RemoveAll(entry => section.Library!.Keys.Contains(entry.Key) && !section.Fields.Any(field => field.Name == entry.Key) && !section.Sections.Any(own => own.Name == entry.Key)) };
}
