using System.Text;

namespace Interphase.Cells.Tests;

/// <summary>A folder of its own with the examples in it, gone when the test is over.</summary>
internal sealed class Scratch : IDisposable
{
    public static readonly string Examples = FindExamples();

    public Scratch()
    {
        Folder = Directory.CreateTempSubdirectory("interphase-").FullName;
        foreach (string file in Directory.EnumerateFiles(Examples, "*.yaml")) File.Copy(file, this[Path.GetFileName(file)]);
    }

    public string Folder { get; }

    public string this[string name] => Path.Combine(Folder, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string FindExamples()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Interphase.slnx"))) folder = Path.GetDirectoryName(folder);
        return Path.Combine(folder ?? throw new DirectoryNotFoundException("the repository's root"), "examples");
    }
}
