using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>The derived cell: what follows from a description before any current flows.</summary>
/// <param name="Name">The cell's name.</param>
/// <param name="Area">m2.</param>
/// <param name="Temperature">K.</param>
/// <param name="Cathode">The positive electrode; null where it is a foil or ideal.</param>
/// <param name="Anode">The negative electrode; null where it is a foil or ideal.</param>
/// <param name="CathodeFoil">The positive foil, if it is one.</param>
/// <param name="AnodeFoil">The negative foil, if it is one.</param>
/// <param name="AnodePotential">The counter electrode's nominal potential against lithium, V.</param>
/// <param name="Separator">The layers, from the anode to the cathode.</param>
/// <param name="Cutoffs">What the cut-offs became; empty when the file gives none.</param>
/// <param name="AnodeCapacity">What the anode can take up as assembled, C/m2.</param>
/// <param name="ArealCapacity">Capacity per area, C/m2: at stated capacity where the file states one per mass, else nominal.</param>
/// <param name="OneC">The current called 1C, A/m2.</param>
/// <param name="Nominal">From composition and open-circuit curves alone.</param>
/// <param name="Stated">The same arithmetic with the file's stated figures; null when it states none.</param>
/// <param name="Equilibrium">The cell at rest between its cut-offs; null where the nominal figures do not exist.</param>
/// <param name="Remarks">What a user should know.</param>
public sealed record CellDesign(
    string Name,
    double Area,
    double Temperature,
    CompositeDesign? Cathode,
    CompositeDesign? Anode,
    FoilDesign? CathodeFoil,
    FoilDesign? AnodeFoil,
    Derived AnodePotential,
    ImmutableArray<LayerDesign> Separator,
    ImmutableArray<CutoffDesign> Cutoffs,
    Derived AnodeCapacity,
    Derived ArealCapacity,
    Derived OneC,
    DesignColumn Nominal,
    DesignColumn? Stated,
    EquilibriumCurves? Equilibrium,
    ImmutableArray<Remark> Remarks)
{
    /// <summary>Whether the file says how large the cell is; otherwise <see cref="Area"/> is the one that it is written for, and a current of the whole cell means nothing.</summary>
    public bool IsAreaGiven { get; init; } = true;
}
