namespace Interphase.Thermodynamics;

/// <summary>What a measured limit says of the true one.</summary>
public enum PracticalBound
{
    /// <summary>It is the limit as measured.</summary>
    None,

    /// <summary>The true limit lies above.</summary>
    Lower,

    /// <summary>The true limit lies below: the measurement began beyond it.</summary>
    Upper,
}
