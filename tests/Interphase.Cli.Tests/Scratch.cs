namespace Interphase.Cli.Tests;

/// <summary>An empty folder, gone when the test is over.</summary>
internal sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("interphase-cli-").FullName;

    public string[] Files => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    public string this[string name] => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>The repository's examples in a folder of that name, as a user in a checkout has them.</summary>
    public Scratch WithExamples()
    {
        Directory.CreateDirectory(this["examples"]);
        foreach (string name in Repository.Examples) File.Copy(Repository.Example(name), this[$"examples/{name}.yaml"]);
        Directory.CreateDirectory(this["examples/reference"]);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "examples", "reference"))) File.Copy(file, Path.Combine(this["examples/reference"], Path.GetFileName(file)));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
