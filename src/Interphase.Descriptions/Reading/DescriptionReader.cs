namespace Interphase.Descriptions;

/// <summary>Reads a file into a description: parents beneath it, overrides above it, templates under its sections, all held against a vocabulary.</summary>
/// <param name="vocabulary">What the file may say.</param>
/// <param name="templates">The library, or null for files that name none.</param>
public sealed class DescriptionReader(Vocabulary vocabulary, ITemplates? templates)
{
    private const int MostParents = 16;

    /// <summary>Reads a file; null after problems that leave nothing to describe.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overrides">Values given beside it, applied in order.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public Description? Read(string path, IReadOnlyList<Override> overrides, Problems problems)
    {
        if (YamlReader.ReadFile(path, path, problems) is not { } node) return null;
        return Describe(node, path, path, overrides, problems);
    }

    /// <summary>Reads a text; parents are looked for in <paramref name="folder"/>.</summary>
    public Description? ReadText(string text, string shownAs, string folder, IReadOnlyList<Override> overrides, Problems problems)
    {
        if (YamlReader.ReadText(text, shownAs, problems) is not { } node) return null;
        return Describe(node, Path.Combine(folder, shownAs), shownAs, overrides, problems);
    }

    /// <summary>Describes a node that was read already; it may extend nothing.</summary>
    public Description Describe(MapNode node, string shownAs, Problems problems) =>
        new Binder(vocabulary, place => new Origin(place.File == shownAs ? OriginKind.File : OriginKind.Library, place), problems).Bind(node);

    private Description? Describe(Node node, string path, string shownAs, IReadOnlyList<Override> overrides, Problems problems)
    {
        var files = new List<string>();
        if (WithParents(node, path, shownAs, files, problems) is not { } document) return null;
        foreach (Override given in overrides)
        {
            if (given.Apply(document, vocabulary, problems) is not { } changed) return null;
            document = changed;
        }
        if (templates is not null) document = Layering.Fill(vocabulary.Root, document, "", templates, problems);
        return new Binder(vocabulary, OriginOf, problems).Bind(document);

        Origin OriginOf(Place place)
        {
            OriginKind kind = place.File == shownAs ? OriginKind.File
                : place.File.StartsWith(Place.Beside, StringComparison.Ordinal) ? OriginKind.Override
                : files.Contains(place.File) ? OriginKind.Parent
                : OriginKind.Library;
            return new Origin(kind, place);
        }
    }

    private MapNode? WithParents(Node node, string path, string shownAs, List<string> shown, Problems problems)
    {
        var layers = new Stack<MapNode>();
        var visited = new HashSet<string>(StringComparer.Ordinal) { Path.GetFullPath(path) };
        while (true)
        {
            shown.Add(shownAs);
            if (node is not MapNode map)
            {
                problems.Add(node.Place, "", node.Description, "keys with values, such as `temperature: 30 °C`", "interphase new NAME writes a start");
                return null;
            }
            layers.Push(map);
            if (map.Entry("extends") is not { } extends) break;
            if (extends.Value is not ScalarNode { IsEmpty: false } parent)
            {
                problems.Add(extends.Value.Place, "extends", extends.Value.Description, "the name of one file", "write it as `extends: other.yaml`");
                return null;
            }
            string parentPath, parentShown;
            try
            {
                parentPath = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, parent.Text));
                parentShown = Path.Combine(Path.GetDirectoryName(shownAs) ?? "", parent.Text);
            }
            catch (ArgumentException)
            {
                problems.Add(parent.Place, "extends", parent.Description, "the name of a file", "");
                return null;
            }
            if (!visited.Add(parentPath))
            {
                problems.Add(parent.Place, "extends", $"{Quoted.Of(parent.Text)}, which leads back to itself", "a file that does not extend this one", $"the chain is {string.Join(" -> ", shown.Append(parentShown).Select(file => Quoted.Cut(Path.GetFileName(file), 40)))}");
                return null;
            }
            if (layers.Count > MostParents)
            {
                problems.Add(parent.Place, "extends", $"a chain of more than {MostParents} files", $"at most {MostParents}", "join some of them");
                return null;
            }
            if (!File.Exists(parentPath))
            {
                problems.Add(parent.Place, "extends", $"{Quoted.Of(parent.Text)}, which does not exist", "the name of a file, seen from this file's folder", NearestParent(parentPath));
                return null;
            }
            (path, shownAs) = (parentPath, parentShown);
            if (YamlReader.ReadFile(parentPath, parentShown, problems, ReadingLimits.Beside) is not { } next) return null;
            node = next;
        }
        MapNode document = layers.Pop();
        while (layers.TryPop(out MapNode? above)) document = Layering.Lay(vocabulary.Root, document, above);
        return document;
    }

    private static string NearestParent(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder)) return "its folder does not exist either";
        return YamlReader.NearestIn(folder, path) is { } near ? $"did you mean {Quoted.Of(near)}?" : "check its name";
    }
}
