using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>A figure as voxels show it, beside its closed form.</summary>
/// <param name="Name">The field that holds it: `ionicConductivity`, `areas.activeElectrolyte`.</param>
/// <param name="Measure">What it measures.</param>
/// <param name="Voxels">By the structure, SI.</param>
/// <param name="Error">One standard error of that; null where none is known.</param>
/// <param name="ClosedForm">By the closed form, SI.</param>
/// <param name="IsEstimate">Whether the structure's value is an estimate as well, since voxels cannot show it.</param>
public sealed record FigureComparison(string Name, Measure Measure, double Voxels, double? Error, Derived ClosedForm, bool IsEstimate)
{
    /// <summary>Closed form over voxels.</summary>
    public Derived Ratio => !ClosedForm.Exists ? ClosedForm : Voxels > 0 ? ClosedForm.Value.Value / Voxels : Derived.None("voxels show nothing");
}
