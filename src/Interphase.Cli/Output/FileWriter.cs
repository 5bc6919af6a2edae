namespace Interphase.Cli;

/// <summary>Writes files so that a reader never sees half of one: to a temporary name beside it, then renamed.</summary>
internal static class FileWriter
{
    public static string Write(DirectoryInfo folder, string name, string text)
    {
        folder.Create();
        string path = Path.Combine(folder.FullName, name), temporary = path + $".{Environment.ProcessId}.tmp";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
        return Path.Combine(folder.ToString(), name);
    }
}
