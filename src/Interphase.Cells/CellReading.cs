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
}
