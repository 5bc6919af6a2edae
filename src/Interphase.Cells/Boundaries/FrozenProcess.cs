using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>Boundaries that go no further: what they have become acts on the cell, as numbers that a parameter may vary.</summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class FrozenProcess<T>(FrozenBoundaries boundaries, Variation<T> variation, int points) : BoundaryProcess<T>
    where T : unmanaged, IScalar<T>
{
    private readonly (BoundaryEffect Effect, T[] Values)[] _effects =
        [.. Enumerable.Range(0, boundaries.Effects.Length).Where(i => boundaries.Effects[i].Effect != BoundaryEffect.State).Select(i => (boundaries.Effects[i].Effect, Values(boundaries, i, variation)))];

    public override int States => 0;

    public override bool ChangesIons => true;

    /// <summary>What an effect is at the points, with its answer to the parameter.</summary>
    public static T[] Values(FrozenBoundaries boundaries, int index, Variation<T> variation)
    {
        double[] values = boundaries.Effects[index].Values;
        double[]? slopes = boundaries.Slopes?.Effects[index].Values;
        return [.. values.Select((value, k) => slopes is null || T.Order == 0 ? T.Constant(value) : T.Compose(variation.Parameter, value, slopes[k], 0))];
    }

    public override void SetTemperature(T temperature, T thermal)
    {
    }

    public override void Begin(ReadOnlySpan<T> history)
    {
    }

    public override void Evaluate(PointConditions<T> conditions)
    {
        foreach ((BoundaryEffect effect, T[] values) in _effects)
        {
            T[] target = conditions.Of(effect);
            bool multiplies = FrozenEffect.Multiplies(effect);
            for (int k = 0; k < points; k++) target[k] = multiplies ? target[k] * values[k] : target[k] + values[k];
        }
    }

    public override void Finish(ReadOnlySpan<T> beyond, Span<T> states)
    {
    }

    public override void Weights(ReadOnlySpan<T> states, double content, Span<double> weights)
    {
    }
}
