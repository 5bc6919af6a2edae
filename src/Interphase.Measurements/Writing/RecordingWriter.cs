namespace Interphase.Measurements;

/// <summary>Writes a recording as a Battery Data Format table with all its columns.</summary>
public static class RecordingWriter
{
    /// <summary>Writes a recording; the file appears when it is complete.</summary>
    /// <param name="path">Such as <c>cell.bdf.csv</c>; compressed when it ends in <c>.gz</c>.</param>
    /// <param name="recording">What is written.</param>
    public static void Write(string path, Recording recording)
    {
        using var file = new CsvFile(path, recording.Present);
        for (int row = 0; row < recording.Rows; row++)
        {
            foreach (Column column in recording.Present)
            {
                if (column.Kind == ColumnKind.Text) file.Text(recording.Text(column)[row]);
                else file.Number(recording[column][row]);
            }
            file.EndRow();
        }
        file.Complete();
    }
}
