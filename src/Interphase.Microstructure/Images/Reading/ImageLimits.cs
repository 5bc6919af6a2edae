namespace Interphase.Microstructure;

/// <summary>How large an image may be, so that a damaged number cannot ask for all memory.</summary>
public sealed record ImageLimits
{
    /// <summary>Those that are used unless others are given.</summary>
    public static ImageLimits Default { get; } = new();

    /// <summary>Voxels; 1024^3 unless said otherwise, 2^31 - 64 at the most.</summary>
    public long MostVoxels { get; init; } = 1L << 30;

    /// <summary>Bytes of memory for the voxels; those that the machine, or the container, has for this process unless said otherwise.</summary>
    public long MostMemory { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
}
