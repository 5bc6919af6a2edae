namespace Interphase.Descriptions;

/// <summary>What a field needs to read one value: its address for messages, and where to tell problems.</summary>
/// <param name="Path">The value's dotted path.</param>
/// <param name="Problems">Receives problems.</param>
public sealed record ReadingScope(string Path, Problems Problems)
{
    /// <summary>What the author said of the value, already read; a property finds its reference temperature here.</summary>
    public Annotation Annotation { get; init; } = Annotation.None;

    /// <summary>Tells a problem with the value and returns false, so that a reader ends with it.</summary>
    public bool Refuse(Node node, string found, string expected, string suggestion = "")
    {
        Problems.Add(node.Place, Path, found, expected, suggestion);
        return false;
    }

    /// <summary>The text of a scalar; false after telling that one was expected.</summary>
    public bool TryText(Node node, string expected, string suggestion, out string text)
    {
        text = "";
        if (node is ScalarNode { IsEmpty: false } scalar)
        {
            text = scalar.Text;
            return true;
        }
        return Refuse(node, node.Description, expected, suggestion);
    }
}
