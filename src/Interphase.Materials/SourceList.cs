using Interphase.Descriptions;

namespace Interphase.Materials;

/// <summary>The sources that values may name.</summary>
public sealed class SourceList
{
    private static readonly string[] Keys = ["title", "authors", "journal", "year", "doi", "url", "licence", "note"];
    private const string Assumed = "assumed:";
    private const int ShortestReason = 3;
    private readonly Dictionary<string, Source> sources = new(StringComparer.Ordinal);

    /// <summary>Every source, by key.</summary>
    public IReadOnlyCollection<Source> All => [.. sources.Values.OrderBy(source => source.Key, StringComparer.Ordinal)];

    /// <summary>The source of a key, or null.</summary>
    public Source? Find(string key) => sources.GetValueOrDefault(key);

    /// <summary>Adds the sources of a document: a map from key to title and DOI or address.</summary>
    internal void Add(Node node, Problems problems)
    {
        if (node is not MapNode map)
        {
            problems.Add(node.Place, "", node.Description, "keys of sources with `title` and `doi` or `url` beneath", "");
            return;
        }
        foreach (MapEntry entry in map.Entries)
        {
            if (entry.Value is not MapNode source)
            {
                problems.Add(entry.Value.Place, Quoted.Cut(entry.Key), entry.Value.Description, "`title` and `doi` or `url`", "");
                continue;
            }
            foreach (MapEntry part in source.Entries)
                if (!Keys.Contains(part.Key)) problems.Add(part.KeyPlace, Quoted.Cut(entry.Key), $"the unknown key {Quoted.Of(part.Key)}", $"one of {string.Join(", ", Keys)}", "");
            string[] texts = [.. Keys.Select(key => source[key] is ScalarNode scalar ? scalar.Text : "")];
            if (texts[0].Length == 0 || (texts[4].Length == 0 && texts[5].Length == 0))
                problems.Add(source.Place, Quoted.Cut(entry.Key), "a source without a title or without doi and url", "`title` and `doi` or `url`", "");
            sources[entry.Key] = new Source(entry.Key, texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7]);
        }
    }

    /// <summary>Tells a problem for every value below a description whose source is neither known nor an assumption.</summary>
    public void Check(Description description, Problems problems)
    {
        foreach ((string path, ISetting setting) in description.Settings())
            foreach (string key in Named(setting)) Check(key, setting.Origin.Place ?? description.Place, path, problems);
    }

    /// <summary>Tells a problem when a source is neither known nor an assumption with a reason.</summary>
    public void Check(string key, Place place, string path, Problems problems)
    {
        if (key.StartsWith(Assumed, StringComparison.Ordinal))
        {
            if (key.AsSpan(Assumed.Length).Trim().Length < ShortestReason) problems.Add(place, path, Quoted.Of(key), "`assumed: ` with the reason", "say why");
            return;
        }
        if (sources.ContainsKey(key)) return;
        problems.Add(
            place, path, $"the source {Quoted.Of(key)}", "a key of data/sources.yaml, or `assumed: ` with a reason",
            Names.Nearest(key, sources.Keys) is { } near ? $"did you mean `{near}`?" : "add it to materials/sources.yaml beside the cell file");
    }

    private static IEnumerable<string> Named(ISetting setting)
    {
        if (setting.Annotation.Source is { } own) yield return own;
        if (setting.Content is Property { Activation.Annotation.Source: { } activation }) yield return activation;
    }
}
