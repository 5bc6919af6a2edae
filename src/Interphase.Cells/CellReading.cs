using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>A cell file as read: its description and design, or what is wrong with it.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Description">The description, completed; null after problems that leave nothing to describe.</param>
/// <param name="Design">The design figures; null after problems.</param>
/// <param name="Library">The library as the file sees it.</param>
/// <param name="Problems">What is wrong; empty when all is well.</param>
public sealed record CellReading(string File, Description? Description, CellDesign? Design, MaterialLibrary Library, Problems Problems)
{
    /// <summary>The protocol that the file carries, held against the cell; null where it carries none, and after problems.</summary>
    public Protocol? Protocol { get; init; }

    /// <summary>
    /// The same, seen as a run would see it: what the equations take for granted is completed in the description, and what they lack is a problem where the file says what is to be done to the cell, else a remark, for a cell may be
    /// meant for its design alone.
    /// </summary>
    public CellReading Rehearsed()
    {
        if (Description is null || Design is null || Problems.Count > 0) return this;
        var lacks = new Problems();
        CellSimulator.Prepare(this, lacks);
        if (lacks.Count == 0) return this;
        if (Protocol is null) return this with { Design = Design with { Remarks = [.. Design.Remarks, .. lacks.Select(lack => new Remark("", $"a run would refuse it: {lack}", lack.Place))] } };
        foreach (Problem lack in lacks) Problems.Add(lack);
        return this with { Design = null };
    }
}
