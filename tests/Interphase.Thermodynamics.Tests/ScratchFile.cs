namespace Interphase.Thermodynamics.Tests;

/// <summary>A file that lasts as long as a test.</summary>
internal sealed class ScratchFile : IDisposable
{
    public ScratchFile(string text, string name = "phases.csv")
    {
        Folder = Directory.CreateTempSubdirectory("interphase-");
        Path = System.IO.Path.Combine(Folder.FullName, name);
        File.WriteAllText(Path, text);
    }

    public string Path { get; }

    private DirectoryInfo Folder { get; }

    public void Dispose() => Folder.Delete(recursive: true);
}
