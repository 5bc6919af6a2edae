namespace Interphase.Descriptions;

/// <summary>What a value says of the true one.</summary>
public enum Bound
{
    /// <summary>It is the value.</summary>
    None,

    /// <summary>A lower bound: the true value lies above.</summary>
    Lower,

    /// <summary>An upper bound: the true value lies below.</summary>
    Upper,
}
