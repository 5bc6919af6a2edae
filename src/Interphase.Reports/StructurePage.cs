using Interphase.Microstructure;

namespace Interphase.Reports;

/// <summary>A page that shows a box of voxels: to be turned and cut open, and slice by slice. It is data; <see cref="HtmlReport"/> writes the page.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Image">What is shown.</param>
public sealed record StructurePage(string Title, VoxelImage Image)
{
    /// <summary>Fibres that are thinner than voxels, drawn as lines; null without any.</summary>
    public FibreLines? Lines { get; init; }

    /// <summary>A few sentences under the heading; may be empty.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>The program that made it, for the foot.</summary>
    public string Program { get; init; } = "Interphase";

    /// <summary>The version of that program; this room's unless told otherwise.</summary>
    public string Version { get; init; } = typeof(StructurePage).Assembly.GetName().Version?.ToString(3) ?? "";
}
