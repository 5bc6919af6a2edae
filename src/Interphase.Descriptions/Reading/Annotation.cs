namespace Interphase.Descriptions;

/// <summary>What a value's author said of it.</summary>
/// <param name="Source">A key of the sources, or a text beginning <c>assumed: </c>; null when not given.</param>
/// <param name="At">The condition: a temperature, a state, how it was pressed.</param>
/// <param name="Note">A remark.</param>
/// <param name="Bound">Whether the value bounds the true one instead of being it.</param>
public sealed record Annotation(string? Source, string? At, string? Note, Bound Bound = Bound.None)
{
    /// <summary>Nothing said.</summary>
    public static readonly Annotation None = new(null, null, null);

    /// <summary>Whether the value is the author's assumption.</summary>
    public bool IsAssumed => Source?.StartsWith("assumed: ", StringComparison.Ordinal) == true;

    /// <summary>The temperature with which <see cref="At"/> begins, in K; null when it begins with none.</summary>
    public double? Temperature =>
        At is { } at && Quantity.TryParse(at.Split(',')[0], [Measures.Temperature], out Quantity temperature, out _) ? temperature.Si : null;
}
