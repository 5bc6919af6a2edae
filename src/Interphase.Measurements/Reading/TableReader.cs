using System.Collections.Immutable;
using System.Text;
using Interphase.Descriptions;

namespace Interphase.Measurements;

/// <summary>Reads a table with a header into columns; whatever stands in it, there is a recording or there are problems.</summary>
internal sealed class TableReader
{
    private const int MostFields = 10_000;
    private const long MostNumbers = 1L << 28;
    private const int LongestQuote = 200;

    private readonly string file;
    private readonly ImmutableArray<Column> required;
    private readonly Problems problems;
    private readonly LineReader lines;
    private readonly List<string> ignored = [];
    private Target[] targets = [];
    private (Column Column, double Factor)[] numberColumns = [];
    private (Column Column, TextColumnBuilder Words)[] texts = [];
    private double[][] numbers = [];
    private int rows, time = -1;
    private (int Line, double From, double To, int Count) fall;

    private TableReader(Stream stream, string file, ImmutableArray<Column> required, Problems problems) => (this.file, this.required, this.problems, lines) = (file, required, problems, new(stream));

    // Where a field goes: a place among the numbers or among the texts, or nowhere.
    private readonly record struct Target(int Number, int Text);

    public static (Recording? Recording, ImmutableArray<string> Ignored) Read(Stream stream, string file, ImmutableArray<Column> required, Problems problems)
    {
        var reader = new TableReader(stream, file, required, problems);
        bool isTable = reader.Header();
        Recording? recording = isTable ? reader.Rows() : null;
        return (problems.Count == 0 ? recording : null, [.. reader.ignored]);
    }

    private bool Header()
    {
        ReadOnlySpan<byte> line;
        do
        {
            if (lines.Next(out line)) continue;
            Tell(0, "", lines.Excess ?? "an empty file", "a header and rows of numbers", lines.Excess is null ? "" : "is it comma-separated text?");
            return false;
        }
        while (line.Trim(" \t"u8).Length == 0);

        if (lines.Line == 1 && line.StartsWith(Encoding.UTF8.Preamble)) line = line[Encoding.UTF8.Preamble.Length..];
        if (!IsText(line))
        {
            Tell(1, "", "bytes that are no text", "comma-separated text with a header", line.StartsWith("PK"u8) ? "a spreadsheet? save it as CSV" : line.StartsWith("PAR1"u8) ? "a Parquet file? convert it to CSV" : "");
            return false;
        }
        List<string> headers = Fields.Split(line);
        if (headers.Count > MostFields)
        {
            Tell(lines.Line, "", $"{headers.Count} columns", $"at most {MostFields}");
            return false;
        }
        if (headers.Count == 1 && headers[0].AsSpan().IndexOfAny(';', '\t') >= 0)
        {
            Tell(lines.Line, "", headers[0].Contains(';', StringComparison.Ordinal) ? "columns separated by semicolons" : "columns separated by tabs", "columns separated by commas, numbers with a point", "save it with commas");
            return false;
        }
        Assign(headers);
        return problems.Count == 0;
    }

    private void Assign(List<string> headers)
    {
        List<(Column Column, double Factor)> found = [];
        List<(Column Column, TextColumnBuilder Words)> words = [];
        var seen = new Dictionary<Column, string>();
        targets = new Target[headers.Count];
        for (int i = 0; i < headers.Count; i++)
        {
            targets[i] = new(-1, -1);
            string header = headers[i].Trim();
            Column? column = Columns.Find(header, out double factor);
            if (column is null)
            {
                ignored.Add(header);
                if (header.Contains('/', StringComparison.Ordinal) && Columns.InAnotherUnit(header) is { } meant)
                    Tell(lines.Line, meant.Label, Quoted.Of(header), $"`{meant.Label}`", "units are fixed: convert the numbers, or give the column a name of its own");
                continue;
            }
            if (!seen.TryAdd(column, header))
            {
                Tell(lines.Line, column.Label, $"{Quoted.Of(seen[column])} and {Quoted.Of(header)}", "each column once", "remove or rename one of them");
                continue;
            }
            if (column == Columns.TestTime) time = found.Count;
            targets[i] = column.Kind == ColumnKind.Text ? new(-1, words.Count) : new(found.Count, -1);
            if (column.Kind == ColumnKind.Text) words.Add((column, new()));
            else found.Add((column, factor));
        }
        foreach (Column column in required)
        {
            if (seen.ContainsKey(column) || problems.Any(problem => problem.Subject == column.Label)) continue;
            string? near = Names.Nearest(column.Label, ignored) ?? Names.Nearest(column.Name, ignored) ?? Names.Nearest(column.MachineName, ignored);
            Tell(lines.Line, column.Label, "no such column", $"a column `{column.Label}` or `{column.MachineName}`", near is null ? "" : $"is it {Quoted.Of(near)}? rename it");
        }
        (numberColumns, texts) = ([.. found], [.. words]);
        numbers = [.. found.Select(_ => new double[256])];
    }

