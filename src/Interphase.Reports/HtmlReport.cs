using System.Text;

namespace Interphase.Reports;

/// <summary>
/// Writes a report as one HTML page that needs nothing else: no font, no picture, no script from outside. The same report gives the same bytes. The page is
/// well-formed XML as well; all text from outside is escaped.
/// </summary>
public static class HtmlReport
{
    /// <summary>The page.</summary>
    /// <param name="report">What it tells.</param>
    /// <returns>An HTML document.</returns>
    /// <exception cref="ArgumentException">A recording has no time, voltage or current.</exception>
    public static string Render(Report report) => PageWriter.Write(report);

    /// <summary>A page of tables and pictures.</summary>
    /// <param name="page">What it tells.</param>
    /// <returns>An HTML document.</returns>
    public static string Render(TextPage page) => TextPageWriter.Write(page);

    /// <summary>A page on which a box of voxels can be turned, cut open and leafed through. It holds a script, which asks nothing of the network.</summary>
    /// <param name="page">What it shows.</param>
    /// <returns>An HTML document.</returns>
    public static string Render(StructurePage page) => StructurePageWriter.Write(page);

    /// <summary>Writes the page to a file, in UTF-8. It appears under its name when it is complete, over an older one; a failure leaves what was there and nothing beside it.</summary>
    /// <param name="report">What it tells.</param>
    /// <param name="path">Where it will stand.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Write(Report report, string path)
    {
        var page = Render(report);
        var target = Path.GetFullPath(path);
        var temporary = $"{target}.{Guid.NewGuid().ToString("N")[..8]}.partial";
        try
        {
            File.WriteAllText(temporary, page, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
