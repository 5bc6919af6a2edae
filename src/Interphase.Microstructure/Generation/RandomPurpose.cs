namespace Interphase.Microstructure;

/// <summary>What random numbers are drawn for. The numbers are part of what a seed means: none may change.</summary>
internal enum RandomPurpose
{
    Sizes = 1,
    Places = 2,
    Shapes = 3,
    Grains = 4,
    Pores = 5,
    Fibres = 6,
    Spheres = 7,
}
