using System.Text.Json.Nodes;
using Interphase.Descriptions;

namespace Interphase.Thermodynamics.Tests;

/// <summary>The folder of reference results, and short ways to formulas.</summary>
internal static class Reference
{
    public static ChemicalFormula Formula(string text) => ChemicalFormula.TryParse(text, out ChemicalFormula? formula, out FormulaError? error) ? formula : throw new ArgumentException(error.ToString());

    public static string Folder { get; } = Environment.GetEnvironmentVariable("INTERPHASE_REFERENCE") ?? Path.Combine(Root(), "..", "shared");

    /// <summary>A reference file; the test is skipped where it is absent.</summary>
    public static string File(params string[] parts)
    {
        string file = Path.Combine([Folder, .. parts]);
        Assert.SkipUnless(System.IO.File.Exists(file), $"no {file}; INTERPHASE_REFERENCE names the reference folder");
        return file;
    }

    public static JsonNode Results(string name) => JsonNode.Parse(System.IO.File.ReadAllText(File("reference", "thermo", name)))!;

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder, "Interphase.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? ".";
    }
}
