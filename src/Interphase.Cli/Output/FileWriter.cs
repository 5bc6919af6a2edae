using Interphase.Descriptions;

namespace Interphase.Cli;

/// <summary>Writes files so that a reader never sees half of one: to a temporary name beside it, then renamed.</summary>
internal static class FileWriter
{
    /// <summary>The file's name for the user; null after a problem, since a folder that cannot be written is the input's fault.</summary>
    public static string? Write(DirectoryInfo folder, string name, string text, Problems problems) => Write(folder, name, temporary => File.WriteAllText(temporary, text), problems);

    /// <summary>The same of bytes.</summary>
    public static string? Write(DirectoryInfo folder, string name, byte[] bytes, Problems problems) => Write(folder, name, temporary => File.WriteAllBytes(temporary, bytes), problems);

    private static string? Write(DirectoryInfo folder, string name, Action<string> write, Problems problems)
    {
        string path = Path.Combine(folder.FullName, name), temporary = path + $".{Environment.ProcessId}.tmp";
        try
        {
            folder.Create();
            write(temporary);
            File.Move(temporary, path, overwrite: true);
            return Path.Combine(folder.ToString(), name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (File.Exists(temporary)) File.Delete(temporary);
            problems.Add(new Place(Path.Combine(folder.ToString(), name)), "", "no way to write it", "a folder that can be written", "name another with --out");
            return null;
        }
    }
}
