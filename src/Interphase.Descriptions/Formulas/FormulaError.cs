namespace Interphase.Descriptions;

/// <summary>Why a text is not a formula (an expression, or a chemical formula), and where.</summary>
/// <param name="Position">First character concerned, counted from 0 in the text concerned; the length of the text where it ended too early.</param>
/// <param name="Length">Number of characters concerned; 0 at the end of the text.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What could have stood there.</param>
/// <param name="Suggestion">What was probably meant, ready to be put in place; null where nothing is near.</param>
/// <param name="In">Name of the definition or parameter concerned; null for the formula itself.</param>
public sealed record FormulaError(int Position, int Length, string Found, string Expected, string? Suggestion = null, string? In = null)
{
    /// <summary>One sentence, with the place counted from 1.</summary>
    public override string ToString() =>
        $"{(In is null ? "" : $"in '{In}', ")}character {Position + 1}: found {Found}, expected {Expected}{(Suggestion is null ? "" : $"; did you mean '{Suggestion}'?")}";
}
