namespace Interphase.Descriptions;

/// <summary>A value of a field in a description.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The value.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="Annotation">What its author said of it.</param>
public sealed record Setting<T>(Field<T> Field, T Value, Origin Origin, Annotation Annotation) : ISetting
    where T : notnull
{
    IField ISetting.Field => Field;

    object ISetting.Content => Value;
}
