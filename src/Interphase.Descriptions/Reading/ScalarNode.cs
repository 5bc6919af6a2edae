namespace Interphase.Descriptions;

/// <summary>A single value, not yet interpreted.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Text">The text, unescaped.</param>
/// <param name="IsQuoted">Whether it stood in quotes or as a block, so that an empty one is a text.</param>
public sealed record ScalarNode(Place Place, string Text, bool IsQuoted = false) : Node(Place)
{
    /// <summary>Whether nothing was written: <c>key:</c>, <c>~</c> or <c>null</c>.</summary>
    public bool IsEmpty => !IsQuoted && Text is "" or "~" or "null";

    /// <inheritdoc/>
    public override string Description => IsEmpty ? "nothing" : Quoted.Of(Text);

    /// <summary>Whether the text stands in the file as it is, on one line and without escapes, so that its characters have columns.</summary>
    public bool IsVerbatim { get; init; }

    /// <summary>Where the character at <paramref name="position"/> of the text stands; where the value begins when that is not known.</summary>
    public Place PlaceAt(int position) => IsVerbatim ? Place with { Column = Place.Column + position + (IsQuoted ? 1 : 0) } : Place;
}
