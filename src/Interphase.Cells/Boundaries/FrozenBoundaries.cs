using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>What boundary processes have become, at every point of a composite.</summary>
/// <param name="Effects">Everything that each of them does.</param>
internal sealed record FrozenBoundaries(ImmutableArray<FrozenEffect> Effects)
{
    /// <summary>How the effects of a cause answer the parameter that is varied; null where none does.</summary>
    public FrozenBoundaries? Slopes { get; init; }

    /// <summary>What it can be blamed on.</summary>
    public IEnumerable<string> Causes => Effects.Select(effect => effect.Cause).Distinct();

    /// <summary>So far on the way from these to others.</summary>
    public FrozenBoundaries Towards(FrozenBoundaries other, double share) => Each(other, (_, from, to) => from + share * (to - from));

    /// <summary>What changes on that way by one cause; nothing by the others.</summary>
    public FrozenBoundaries Way(FrozenBoundaries other, string cause) => Each(other, (effect, from, to) => effect.Cause == cause ? to - from : 0);

    /// <summary>Whether anything in it differs from nothing.</summary>
    public bool IsThere => Effects.Any(effect => effect.Values.Any(value => value != 0));

    private FrozenBoundaries Each(FrozenBoundaries other, Func<FrozenEffect, double, double, double> each) =>
        new([.. Effects.Zip(other.Effects, (one, then) => one with { Values = [.. one.Values.Zip(then.Values, (a, b) => each(one, a, b))] })]);
}
