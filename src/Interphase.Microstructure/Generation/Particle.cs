namespace Interphase.Microstructure;

/// <summary>A particle of active material, as a sphere of the same volume.</summary>
/// <param name="X">Its middle along <see cref="Axis.X"/>, m from the box's corner.</param>
/// <param name="Y">Along <see cref="Axis.Y"/>, m.</param>
/// <param name="Z">Along <see cref="Axis.Z"/>, m.</param>
/// <param name="Diameter">m.</param>
public readonly record struct Particle(double X, double Y, double Z, double Diameter);
