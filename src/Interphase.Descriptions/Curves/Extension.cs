namespace Interphase.Descriptions;

/// <summary>How a curve goes on outside its range.</summary>
public enum Extension
{
    /// <summary>On a straight line with the value and the slope of the end, so that the slope does not jump.</summary>
    Linear,

    /// <summary>With the value of the end.</summary>
    Constant,
}
