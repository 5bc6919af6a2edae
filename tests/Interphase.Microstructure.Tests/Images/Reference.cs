using System.Text.Json.Nodes;

namespace Interphase.Microstructure.Tests;

/// <summary>The folder of reference results and public images.</summary>
internal static class Reference
{
    public static string Folder { get; } = Environment.GetEnvironmentVariable("INTERPHASE_REFERENCE") ?? Path.Combine(Root(), "..", "shared");

    /// <summary>A reference file; the test is skipped where it is absent.</summary>
    public static string File(params string[] parts)
    {
        string file = Path.Combine([Folder, .. parts]);
        Assert.SkipUnless(System.IO.File.Exists(file), $"no {file}; INTERPHASE_REFERENCE names the reference folder");
        return file;
    }

    /// <summary>The reference files whose names end so; the test is skipped where there are none.</summary>
    public static string[] Files(string folder, string ending)
    {
        string whole = Path.Combine([Folder, .. folder.Split('/')]);
        string[] files = Directory.Exists(whole) ? [.. Directory.EnumerateFiles(whole, $"*{ending}").Order(StringComparer.Ordinal)] : [];
        Assert.SkipUnless(files.Length > 0, $"no {whole}/*{ending}; INTERPHASE_REFERENCE names the reference folder");
        return files;
    }

    public static JsonNode Results(string path) => JsonNode.Parse(System.IO.File.ReadAllText(path))!;

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder, "Interphase.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? ".";
    }
}
