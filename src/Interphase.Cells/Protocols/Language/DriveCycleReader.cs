using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>Reads the table that a <c>drive cycle</c> names: a header with units, then rows; anything else is told with its line.</summary>
internal sealed class DriveCycleReader
{
    private const long MostBytes = 50_000_000;
    private const int MostRows = 1_000_000;
    private const int LongestLine = 10_000;
    private const int MostListed = 2_000;
    private const string Header = "a header such as `Test Time / s,Current / A`";

    // The one that is meant where a table has several times.
    private static readonly string[] TimeNames = ["test time", "time", "elapsed time", "total time", "step time", "unix time"];
    private static readonly Dictionary<string, string> MachineNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["test_time_second"] = "Test Time / s",
        ["step_time_second"] = "Step Time / s",
        ["unix_time_second"] = "Unix Time / s",
        ["current_ampere"] = "Current / A",
        ["power_watt"] = "Power / W",
    };

    private readonly string shown;
    private readonly Problems problems;

    private DriveCycleReader(string shown, Problems problems) => (this.shown, this.problems) = (shown, problems);

    /// <summary>The table; null after a problem.</summary>
    /// <param name="name">The file, seen from the folder of the file that names it.</param>
    /// <param name="namedAt">Where it is named.</param>
    /// <param name="subject">What messages call the protocol.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static DriveCycle? Read(string name, Place namedAt, string subject, Problems problems)
    {
        try
        {
            string folder = namedAt.File.StartsWith("--", StringComparison.Ordinal) ? "" : Path.GetDirectoryName(namedAt.File) ?? "";
            string shown = Path.Combine(folder, name);
            // A pipe or a device has no length, and opening it can wait for ever.
            FileSystemInfo file = new FileInfo(shown);
            if (file.LinkTarget is not null) file = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
            if (file is not FileInfo { Exists: true, Length: > 0 and <= MostBytes })
            {
                string found = Directory.Exists(shown) ? "which is a folder" : file is not FileInfo { Exists: true } regular ? "which does not exist" : regular.Length == 0 ? "which is empty or no file" : $"which has more than {MostBytes / 1_000_000} MB";
                problems.Add(namedAt, subject, $"{Quoted.Of(name)}, {found}", "a table of time and current or power, seen from the folder of the file that names it", Nearest(shown) is { } near ? $"did you mean {Quoted.Of(near)}?" : "");
                return null;
            }
            using var reader = new StreamReader(shown, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return new DriveCycleReader(shown, problems).Table(reader);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            problems.Add(namedAt, subject, $"{Quoted.Of(name)}, which cannot be read ({Quoted.Cut(exception.Message.TrimEnd('.'), 120)})", "a table in UTF-8", "");
            return null;
        }
    }

    private DriveCycle? Table(StreamReader reader)
    {
        if (reader.ReadLine() is not { Length: <= LongestLine } header) return Refuse(1, "a first line that is no header", Header, "");
        char separator = header.Contains('\t', StringComparison.Ordinal) ? '\t' : header.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        Column[] columns = [.. header.Split(separator).Select((text, i) => ColumnOf(text.Trim().Trim('"'), i))];
        Column[] times = [.. columns.Where(column => TimeNames.Contains(column.Name)).OrderBy(column => Array.IndexOf(TimeNames, column.Name))];
        Column[] values = [.. columns.Where(column => column.Name.StartsWith("current", StringComparison.Ordinal) || column.Name.StartsWith("power", StringComparison.Ordinal))];
        if (times.Length == 0) return Refuse(1, $"no column of time in {Quoted.Of(header)}", Header, "");
        if (values.Length == 0) return Refuse(1, $"no column of current or power in {Quoted.Of(header)}", Header, "");
        if (values.Length > 1) return Refuse(1, $"the columns {Quoted.Of(values[0].Text, 30)} and {Quoted.Of(values[1].Text, 30)}", "one column of current or power", "take the others out");
        Column time = times[0], value = values[0];
        if (time.Unit is not { } seconds || !Measures.Time.Accepts(seconds)) return Refuse(1, Quoted.Of(time.Text), "a time with its unit, such as `Test Time / s`", "");
        ImmutableArray<Measure> possible = value.Name.StartsWith("power", StringComparison.Ordinal) ? ProtocolMeasures.Powers : ProtocolMeasures.Currents;
        if (value.Unit is not { } unit || possible.FirstOrDefault(measure => measure.Accepts(unit)) is not { } kind)
            return Refuse(1, Quoted.Of(value.Text), "a current or power with its unit, such as `Current / A`, `Current / A/m2` or `Power / W`", "");

        var at = ImmutableArray.CreateBuilder<double>();
        var read = ImmutableArray.CreateBuilder<double>();
        double first = 0;
        for (int line = 2; reader.ReadLine() is { } row; line++)
        {
            if (row.Length > LongestLine) return Refuse(line, $"a line of {row.Length} characters", "a row of numbers", "is it the right file?");
            if (row.AsSpan().Trim().Length == 0) continue;
            if (at.Count >= MostRows) return Refuse(line, $"more than {MostRows} rows", "fewer rows", "thin them out");
            if (Cell(row, separator, time) is not { } then || Cell(row, separator, value) is not { } now) return Refuse(line, Quoted.Of(row), $"numbers under {Quoted.Of(time.Text, 30)} and {Quoted.Of(value.Text, 30)}", "");
            then = seconds.DifferenceToSi(then);
            now = unit.ToSi(now);
            if (!double.IsFinite(then) || !double.IsFinite(now)) return Refuse(line, Quoted.Of(row), "finite numbers", "");
            if (at.Count == 0) first = then;
            // Counted from the first row, and compared so: two times may differ less than their distance from zero resolves.
            if (at.Count > 0 && !(then - first > at[^1])) return Refuse(line, Quoted.Of(row), "a time after that of the row before", "sort the rows, and leave repeated times out");
            at.Add(then - first);
            read.Add(now);
        }
        if (at.Count < 2) return Refuse(1, $"{at.Count} rows", "two rows or more", "");
        if (!(at[^1] <= 1e12)) return Refuse(1, "times that span more than 1e12 s", "times that a cell lives", "check the unit in the header");
        return new DriveCycle(at.ToImmutable(), read.ToImmutable(), kind, new Amount(default, new Place(shown, 1), value.Text));
    }

    // Current / A, Current [A] or Current (A), and the machine's names of the same.
    private static Column ColumnOf(string text, int index)
    {
        string spelled = MachineNames.GetValueOrDefault(text, text), name = spelled;
        string? unit = null;
        if (spelled.IndexOf(" / ", StringComparison.Ordinal) is > 0 and int slash) (name, unit) = (spelled[..slash], spelled[(slash + 3)..]);
        else if (spelled.IndexOfAny(['[', '(']) is > 0 and int bracket && spelled[^1] is ']' or ')') (name, unit) = (spelled[..spelled.IndexOfAny(['[', '('])], spelled[(spelled.IndexOfAny(['[', '(']) + 1)..^1]);
        Unit? read = unit?.Trim() == "C" ? Measures.Rate.Display : unit is { Length: > 0 } && Unit.TryParse(unit.Trim(), out Unit known, out _) ? known : null;
        return new Column(text, name.Trim().ToLowerInvariant(), read, index);
    }

    private static double? Cell(string row, char separator, Column column)
    {
        int i = 0;
        foreach (Range part in row.AsSpan().Split(separator))
        {
            if (i++ != column.Index) continue;
            return double.TryParse(row.AsSpan()[part].Trim().Trim('"'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
        }
        return null;
    }

    private DriveCycle? Refuse(int line, string found, string expected, string suggestion)
    {
        problems.Add(new Place(shown, line), "", found, expected, suggestion);
        return null;
    }

    private static string? Nearest(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return Directory.Exists(folder) ? Names.Nearest(Path.GetFileName(path), Directory.EnumerateFiles(folder).Take(MostListed).Select(file => Path.GetFileName(file))) : null;
    }

    private sealed record Column(string Text, string Name, Unit? Unit, int Index);
}
