using System.Text.Json.Nodes;

namespace Interphase.Descriptions;

/// <summary>
/// A parameter with an address. Reader, messages, schema, provenance, overrides, fits and forms are all made from these.
/// A field is one object, held by whoever declares it; a value is asked for with that object, never with a string.
/// </summary>
public interface IField
{
    /// <summary>The last part of the field's path: <c>thickness</c>.</summary>
    string Name { get; }

    /// <summary>One line of documentation.</summary>
    string Summary { get; }

    /// <summary>Whether a value may carry source, condition and note: true for whatever is measured or assumed.</summary>
    bool IsPhysical { get; }

    /// <summary>The keys that a value written as a map has of its own, besides what its author says of it; none where a value is a single text.</summary>
    IEnumerable<string> Parts => [];

    /// <summary>Reads a value; null after a problem, which is told to <paramref name="scope"/>.</summary>
    object? Read(Node node, ReadingScope scope);

    /// <summary>A value as a person writes it.</summary>
    string Show(object value);

    /// <summary>A value for JSON: a number in the field's unit where there is one.</summary>
    JsonNode? ToJson(object value);

    /// <summary>The JSON Schema of a value without its annotations.</summary>
    JsonObject Schema();

    /// <summary>Makes a setting of this field.</summary>
    ISetting Set(object value, Origin origin, Annotation annotation);
}
