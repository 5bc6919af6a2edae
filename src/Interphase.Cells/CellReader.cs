using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>Reads cell files.</summary>
public static class CellReader
{
    /// <summary>Reads a cell file with its parents, overrides and materials, checks it and derives its design.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overrides">Values that replace those of the file, as <c>path=value</c>.</param>
    public static CellReading Read(string path, params IReadOnlyList<string> overrides) => Read(path, true, overrides);

    /// <summary>The same without the structures that it cites, which need not exist: closed forms stand in their place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overrides">Values that replace those of the file, as <c>path=value</c>.</param>
    public static CellReading ReadWithoutStructures(string path, params IReadOnlyList<string> overrides) => Read(path, false, overrides);

    private static CellReading Read(string path, bool structures, IReadOnlyList<string> overrides)
    {
        var problems = new Problems();
        var given = new List<Override>();
        foreach (string text in overrides)
            if (Override.TryParse(text, problems, out Override parsed)) given.Add(parsed);
        string folder = ".";
        try
        {
            folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        }
        catch (Exception exception) when (exception is ArgumentException or PathTooLongException or NotSupportedException)
        {
            problems.Add(new Place(path.Length == 0 ? "(no name)" : path), "", "no name of a file", "a path", "");
        }
        MaterialLibrary library = MaterialLibrary.Beside(folder, problems);
        if (problems.Count > 0) return new CellReading(path, null, null, library, problems);
        var reader = new DescriptionReader(CellSections.Vocabulary, library);
        if (reader.Read(path, given, problems) is not { } description) return new CellReading(path, null, null, library, problems);
        Check(description, library, problems);
        CellDesign? design = problems.Count == 0 ? CellDesigner.Design(description, problems, structures) : null;
        Protocol? protocol = design is not null && description.Get(CellFields.Protocol) is { } script ? ProtocolReader.Resolve(script.Value, design, problems) : null;
        // A protocol that this cell cannot follow is the file's fault as much as a cell that cannot be.
        return new CellReading(path, description, problems.Count == 0 ? design : null, library, problems) { Protocol = protocol };
    }

    private static void Check(Description description, MaterialLibrary library, Problems problems)
    {
        library.Sources.Check(description, problems);
        Key(description, CellFields.Source);
        if (description.Within(CellSections.Stated) is { } stated)
            foreach (Description energy in stated.All(CellSections.Energies)) Key(energy, EnergyFields.Source);

        void Key(Description section, TextField field)
        {
            if (section.Get(field) is { } key) library.Sources.Check(key.Value, section.PlaceOf(field), section.PathOf(field), problems);
        }
    }
}
