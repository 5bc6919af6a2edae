using System.Text.Json.Nodes;

namespace Interphase.Descriptions;

/// <summary>A field whose values are of one type.</summary>
public abstract class Field<T> : IField
    where T : notnull
{
    /// <summary>Declares a field.</summary>
    protected Field(string name, string summary) => (Name, Summary) = (name, summary);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Summary { get; }

    /// <inheritdoc/>
    public virtual bool IsPhysical => true;

    /// <summary>Reads a value; false after a problem.</summary>
    protected abstract bool TryRead(Node node, ReadingScope scope, out T value);

    /// <summary>A value as a person writes it.</summary>
    protected abstract string Show(T value);

    /// <summary>A value for JSON.</summary>
    protected virtual JsonNode? ToJson(T value) => Show(value);

    /// <inheritdoc/>
    public abstract JsonObject Schema();

    /// <summary>Makes a setting.</summary>
    public Setting<T> Set(T value, Origin origin, Annotation? annotation = null) => new(this, value, origin, annotation ?? Annotation.None);

    object? IField.Read(Node node, ReadingScope scope) => TryRead(node, scope, out T value) ? value : null;

    string IField.Show(object value) => Show((T)value);

    JsonNode? IField.ToJson(object value) => ToJson((T)value);

    ISetting IField.Set(object value, Origin origin, Annotation annotation) => Set((T)value, origin, annotation);
}
