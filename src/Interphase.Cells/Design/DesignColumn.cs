using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>The design figures of one column: nominal, or at stated capacity; the two are never mixed.</summary>
/// <param name="Capacity">Per mass of active material, C/kg.</param>
/// <param name="ArealCapacity">Per area, C/m2.</param>
/// <param name="MeanVoltage">Mean equilibrium voltage between the terminals over that capacity, V.</param>
/// <param name="MeanPotential">The same of the cathode against lithium, V.</param>
/// <param name="NegativeToPositive">N/P: what the anode can take up over the cathode's areal capacity.</param>
/// <param name="Energies">Energies by basis.</param>
public sealed record DesignColumn(
    Derived Capacity, Derived ArealCapacity, Derived MeanVoltage, Derived MeanPotential, Derived NegativeToPositive, ImmutableArray<EnergyRow> Energies);
