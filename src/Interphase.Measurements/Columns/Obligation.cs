namespace Interphase.Measurements;

/// <summary>How much the Battery Data Format asks for a column.</summary>
public enum Obligation
{
    /// <summary>Every file has it.</summary>
    Required,

    /// <summary>Every file should have it.</summary>
    Recommended,

    /// <summary>A file may have it.</summary>
    Optional,
}
