namespace Interphase.Cells;

/// <summary>Where a figure of a composite comes from.</summary>
public enum FigureOrigin
{
    /// <summary>Written by the cell's author.</summary>
    Given,

    /// <summary>Measured in the structure that the cell cites.</summary>
    Structure,

    /// <summary>An estimate from shares, sizes and areas by mass.</summary>
    ClosedForm,
}
