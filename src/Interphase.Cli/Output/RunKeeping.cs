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
        if (!File.Exists(path))
        {
            error.WriteLine($"{path}: no run that could go on; it begins anew");
            return RunJournal.Begin(path, fingerprint, interval);
        }
        if (RunJournal.Resume(path, fingerprint, interval, out string? fault) is { } journal)
        {
            // The tables that the ended run was writing.
            string folder = Path.GetDirectoryName(Path.GetFullPath(path))!, name = Path.GetFileNameWithoutExtension(path);
            foreach (string table in (ReadOnlySpan<string>)["bdf", "cycles"])
                foreach (string left in Directory.EnumerateFiles(folder, $"{name}.{table}.csv.*.partial")) File.Delete(left);
            return journal;
        }
        problems.Add(new Place(path), "", fault!, "the journal of this run", "leave --resume out to begin anew");
        return null;
    }
}
