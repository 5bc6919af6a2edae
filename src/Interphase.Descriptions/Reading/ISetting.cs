namespace Interphase.Descriptions;

/// <summary>A value of a field in a description, of whatever type.</summary>
public interface ISetting
{
    /// <summary>The field.</summary>
    IField Field { get; }

    /// <summary>The value.</summary>
    object Content { get; }

    /// <summary>Where it came from.</summary>
    Origin Origin { get; }

    /// <summary>What its author said of it.</summary>
    Annotation Annotation { get; }
}
