namespace Interphase.Cells;

/// <summary>How diffusion in a particle is resolved.</summary>
public enum ParticleMeshKind
{
    /// <summary>Modes of polynomials in r², for a diffusivity that does not depend on content.</summary>
    Modes,

    /// <summary>Shells graded to the surface.</summary>
    Shells,
}
