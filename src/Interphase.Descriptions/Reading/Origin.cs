namespace Interphase.Descriptions;

/// <summary>Where a value came from, for the list that <c>check</c> prints and a result carries.</summary>
/// <param name="Kind">Which way it came.</param>
/// <param name="Place">Where it is written, where it is written at all.</param>
/// <param name="Detail">From what it was completed, or why the default is what it is.</param>
public sealed record Origin(OriginKind Kind, Place? Place = null, string? Detail = null)
{
    /// <summary>In words.</summary>
    public override string ToString() => Kind switch
    {
        OriginKind.File => $"{Place}",
        OriginKind.Parent => $"{Place} (parent)",
        OriginKind.Override => Place is { } place ? place.File : "--set",
        OriginKind.Library => $"library {Place}",
        OriginKind.Default => Detail is null ? "default" : $"default: {Detail}",
        _ => $"completed from {Detail}",
    };
}
