namespace Interphase.Cells;

/// <summary>An electrode as far as touching goes: its solids, and the potentials that it passes through.</summary>
/// <param name="name"><c>cathode</c> or <c>anode</c>.</param>
internal sealed class InterfaceElectrode(string name)
{
    public string Name => name;

    /// <summary>The active material, or the foil; its composition changes with the potential.</summary>
    public CellSolid? Active { get; set; }

    public List<InterfaceSolid> Solids { get; } = [];

    public List<InterfacePotential> Potentials { get; } = [];
}