    private Recording? Rows()
    {
        int header = lines.Line;
        double last = double.NegativeInfinity;
        while (lines.Next(out ReadOnlySpan<byte> line))
        {
            if (line.Length == 0 || line.Trim(" \t"u8).Length == 0) continue;
            if (numbers.Length > 0 && rows == numbers[0].Length) Grow();
            if (!Row(line) || problems.IsFull)
            {
                if (problems.IsFull) return null;
                continue;
            }
            if (time >= 0)
            {
                double now = numbers[time][rows];
                if (now < last) fall = fall.Count == 0 ? (lines.Line, last, now, 1) : fall with { Count = fall.Count + 1 };
                last = now;
            }
            rows++;
            if ((long)rows * numbers.Length <= MostNumbers) continue;
            Tell(lines.Line, "", $"more than {MostNumbers} numbers", "fewer", "split the file");
            return null;
        }
        if (lines.Excess is { } excess) Tell(lines.Line, "", excess, "a table of comma-separated values", "is a quote never closed?");
        if (rows == 0 && problems.Count == 0) Tell(header, "", "a header and no rows", "rows of numbers below it");
        if (fall.Count > 0)
        {
            string more = fall.Count > 1 ? $" (and {fall.Count - 1} times below)" : "";
            Tell(fall.Line, Columns.TestTime.Label, $"{fall.To} after {fall.From}{more}", "time that never falls", "does it start again with each cycle or step? add them up");
        }
        if (problems.Count > 0) return null;
        bool isFile = header == 1 && lines.Line == rows + 2;
        return new(Path.GetFileName(file), file, rows, numberColumns.Select((entry, i) => (entry.Column, Trimmed(numbers[i], entry.Factor))), texts.Select(entry => (entry.Column, entry.Words.Build())), isFile);
    }

    private bool Row(ReadOnlySpan<byte> line)
    {
        int at = 0, field = 0;
        while (field < targets.Length)
        {
            Target target = targets[field];
            int start = at;
            if (target.Number >= 0)
            {
                if (!Fields.Number(line, ref at, out double value) || (target.Number == time && double.IsNaN(value)))
                {
                    // A line of another length says more than the field that is wrong because of it.
                    if (!HasEveryField(line)) return false;
                    Column column = numberColumns[target.Number].Column;
                    string found = start == at ? "an empty field" : Quoted.Of(Encoding.UTF8.GetString(line[start..Math.Min(at, start + LongestQuote)]));
                    problems.Add(new Place(file, lines.Line, start + 1), column.Label, found, target.Number == time ? "a finite number in every row" : "a finite number, or nothing");
                    return false;
                }
                numbers[target.Number][rows] = value;
            }
            else
            {
                ReadOnlySpan<byte> word = Fields.Bytes(line, ref at);
                if (target.Text >= 0) texts[target.Text].Words.Set(rows, word);
            }
            field++;
            if (at >= line.Length) break;
            at++;
            if (field == targets.Length) field++;
        }
        return field == targets.Length || HasEveryField(line);
    }

    private bool HasEveryField(ReadOnlySpan<byte> line)
    {
        int count = Fields.Split(line).Count;
        if (count != targets.Length) Tell(lines.Line, "", $"{count} fields", $"{targets.Length}, as the header has", "is a number written with a comma, or the line cut off?");
        return count == targets.Length;
    }

    private void Grow()
    {
        for (int i = 0; i < numbers.Length; i++) Array.Resize(ref numbers[i], 2 * rows);
    }

    private double[] Trimmed(double[] values, double factor)
    {
        Array.Resize(ref values, rows);
        if (factor != 1)
            for (int i = 0; i < rows; i++) values[i] *= factor;
        return values;
    }

    private void Tell(int line, string subject, string found, string expected, string suggestion = "") => problems.Add(new Place(file, line), subject, found, expected, suggestion);

    private static bool IsText(ReadOnlySpan<byte> line)
    {
        foreach (byte value in line)
            if (value < 0x20 && value != '\t' && value != '\n' && value != '\r') return false;
        return System.Text.Unicode.Utf8.IsValid(line);
    }
}
