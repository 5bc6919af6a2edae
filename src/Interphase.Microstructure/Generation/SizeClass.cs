namespace Interphase.Microstructure;

/// <summary>Particles of one size.</summary>
/// <param name="Diameter">Of a sphere of the same volume, m, &gt; 0.</param>
/// <param name="Share">Of the volume of all particles; shares are taken relative to their sum.</param>
public readonly record struct SizeClass(double Diameter, double Share);
