namespace Interphase.Cells;

/// <summary>When a threshold counts as passed.</summary>
public enum LimitSide
{
    /// <summary>At or above it.</summary>
    Above,

    /// <summary>At or below it.</summary>
    Below,

    /// <summary>Either, by where the variable moves: above for what charges, below for what discharges.</summary>
    ByDirection,
}
