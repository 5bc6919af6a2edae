namespace Interphase.Cli;

/// <summary>A table for pipes and files: columns in line, no frame, no wrapping, nothing to load.</summary>
internal static class PlainTable
{
    private const int Gap = 2;

    /// <summary>Writes a table; a column whose heading begins with a space is set to the right.</summary>
    public static void Write(TextWriter output, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] widths = new int[headings.Count];
        for (int column = 0; column < widths.Length; column++)
        {
            widths[column] = headings[column].Trim().Length;
            foreach (IReadOnlyList<string> row in rows) widths[column] = Math.Max(widths[column], row[column].Length);
        }
        Line(headings);
        foreach (IReadOnlyList<string> row in rows) Line(row);

        void Line(IReadOnlyList<string> cells)
        {
            string line = "";
            for (int column = 0; column < widths.Length; column++)
            {
                string cell = ReferenceEquals(cells, headings) ? cells[column].Trim() : cells[column];
                line += headings[column].StartsWith(' ') ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]);
                line += new string(' ', Gap);
            }
            output.WriteLine(line.TrimEnd());
        }
    }
}
