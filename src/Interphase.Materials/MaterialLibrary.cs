using System.Collections.Immutable;
using System.Reflection;
using Interphase.Descriptions;

namespace Interphase.Materials;

/// <summary>
/// The materials by name: those that came with the program, and those of a folder <c>materials/</c> beside a cell file, which add to
/// them or override them by name. A file is read when its material is first asked for.
/// </summary>
public sealed class MaterialLibrary : ITemplates
{
    private const int MostBeside = 1_000;
    private const string EmbeddedFolder = "data/materials/";
    private readonly Dictionary<string, Entry> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Entry> entries = [];
    private readonly Lazy<SourceList> sources;
    private readonly string? sourcesBeside;

    private MaterialLibrary(string? folder, Problems problems)
    {
        foreach (string resource in Resources.GetManifestResourceNames().Where(name => name.StartsWith("materials/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            Add(new Entry(EmbeddedFolder + resource["materials/".Length..], () => ReadResource(resource)));
        if (folder is not null && Directory.Exists(folder))
        {
            foreach (string file in Listed(folder, problems))
            {
                if (Path.GetFileName(file) == "sources.yaml") sourcesBeside = file;
                else AddBeside(file, problems);
            }
        }
        sources = new Lazy<SourceList>(() => ReadSources(problems));
    }

    private static Assembly Resources => typeof(MaterialLibrary).Assembly;

    /// <summary>The library that came with the program.</summary>
    public static MaterialLibrary BuiltIn() => new(null, new Problems());

    /// <summary>The library as a cell file in <paramref name="folder"/> sees it.</summary>
    /// <param name="folder">The folder of the cell file; its sub-folder <c>materials</c> is read if there is one.</param>
    /// <param name="problems">Receives what is wrong with files there.</param>
    public static MaterialLibrary Beside(string folder, Problems problems) => new(Path.Combine(folder, "materials"), problems);

    /// <summary>The names of all materials.</summary>
    public IReadOnlyList<string> MaterialNames => [.. entries.Select(entry => entry.Name).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The sources that values may name.</summary>
    public SourceList Sources => sources.Value;

    /// <summary>Whether a name or alias is known.</summary>
    public bool Has(string name) => byName.ContainsKey(name);

    /// <summary>The name nearest to one that is not known, or null.</summary>
    public string? Nearest(string name) => Names.Nearest(name, byName.Keys);

    /// <summary>A material by name or alias; null when it is not known or after problems.</summary>
    public Material? Find(string name, Problems problems)
    {
        if (!byName.TryGetValue(name, out Entry? entry) || entry.Node(problems) is not { } node) return null;
        Description description = Describe(entry, node, problems);
        return new Material(
            description.Get(MaterialSections.Name)?.Value ?? entry.Name,
            description.Get(MaterialSections.Aliases)?.Value ?? [],
            description.Get(MaterialSections.RoleNames)?.Value ?? [],
            description.Get(MaterialSections.Summary)?.Value ?? "",
            entry.File,
            description);
    }

    MapNode? ITemplates.Find(string name, Section section, Place place, string path, Problems problems)
    {
        if (!byName.TryGetValue(name, out Entry? entry))
        {
            problems.Add(place, path, $"the material {Quoted.Of(name)}", "a material of the library", Nearest(name) is { } near ? $"did you mean {Quoted.Of(near)}?" : "interphase materials lists them");
            return null;
        }
        if (entry.Node(problems) is not { } node || !IsSound(entry, node, problems)) return null;
        Section wanted = section.Library!;
        string[] roles = node["roles"] is ListNode list ? [.. list.Items.OfType<ScalarNode>().Select(item => item.Text)] : [];
        if (!MaterialSections.Roles.Any(role => ReferenceEquals(role.Properties, wanted) && roles.Contains(role.Role)))
        {
            string others = string.Join(", ", entries.Where(other => other.Roles.Any(role => MaterialSections.Roles.Any(known => known.Role == role && ReferenceEquals(known.Properties, wanted)))).Select(other => Quoted.Of(other.Name)).Take(4));
            string article = wanted.Name[0] is 'a' or 'e' or 'i' ? "an" : "a";
            problems.Add(place, path, $"{Quoted.Of(entry.Name)}, which is {(roles.Length == 0 ? "of no role" : Quoted.Cut(string.Join(", ", roles)))}", wanted.Name == "active" ? "an active material" : $"{article} {wanted.Name}", others.Length > 0 ? $"such as {others}" : "");
            return null;
        }
        var known = wanted.Keys.ToHashSet(StringComparer.Ordinal);
        return node with { Entries = [.. node.Entries.Where(part => known.Contains(part.Key)).Prepend(new MapEntry(section.Shorthand!.Name, node.Place, new ScalarNode(node.Place, entry.Name)))] };
    }

    // What came with the program is held by tests; what lies beside a cell is checked whole when it is first used, or a misspelt key would be dropped without a word.
    private bool IsSound(Entry entry, MapNode node, Problems problems)
    {
        if (!entry.IsBeside) return true;
        if (entry.IsSound is { } known) return known;
        int before = problems.Count + problems.Unlisted;
        Describe(entry, node, problems);
        entry.IsSound = problems.Count + problems.Unlisted == before;
        return entry.IsSound.Value;
    }

    private Description Describe(Entry entry, MapNode node, Problems problems)
    {
        Description description = new DescriptionReader(MaterialSections.Vocabulary, null).Describe(node, entry.File, problems);
        Sources.Check(description, problems);
        return description;
    }

    private static string[] Listed(string folder, Problems problems)
    {
        try
        {
            string[] files = [.. Directory.EnumerateFiles(folder, "*.yaml").Take(MostBeside + 1)];
            if (files.Length <= MostBeside) return [.. files.Order(StringComparer.Ordinal)];
            problems.Add(new Place("materials"), "", $"more than {MostBeside} files", $"at most {MostBeside} materials beside a cell file", "is it the right folder?");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Place("materials"), "", "a folder that cannot be listed", "one that can be read", "check its permissions");
        }
        return [];
    }

    private void AddBeside(string file, Problems problems)
    {
        string shown = Path.Combine("materials", Path.GetFileName(file));
        if (YamlReader.ReadFile(file, shown, problems, ReadingLimits.Beside) is not { } node) return;
        if (node is not MapNode map || map["name"] is not ScalarNode { IsEmpty: false })
        {
            problems.Add(node.Place, "", "a material without a name", "`name: ...` in its first line", "");
            return;
        }
        Add(new Entry(shown, map));
    }

    private void Add(Entry entry)
    {
        // What is overridden answers to none of its names any more, or an alias would still lead to the old values.
        if (entries.Find(other => Same(other.Name, entry.Name)) is { } replaced)
        {
            entries.Remove(replaced);
            foreach (string name in byName.Where(known => ReferenceEquals(known.Value, replaced)).Select(known => known.Key).ToArray()) byName[name] = entry;
        }
        entries.Add(entry);
        byName[entry.Name] = entry;
        // A name is worth more than another's alias.
        foreach (string alias in entry.Aliases)
            if (!entries.Exists(other => Same(other.Name, alias))) byName[alias] = entry;

        static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
    }

    private SourceList ReadSources(Problems problems)
    {
        var list = new SourceList();
        if (YamlReader.ReadText(ReadResource("sources.yaml"), "data/sources.yaml", problems) is { } node) list.Add(node, problems);
        if (sourcesBeside is not null && YamlReader.ReadFile(sourcesBeside, "materials/sources.yaml", problems, ReadingLimits.Beside) is { } beside) list.Add(beside, problems);
        return list;
    }

    private static string ReadResource(string name)
    {
        using var reader = new StreamReader(Resources.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    // Name, aliases and roles stand in the first lines of a built-in file, one line each (a test holds that), so that finding a
    // material does not mean parsing the whole library.
    private sealed class Entry
    {
        private readonly Lazy<string>? text;
        private MapNode? node;

        public Entry(string file, Func<string> read)
        {
            File = file;
            text = new Lazy<string>(read);
            using var lines = new StringReader(text.Value);
            for (int i = 0; i < 8 && lines.ReadLine() is { } line; i++)
            {
                if (line.StartsWith("name: ", StringComparison.Ordinal)) Name = line[6..].Trim().Trim('"', '\'');
                else if (line.StartsWith("aliases: [", StringComparison.Ordinal)) Aliases = Listed(line);
                else if (line.StartsWith("roles: [", StringComparison.Ordinal)) Roles = Listed(line);
            }
        }

        public Entry(string file, MapNode read)
        {
            File = file;
            node = read;
            Name = ((ScalarNode)read["name"]!).Text;
            Aliases = Texts("aliases");
            Roles = Texts("roles");
            ImmutableArray<string> Texts(string key) => read[key] is ListNode list ? [.. list.Items.OfType<ScalarNode>().Select(item => item.Text)] : [];
        }

        public string File { get; }

        public bool IsBeside => text is null;

        public bool? IsSound { get; set; }

        public string Name { get; } = "";

        public ImmutableArray<string> Aliases { get; } = [];

        public ImmutableArray<string> Roles { get; } = [];

        public MapNode? Node(Problems problems) => node ??= YamlReader.ReadText(text!.Value, File, problems) as MapNode;

        // A comma within quotes belongs to the name: poly(3,4-ethylenedioxythiophene).
        private static ImmutableArray<string> Listed(string line)
        {
            var names = ImmutableArray.CreateBuilder<string>();
            int start = line.IndexOf('[', StringComparison.Ordinal) + 1, end = line.LastIndexOf(']');
            char quote = '\0';
            for (int i = start; i <= end; i++)
            {
                if (i == end || (quote == '\0' && line[i] == ','))
                {
                    names.Add(line[start..i].Trim().Trim('"', '\''));
                    start = i + 1;
                }
                else if (quote == line[i]) quote = '\0';
                else if (quote == '\0' && line[i] is '"' or '\'') quote = line[i];
            }
            return names.ToImmutable();
        }
    }
}
