namespace Interphase.Descriptions;

/// <summary>A section as a file filled it: settings by field, sections within by name. Later stages add what they complete; nothing is ever taken away.</summary>
public sealed class Description
{
    private readonly Dictionary<IField, ISetting> settings = [];
    private readonly Dictionary<string, List<Description>> sections = new(StringComparer.Ordinal);

    /// <summary>An empty description of a section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="path">Its dotted path; empty for the root.</param>
    /// <param name="place">Where it is written.</param>
    public Description(Section section, string path, Place place) => (Section, Path, Place) = (section, path, place);

    /// <summary>The section.</summary>
    public Section Section { get; }

    /// <summary>The dotted path; empty for the root.</summary>
    public string Path { get; }

    /// <summary>Where it is written.</summary>
    public Place Place { get; }

    /// <summary>The setting of a field, or null when nobody gave or completed one.</summary>
    public Setting<T>? Get<T>(Field<T> field)
        where T : notnull => settings.TryGetValue(field, out ISetting? setting) ? (Setting<T>)setting : null;

    /// <summary>Whether a field has a value.</summary>
    public bool Has(IField field) => settings.ContainsKey(field);

    /// <summary>The only section of that name, or the first of several; null when there is none.</summary>
    public Description? Within(string name) => sections.TryGetValue(name, out List<Description>? list) ? list[0] : null;

    /// <summary>All sections of that name, in the order written.</summary>
    public IReadOnlyList<Description> All(string name) => sections.TryGetValue(name, out List<Description>? list) ? list : [];

    /// <summary>The path of a field of this section.</summary>
    public string PathOf(IField field) => Path.Length == 0 ? field.Name : $"{Path}.{field.Name}";

    /// <summary>Where a field's value is written, or where the section is.</summary>
    public Place PlaceOf(IField field) => settings.TryGetValue(field, out ISetting? setting) && setting.Origin.Place is { } place ? place : Place;

    /// <summary>Sets a value that was completed or taken by default.</summary>
    public void Set(ISetting setting) => settings[setting.Field] = setting;

    /// <summary>Adds a section within.</summary>
    public void Add(Description section)
    {
        if (!sections.TryGetValue(section.Section.Name, out List<Description>? list)) sections[section.Section.Name] = list = [];
        list.Add(section);
    }

    /// <summary>Every setting below here with its path, sections in the order of their declaration.</summary>
    public IEnumerable<(string Path, ISetting Setting)> Settings()
    {
        foreach (IField field in Section.Fields.Concat(Section.Library?.Fields ?? []))
            if (settings.TryGetValue(field, out ISetting? setting)) yield return (PathOf(field), setting);
        foreach (Section section in Section.Sections.Concat(Section.Library?.Sections ?? []))
            foreach (Description within in All(section.Name))
                foreach ((string Path, ISetting Setting) setting in within.Settings()) yield return setting;
    }
}
