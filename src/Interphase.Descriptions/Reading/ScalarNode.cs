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
    public override string Description => IsEmpty ? "nothing" : $"`{(Text.Length <= 60 ? Text : Text[..57] + "...")}`";
}
