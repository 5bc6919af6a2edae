using System.Collections.Immutable;
using Interphase.Numerics;

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

    /// <summary>The same on another mesh: along the polynomial through the points of an element, and no further than what there is.</summary>
    /// <param name="from">The mesh that it belongs to.</param>
    /// <param name="to">The other mesh.</param>
    public FrozenBoundaries On(CompositeMesh from, CompositeMesh to)
    {
        if (from.Elements == to.Elements && from.PointsPerElement == to.PointsPerElement) return this;
        GaussRule own = GaussRule.Of(from.PointsPerElement), other = GaussRule.Of(to.PointsPerElement);
        double[] Carried(double[] values)
        {
            double[] carried = new double[to.Elements * to.PointsPerElement];
            (double least, double most) = (values.Min(), values.Max());
            for (int k = 0; k < carried.Length; k++)
            {
                double place = (k / to.PointsPerElement + other.Points[k % to.PointsPerElement]) / to.Elements * from.Elements, sum = 0;
                int element = Math.Min((int)place, from.Elements - 1);
                for (int i = 0; i < from.PointsPerElement; i++)
                {
                    double weight = 1;
                    for (int j = 0; j < from.PointsPerElement; j++)
                        if (j != i) weight *= (place - element - own.Points[j]) / (own.Points[i] - own.Points[j]);
                    sum += weight * values[element * from.PointsPerElement + i];
                }
                carried[k] = Math.Clamp(sum, least, most);
            }
            return carried;
        }

        return new FrozenBoundaries([.. Effects.Select(effect => effect with { Values = Carried(effect.Values) })]);
    }

    private FrozenBoundaries Each(FrozenBoundaries other, Func<FrozenEffect, double, double, double> each) =>
        new([.. Effects.Zip(other.Effects, (one, then) => one with { Values = [.. one.Values.Zip(then.Values, (a, b) => each(one, a, b))] })]);
}
