using System.Diagnostics;
using System.Globalization;

namespace Interphase.Bench;

/// <summary>
/// A fixed piece of numerical work, by which figures from different machines can be compared: 40,000 tridiagonal solves of 400 unknowns, each with
/// 80 hyperbolic tangents. The same work in C is taken where the reference folder and a C compiler are at hand; it is the unit Y.
/// </summary>
internal static class Yardstick
{
    /// <summary>Y in seconds, and where it was measured; null with the reason.</summary>
    public static (double? Seconds, string From) Measure()
    {
        string source = Path.Combine(Environment.GetEnvironmentVariable("INTERPHASE_REFERENCE") ?? Path.Combine("..", "shared"), "tools", "yardstick.c");
        if (!File.Exists(source)) return (null, $"no {source}; INTERPHASE_REFERENCE names the reference folder");
        string binary = Path.Combine(Path.GetTempPath(), $"yardstick-{Environment.ProcessId}");
        try
        {
            using (Process compiler = Process.Start("cc", ["-O2", "-o", binary, source, "-lm"]))
            {
                compiler.WaitForExit();
                if (compiler.ExitCode != 0) return (null, "cc failed");
            }
            using Process run = Process.Start(new ProcessStartInfo(binary) { RedirectStandardOutput = true })!;
            string line = run.StandardOutput.ReadToEnd();
            run.WaitForExit();
            return (double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture) / 1e3, "cc -O2");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "no C compiler `cc`");
        }
        finally
        {
            File.Delete(binary);
        }
    }
}
