using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>Lithium within the particles of one size class across an electrode, at one moment.</summary>
/// <param name="Time">s since the start.</param>
/// <param name="Cycle">The cycle.</param>
/// <param name="Step">The step as carried out.</param>
/// <param name="Electrode"><c>cathode</c> or <c>anode</c>.</param>
/// <param name="SizeClass">Which size class, from 1.</param>
/// <param name="Positions">Where the points lie: 0 at the separator, 1 at the collector.</param>
/// <param name="Radii">Places within a particle, 0 at the centre to 1 at the surface.</param>
/// <param name="Contents">Lithium content, the places of one point after those of another.</param>
/// <param name="Surface">Content of the surface at each point.</param>
/// <param name="Potential">V against lithium at each point, electrons against ions.</param>
public sealed record ContentProfile(
    double Time, int Cycle, int Step, string Electrode, int SizeClass, ImmutableArray<double> Positions, ImmutableArray<double> Radii, ImmutableArray<double> Contents, ImmutableArray<double> Surface,
    ImmutableArray<double> Potential);
