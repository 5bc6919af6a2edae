namespace Interphase.Cli.Tests;

/// <summary>The repository that the tests stand in.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    public static string[] Examples { get; } = [.. Directory.EnumerateFiles(Path.Combine(Root, "examples"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> EveryExample => [.. Examples];

    public static string Example(string name) => Path.Combine(Root, "examples", name + ".yaml");

    public static string[] Projects(string folder) => [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Interphase.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("no folder above the tests holds Interphase.slnx");
    }
}
