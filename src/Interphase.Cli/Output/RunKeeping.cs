using Interphase.Cells;
using Interphase.Descriptions;

namespace Interphase.Cli;

/// <summary>Whether a run is to go on from where it was ended, and how often it writes a place for that.</summary>
/// <param name="Resume">Whether it goes on.</param>
/// <param name="Interval">s between two places.</param>
internal sealed record RunKeeping(bool Resume, double Interval)
{
    /// <summary>The journal of a run; null after a problem.</summary>
    public RunJournal? Open(string path, Lazy<string> fingerprint, Problems problems, TextWriter error)
    {
        TimeSpan interval = TimeSpan.FromSeconds(Interval);
        if (!Resume) return RunJournal.Begin(path, fingerprint, interval);
        Clear(path);
        if (!File.Exists(path))
        {
            error.WriteLine($"{path}: no run that could go on; it begins anew");
            return RunJournal.Begin(path, fingerprint, interval);
        }
        if (RunJournal.Resume(path, fingerprint, interval, out string? fault) is { } journal) return journal;
        problems.Add(new Place(path), "", fault!, "the journal of this run", "leave --resume out to begin anew");
        return null;
    }

    // What the ended run was writing, whether or not it had come to a place to go on from.
    private static void Clear(string journal)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(journal))!, name = Path.GetFileNameWithoutExtension(journal);
        if (!Directory.Exists(folder)) return;
        foreach (string half in (string[])[$"{Path.GetFileName(journal)}{RunJournal.Begun}", $"{name}.bdf.csv.*.partial", $"{name}.report.html.*.partial", $"{name}.cycles.csv.*.partial", $"{name}.result.json.*.tmp"])
            foreach (string left in Directory.EnumerateFiles(folder, half)) File.Delete(left);
    }
}
