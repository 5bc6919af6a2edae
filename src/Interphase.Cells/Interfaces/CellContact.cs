using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>Two solids of a cell that touch.</summary>
/// <param name="Where">Where they do, in words.</param>
/// <param name="A">The one.</param>
/// <param name="B">The other.</param>
/// <param name="States">The states of the cell that were looked at.</param>
public sealed record CellContact(string Where, CellSolid A, CellSolid B, ImmutableArray<ContactState> States)
{
    /// <summary>The state of least mutual energy.</summary>
    public ContactState Worst => States.MinBy(state => state.MutualEnergy)!;

    /// <summary>A state by its name; null where it was not looked at.</summary>
    /// <param name="name">Such as <c>charged</c>.</param>
    public ContactState? State(string name) => States.FirstOrDefault(state => state.Name == name);
}
