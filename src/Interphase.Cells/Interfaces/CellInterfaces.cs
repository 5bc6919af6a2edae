using System.Collections.Immutable;
using Interphase.Thermodynamics;

namespace Interphase.Cells;

/// <summary>Every pair of solids that touches in a cell, with what forms between them over the cell's range of potentials. docs/interfaces.md tells what is taken to touch.</summary>
/// <param name="Name">The cell's name.</param>
/// <param name="Scheme">How the energies were computed.</param>
/// <param name="Contacts">The pairs, the least mutual energy first.</param>
/// <param name="Exposures">The solids alone at the potentials of the electrodes, the strongest first.</param>
/// <param name="Remarks">What a user should know: what was left out, and why.</param>
/// <param name="Biases">Known errors of the scheme that matter for these elements.</param>
public sealed record CellInterfaces(
    string Name, PhaseScheme Scheme, ImmutableArray<CellContact> Contacts, ImmutableArray<CellExposure> Exposures, ImmutableArray<string> Remarks, ImmutableArray<SchemeBias> Biases)
{
    /// <summary>The interfaces of a cell file; null where it has problems, which it carries itself.</summary>
    /// <param name="reading">The cell file as read.</param>
    /// <param name="set">The phases.</param>
    /// <param name="threads">How many work on it; the result does not depend on it.</param>
    public static CellInterfaces? Of(CellReading reading, PhaseSet set, int threads) =>
        reading is { Description: { } cell, Design: { } design } ? new InterfaceFinder(cell, design, set, threads).Find() : null;
}
