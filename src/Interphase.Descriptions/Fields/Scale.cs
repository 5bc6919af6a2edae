namespace Interphase.Descriptions;

/// <summary>Along which scale a field is varied by fits, campaigns and forms.</summary>
public enum Scale
{
    /// <summary>In equal steps.</summary>
    Linear,

    /// <summary>In equal ratios.</summary>
    Logarithmic,
}
