namespace Interphase.Microstructure;

/// <summary>How a phase hangs together. Shares are of the voxels of the phase, 0 to 1.</summary>
/// <param name="Label">Which phase.</param>
/// <param name="Voxels">Its voxels.</param>
/// <param name="ThroughConnected">The share in clusters that touch both ends along the axis.</param>
/// <param name="FromFirst">The share in clusters that touch the first end.</param>
/// <param name="FromLast">The share in clusters that touch the last end.</param>
/// <param name="Largest">The share of the largest cluster.</param>
/// <param name="Clusters">How many clusters there are.</param>
public sealed record PhaseConnection(byte Label, long Voxels, double ThroughConnected, double FromFirst, double FromLast, double Largest, int Clusters);
