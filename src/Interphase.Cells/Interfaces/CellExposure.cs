using Interphase.Thermodynamics;

namespace Interphase.Cells;

/// <summary>A solid at the potentials of an electrode that it touches, alone: what the potential does to it whatever it touches.</summary>
/// <param name="Where">Where, in words.</param>
/// <param name="Solid">The solid.</param>
/// <param name="Window">Its window.</param>
/// <param name="Lowest">The lowest potential that it meets there, V against lithium.</param>
/// <param name="Highest">The highest, V.</param>
/// <param name="Voltage">The one of the two that drives more, V.</param>
/// <param name="Step">What it turns into there.</param>
/// <param name="Energy">The energy of that, eV/atom; 0 where it stays.</param>
public sealed record CellExposure(string Where, CellSolid Solid, ElectrochemicalWindow Window, double Lowest, double Highest, double Voltage, WindowStep Step, double Energy);
