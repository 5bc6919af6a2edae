namespace Interphase.Microstructure;

/// <summary>How far the voxels of a phase are from the nearest voxel of another, between centres.</summary>
/// <param name="Label">Which phase.</param>
/// <param name="Mean">The mean, m; infinite where there is no other phase.</param>
/// <param name="Median">Half of the voxels are not farther, m.</param>
/// <param name="NinetyPercent">Nine tenths of the voxels are not farther, m.</param>
/// <param name="Largest">The largest, m: the radius of the largest sphere that fits in, up to half a voxel.</param>
public sealed record PhaseSizes(byte Label, double Mean, double Median, double NinetyPercent, double Largest);
