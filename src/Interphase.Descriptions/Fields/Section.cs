using System.Collections.Immutable;

namespace Interphase.Descriptions;

/// <summary>A table of fields and of further sections under one name.</summary>
/// <param name="Name">The last part of its path; empty for the root.</param>
/// <param name="Summary">One line of documentation.</param>
public sealed record Section(string Name, string Summary)
{
    /// <summary>How often a repeated section may stand in its list.</summary>
    public const int MostRepeated = 100;

    /// <summary>The fields.</summary>
    public ImmutableArray<IField> Fields { get; init; } = [];

    /// <summary>The sections within.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>Whether the section may stand several times, as a list.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The field that a bare value stands for: <c>carbon: Ketjen black</c> names the material.</summary>
    public IField? Shorthand { get; init; }

    /// <summary>
    /// The section of the templates that may fill this one (a material's properties), or null. Its fields may stand here too and then
    /// override the template that <see cref="Shorthand"/> names.
    /// </summary>
    public Section? Library { get; init; }

    /// <summary>The field of that name, here or in the library's section, or null.</summary>
    public IField? Field(string name) => Fields.FirstOrDefault(field => field.Name == name) ?? Library?.Field(name);

    /// <summary>The section of that name within, here or in the library's section, or null.</summary>
    public Section? Within(string name) => Sections.FirstOrDefault(section => section.Name == name) ?? Library?.Within(name);

    /// <summary>Every field and section name that may stand here.</summary>
    public IEnumerable<string> Keys => Fields.Select(known => known.Name).Concat(Sections.Select(section => section.Name)).Concat(Library?.Keys ?? []);

    /// <summary>Every path below this section, for finding the nearest one.</summary>
    public IEnumerable<string> Paths(string prefix = "")
    {
        foreach (IField field in Fields) yield return prefix + field.Name;
        foreach (Section section in Sections)
            foreach (string path in section.Paths(prefix + section.Name + (section.IsRepeated ? "[0]." : "."))) yield return path;
        if (Library is null) yield break;
        foreach (string path in Library.Paths(prefix)) yield return path;
    }
}
