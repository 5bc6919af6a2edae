namespace Interphase.Charts;

/// <summary>The bars of one colour.</summary>
/// <param name="Name">What the legend calls them; empty for no entry.</param>
/// <param name="Values">One for each place; not finite for no bar.</param>
public sealed record BarSet(string Name, IReadOnlyList<double> Values)
{
    /// <summary>Half the length of an error bar for each place, drawn on grouped bars; null, the default, for none.</summary>
    public IReadOnlyList<double>? Errors { get; init; }
}
