namespace Interphase.Descriptions;

/// <summary>All that a file may say: the sections which the rooms in use have declared.</summary>
public sealed class Vocabulary
{
    private Vocabulary(Section root) => Root = root;

    /// <summary>The section of the whole file.</summary>
    public Section Root { get; }

    /// <summary>Joins the declarations of rooms; each room lists its own, none knows another's.</summary>
    /// <exception cref="ArgumentException">Two rooms declare the same field, or one declares into a section that nobody has: mistakes of the program.</exception>
    public static Vocabulary From(IEnumerable<Declaration> declarations)
    {
        var root = new Section("", "The whole file.");
        foreach (Declaration declaration in declarations)
            root = Into(root, declaration.Parent.Length == 0 ? [] : declaration.Parent.Split('.'), declaration.Section, declaration.Parent);
        return new Vocabulary(root);
    }

    /// <summary>The nearest path to one that is not known, or null.</summary>
    public string? Nearest(string path) => Names.Nearest(path, Root.Paths());

    private static Section Into(Section at, ReadOnlySpan<string> path, Section added, string whole)
    {
        if (path.Length == 0) return added.Name.Length == 0 ? Merged(at, added) : Replaced(at, at.Within(added.Name) is { } existing ? Merged(existing, added) : added);
        Section child = at.Within(path[0]) ?? throw new ArgumentException($"a section is declared into `{whole}`, which nobody declares before it");
        return Replaced(at, Into(child, path[1..], added, whole));
    }

    private static Section Merged(Section existing, Section added)
    {
        foreach (IField field in added.Fields)
            if (existing.Field(field.Name) is not null) throw new ArgumentException($"the field `{field.Name}` of section `{existing.Name}` is declared twice");
        Section merged = existing with { Fields = existing.Fields.AddRange(added.Fields), Shorthand = existing.Shorthand ?? added.Shorthand };
        foreach (Section section in added.Sections) merged = Replaced(merged, merged.Within(section.Name) is { } same ? Merged(same, section) : section);
        return merged;
    }

    private static Section Replaced(Section parent, Section child)
    {
        for (int i = 0; i < parent.Sections.Length; i++)
            if (parent.Sections[i].Name == child.Name) return parent with { Sections = parent.Sections.SetItem(i, child) };
        return parent with { Sections = parent.Sections.Add(child) };
    }
}
