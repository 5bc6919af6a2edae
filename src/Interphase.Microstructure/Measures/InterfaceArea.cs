namespace Interphase.Microstructure;

/// <summary>The interface of two phases.</summary>
/// <param name="First">The lower label.</param>
/// <param name="Second">The higher label.</param>
/// <param name="Area">Area per volume of the box, 1/m, without the staircase of voxels.</param>
/// <param name="Faces">Faces of voxels between the two, by the axis that they stand across; never across the ends of the box.</param>
/// <param name="FaceArea">The area of those faces per volume of the box, 1/m: of a smooth isotropic surface 1.5 times its area.</param>
public sealed record InterfaceArea(byte First, byte Second, double Area, AxisCounts Faces, double FaceArea);
