namespace Interphase.Reports;

/// <summary>Pictures of a report's first cell that stand alone, as SVG with light and dark colours.</summary>
public static class ReportPicture
{
    /// <summary>Where the voltage goes.</summary>
    /// <param name="report">A report.</param>
    /// <returns>An SVG document; null where no cell has loss bands.</returns>
    public static string? Losses(Report report)
    {
        var overlay = new Overlay(report);
        return LossCharts.Of(overlay, overlay.Cells[0])?.Svg;
    }

    /// <summary>Capacity lost and resistance over the cycles.</summary>
    /// <param name="report">A report.</param>
    /// <returns>An SVG document; null where neither is told of the first cell.</returns>
    public static string? Life(Report report)
    {
        var overlay = new Overlay(report);
        return LifeCharts.Of(overlay, overlay.Cells[0])?.Svg;
    }

    /// <summary>Voltage against capacity.</summary>
    /// <param name="report">A report.</param>
    /// <returns>An SVG document; null where nothing is charged or discharged.</returns>
    public static string? Voltage(Report report) => VoltageCharts.AgainstCapacity(new(report)).FirstOrDefault()?.Svg;
}
