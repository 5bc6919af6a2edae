using System.Diagnostics;
using System.Globalization;

namespace Interphase.Cli;

/// <summary>A line that tells how far a run is, on a terminal alone; it goes away when the run has ended.</summary>
internal sealed class Progress(TextWriter error, string name, int steps, bool isShown)
{
    private const int Width = 28, Interval = 100;

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private long last = -Interval;
    private bool drawn;

    public void Tell(int step, double time)
    {
        if (!isShown || watch.ElapsedMilliseconds - last < Interval) return;
        last = watch.ElapsedMilliseconds;
        drawn = true;
        double share = steps > 0 ? Math.Clamp((step - 1.0) / steps, 0, 1) : 0;
        int filled = (int)(share * Width);
        string of = steps > 0 ? $" of {steps}" : "";
        error.Write($"\r{name} [{new string('#', filled)}{new string('.', Width - filled)}] step {step}{of}, {(time / 3600).ToString("0.00", CultureInfo.InvariantCulture)} h   ");
    }

    public void Done()
    {
        if (drawn) error.Write($"\r{new string(' ', name.Length + Width + 50)}\r");
    }
}
