using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>The cell at rest, point by point between its cut-offs, for a chart.</summary>
/// <param name="Capacity">Charge since the discharged end, per area, C/m2.</param>
/// <param name="Charging">Cathode against lithium while charging, V.</param>
/// <param name="Discharging">Cathode against lithium while discharging, V; the same where there is no hysteresis.</param>
/// <param name="Anode">Counter electrode against lithium while discharging, V.</param>
public sealed record EquilibriumCurves(ImmutableArray<double> Capacity, ImmutableArray<double> Charging, ImmutableArray<double> Discharging, ImmutableArray<double> Anode)
{
    /// <summary>Lithium content of the cathode at the discharged end.</summary>
    public double Discharged { get; init; }

    /// <summary>Lithium content of the cathode at the charged end.</summary>
    public double Charged { get; init; }
}
