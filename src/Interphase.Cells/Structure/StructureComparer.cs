using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>Holds a structure against the closed forms of a cell's composite.</summary>
public static class StructureComparer
{
    /// <summary>What the structure says and what the closed forms say, with the conductivities of the cell's materials; empty where the electrode is no composite.</summary>
    /// <param name="file">The structure.</param>
    /// <param name="reading">The cell.</param>
    /// <param name="electrode">Its electrode: cathode or anode.</param>
    public static ImmutableArray<FigureComparison> Compare(StructureFile file, CellReading reading, string electrode) =>
        Composite(reading, electrode) is var (section, design, content) ? FiguresDesigner.Compare(file, section, design, reading.Design!.Temperature, content) : [];

    /// <summary>What the materials of an electrode conduct, S/m, by role, at the cell's temperature and lithium content; empty where it is no composite.</summary>
    /// <param name="reading">The cell.</param>
    /// <param name="electrode">Its electrode: cathode or anode.</param>
    /// <param name="ions">Whether ions are asked for, and not electrons.</param>
    public static ImmutableDictionary<string, double> Conductivities(CellReading reading, string electrode, bool ions)
    {
        if (Composite(reading, electrode) is not var (section, design, content)) return ImmutableDictionary<string, double>.Empty;
        double temperature = reading.Design!.Temperature;
        IEnumerable<OwnConductivity> own = !ions ? EffectiveTransport.Electronic(section, design, temperature, content) : EffectiveTransport.Ionic(section, design, temperature) is { } ion ? [ion] : [];
        return own.ToImmutableDictionary(each => each.Role, each => each.Value);
    }

    private static (Description Section, CompositeDesign Design, double Content)? Composite(CellReading reading, string electrode)
    {
        if (reading is not { Description: { } cell, Design: { } design } || cell.Within(electrode) is not { } section || (electrode == CellSections.Cathode ? design.Cathode : design.Anode) is not { } composite) return null;
        Description? active = section.Within(CellSections.Active);
        double? start = cell.Within(CellSections.Initial)?.Get(electrode == CellSections.Cathode ? CellFields.InitialCathode : CellFields.InitialAnode)?.Value.Content;
        return (section, composite, start ?? active?.Get(MaterialFields.InitialLithium)?.Value.Si ?? 1);
    }
}
