using System.Diagnostics;

namespace Interphase.Bench;

/// <summary>Times a piece of real work: the median of several rounds, each long enough for the clock.</summary>
internal static class Measurement
{
    private const int Rounds = 21;
    private const double RoundSeconds = 0.02;

    /// <summary>Median seconds of one call of <paramref name="work"/>, warm.</summary>
    public static double Median(Action work)
    {
        var watch = Stopwatch.StartNew();
        int calls = 0;
        while (watch.Elapsed.TotalSeconds < 0.3)
        {
            work();
            calls++;
        }
        int perRound = Math.Max(1, (int)(calls * RoundSeconds / watch.Elapsed.TotalSeconds));
        double[] seconds = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            watch.Restart();
            for (int call = 0; call < perRound; call++) work();
            seconds[round] = watch.Elapsed.TotalSeconds / perRound;
        }
        Array.Sort(seconds);
        return seconds[Rounds / 2];
    }

    /// <summary>Median seconds of work that takes long, called so many times after one that does not count.</summary>
    public static double Long(Action work, int times)
    {
        work();
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            work();
            seconds[i] = watch.Elapsed.TotalSeconds;
        }
        Array.Sort(seconds);
        return seconds[times / 2];
    }

    /// <summary>Median seconds of a whole process, its output thrown away; null when it does not start or fails.</summary>
    public static double? MedianProcess(string file, params string[] arguments)
    {
        double[] seconds = new double[Rounds];
        for (int round = -1; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            using Process process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0) return null;
            if (round >= 0) seconds[round] = watch.Elapsed.TotalSeconds;
        }
        Array.Sort(seconds);
        return seconds[Rounds / 2];
    }
}
