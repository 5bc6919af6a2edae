namespace Interphase.Microstructure;

/// <summary>What a particle of active material looks like.</summary>
public enum ParticleShape
{
    /// <summary>A sphere.</summary>
    Sphere,

    /// <summary>A single crystal: an octahedron with cut corners and rounded edges, turned at random.</summary>
    SingleCrystal,

    /// <summary>A polycrystal: a sphere roughened by spherical harmonics of order 2 to 5.</summary>
    Polycrystal,
}
