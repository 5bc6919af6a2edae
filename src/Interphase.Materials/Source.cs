namespace Interphase.Materials;

/// <summary>Where a number was published.</summary>
/// <param name="Key">The key by which values name it.</param>
/// <param name="Title">The title.</param>
/// <param name="Authors">The authors; empty when not given.</param>
/// <param name="Journal">Journal, volume and page; empty when not given.</param>
/// <param name="Year">The year; empty when not given.</param>
/// <param name="Doi">The DOI; empty when there is an address instead.</param>
/// <param name="Url">The address; empty when there is a DOI.</param>
/// <param name="Licence">The licence of the data, where it has one of its own; else empty.</param>
/// <param name="Note">A remark; empty when none.</param>
public sealed record Source(string Key, string Title, string Authors, string Journal, string Year, string Doi, string Url, string Licence, string Note)
{
    /// <summary>The source on one line.</summary>
    public override string ToString() =>
        string.Join(", ", new[] { Authors, Title, Journal, Journal.Contains(Year, StringComparison.Ordinal) ? "" : Year, Doi.Length > 0 ? $"doi {Doi}" : Url }.Where(part => part.Length > 0));
}
