namespace Interphase.Descriptions;

/// <summary>Why no curve could be made, and where.</summary>
/// <param name="Found">What is there.</param>
/// <param name="Expected">What could be there.</param>
/// <param name="At">The argument concerned, in SI; null where the whole is meant.</param>
/// <param name="Row">The row of the table concerned, counted from 0; null for a formula.</param>
public sealed record CurveError(string Found, string Expected, double? At = null, int? Row = null)
{
    /// <summary>One sentence, with the row counted from 1.</summary>
    public override string ToString() => $"{(Row is int row ? $"row {row + 1}: " : "")}found {Found}, expected {Expected}";
}
