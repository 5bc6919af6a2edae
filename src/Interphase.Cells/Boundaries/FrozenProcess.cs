using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>Boundaries that go no further: what they have become acts on the cell, as numbers that a parameter may vary.</summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class FrozenProcess<T>(FrozenBoundaries boundaries, Variation<T> variation, int points) : BoundaryProcess<T>
    where T : unmanaged, IScalar<T>
{
    private readonly T[] _films = Of(boundaries, variation, each => each.Films), _contacts = Of(boundaries, variation, each => each.Contacts), _ions = Of(boundaries, variation, each => each.Ions);

    /// <summary>What is left of the contact, which a gap may still open.</summary>
    public static T[] Contact(FrozenBoundaries boundaries, Variation<T> variation) => Of(boundaries, variation, each => each.Contact);

    public override int States => 0;

    public override bool ChangesIons => true;

    public override void SetTemperature(T temperature, T thermal)
    {
    }

    public override void Begin(ReadOnlySpan<T> history)
    {
    }

    public override void Evaluate(PointConditions<T> conditions)
    {
        for (int k = 0; k < points; k++)
        {
            conditions.Films[k] += _films[k];
            conditions.Contacts[k] += _contacts[k];
            conditions.Ions[k] *= _ions[k];
        }
    }

    public override void Finish(ReadOnlySpan<T> beyond, Span<T> states)
    {
    }

    public override void Weights(ReadOnlySpan<T> states, double content, Span<double> weights)
    {
    }

    public override T Released(ReadOnlySpan<T> states, int point) => T.Constant(0);

    public override void Book(ReadOnlySpan<T> states, int point, double weight, ILedger ledger)
    {
    }

    private static T[] Of(FrozenBoundaries boundaries, Variation<T> variation, Func<FrozenBoundaries, double[]> each)
    {
        double[] values = each(boundaries);
        double[]? slopes = boundaries.Slopes is { } varied ? each(varied) : null;
        return [.. values.Select((value, k) => slopes is null || T.Order == 0 ? T.Constant(value) : T.Compose(variation.Parameter, value, slopes[k], 0))];
    }
}
