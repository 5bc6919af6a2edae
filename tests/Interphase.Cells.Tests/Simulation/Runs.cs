using System.Globalization;
using System.Runtime.CompilerServices;
using Interphase.Descriptions;
using Interphase.Measurements;

namespace Interphase.Cells.Tests;

/// <summary>Runs cell files and texts.</summary>
internal static class Runs
{
    public static string Examples([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "examples");

    /// <summary>A file of examples/reference with its own protocol, or another one.</summary>
    public static (RunCollector Result, RunEnd End, CellSimulator Simulator) Reference(string name, string[]? protocol = null, params string[] overrides) =>
        File(Path.Combine(Examples(), "reference", $"{name}.yaml"), protocol, overrides);

    public static (RunCollector Result, RunEnd End, CellSimulator Simulator) File(string path, string[]? protocol = null, params string[] overrides)
    {
        CellReading reading = CellReader.Read(path, overrides);
        reading.Problems.ShouldBeEmpty();
        var problems = new Problems();
        Protocol? steps = protocol is null ? reading.Protocol : ProtocolReader.FromSentences(protocol, reading.Design!, problems);
        problems.ShouldBeEmpty();
        CellSimulator? simulator = CellSimulator.Prepare(reading, problems);
        problems.ShouldBeEmpty();
        var result = new RunCollector("run");
        RunEnd end = simulator!.Run(steps!, result);
        result.Complete();
        return (result, end, simulator);
    }

    /// <summary>A column at a time, by straight lines between rows.</summary>
    public static double At(Recording series, Column column, double time, ref int row)
    {
        ReadOnlySpan<double> times = series[Columns.TestTime], values = series[column];
        while (row + 2 < times.Length && times[row + 1] < time) row++;
        double share = times[row + 1] > times[row] ? (time - times[row]) / (times[row + 1] - times[row]) : 0;
        return values[row] + share * (values[row + 1] - values[row]);
    }

    public static double[][] Curve(string name)
    {
        string resource = Array.Find(typeof(Runs).Assembly.GetManifestResourceNames(), each => each.EndsWith(name, StringComparison.Ordinal))!;
        using var reader = new StreamReader(typeof(Runs).Assembly.GetManifestResourceStream(resource)!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray())];
    }
}
