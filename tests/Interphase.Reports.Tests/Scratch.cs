namespace Interphase.Reports.Tests;

/// <summary>A folder of its own, gone when the test is over.</summary>
internal sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("interphase-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    public string[] Files => [.. Directory.EnumerateFileSystemEntries(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
