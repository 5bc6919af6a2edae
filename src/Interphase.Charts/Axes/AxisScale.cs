namespace Interphase.Charts;

/// <summary>How values are laid out along an axis.</summary>
public enum AxisScale
{
    /// <summary>Equal steps, equal lengths.</summary>
    Linear,

    /// <summary>Equal factors, equal lengths; values that are not positive are left out.</summary>
    Logarithmic,
}
