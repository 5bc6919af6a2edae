namespace Interphase.Measurements;

/// <summary>What a column's fields are.</summary>
public enum ColumnKind
{
    /// <summary>Numbers.</summary>
    Real,

    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Words.</summary>
    Text,
}
