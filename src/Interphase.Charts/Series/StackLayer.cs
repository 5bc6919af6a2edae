namespace Interphase.Charts;

/// <summary>One layer of a stack of bands.</summary>
/// <param name="Name">What the legend calls it; empty for no entry.</param>
/// <param name="Values">Its thickness at each place.</param>
public sealed record StackLayer(string Name, IReadOnlyList<double> Values)
{
    /// <summary>Which style of the series it has, from 0; null, the default, for that of its place. It keeps one thing in one colour throughout several charts.</summary>
    public int? StyleIndex { get; init; }
}
