using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>A cell in SI doubles and curves: all that the equations know of it. docs/physics.md, section 3.</summary>
/// <param name="Area">m2, > 0.</param>
/// <param name="Temperature">K, > 0; of the surroundings and at the start.</param>
/// <param name="Cathode">The positive electrode.</param>
/// <param name="Anode">The negative electrode.</param>
/// <param name="Separator">The layers, from the anode to the cathode; none in a cell without one.</param>
/// <param name="ReferencePosition">Where the reference electrode sits: 0 at the anode, 1 at the cathode, by length.</param>
public sealed record CellCoefficients(
    double Area,
    double Temperature,
    ElectrodeCoefficients Cathode,
    ElectrodeCoefficients Anode,
    ImmutableArray<LayerCoefficients> Separator,
    double ReferencePosition)
{
    /// <summary>How it warms and cools; null where it keeps the temperature of its surroundings.</summary>
    public ThermalCoefficients? Thermal { get; init; }

    /// <summary>The salt in a liquid that fills all pores; null where lithium alone conducts, in a solid.</summary>
    public BinaryCoefficients? Liquid { get; init; }

    /// <summary>Whether contacts of the separator stay what they are.</summary>
    internal bool IsHeld { get; init; }
}
