namespace Interphase.Reports;

/// <summary>A table of a page. A heading that begins with a space sets its column flush right.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Head">Headings of the columns.</param>
/// <param name="Rows">Cells, as many as columns; the first names the row.</param>
public sealed record PageTable(string Caption, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Columns in which the digits of chemical formulas are lowered.</summary>
    public IReadOnlyList<int> Formulas { get; init; } = [];
}
