using Interphase.Microstructure;
using Interphase.Reports;

namespace Interphase.Cli;

/// <summary>The page on which a structure is turned and cut open.</summary>
internal static class StructurePages
{
    public static TextFile Of(VoxelImage image, string name, FibreLines? lines = null)
        => new($"{name}.structure.html", HtmlReport.Render(new StructurePage(name, image) { Lines = lines, Version = RunProvenance.Version }));
}
