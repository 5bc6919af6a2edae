using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>A law of what a point of a boundary sees: a number or a formula, in SI.</summary>
/// <param name="Property">As it was written.</param>
public sealed record BoundaryLaw(Property Property)
{
    private readonly int[] _places = Property.Formula is { } formula ? [.. formula.Variables.Select(name => Array.IndexOf(GrowthFields.Variables, name))] : [];
    private readonly double _unit = Property.Unit.ToSi(1);

    /// <summary>The rate.</summary>
    /// <param name="variables">In the order of <see cref="GrowthFields.Variables"/>.</param>
    public T Rate<T>(ReadOnlySpan<T> variables)
        where T : unmanaged, IScalar<T>
    {
        if (Property.Formula is not { } formula) return T.Constant(Property.Constant!.Value.Si);
        Span<T> own = stackalloc T[_places.Length];
        for (int i = 0; i < own.Length; i++) own[i] = variables[_places[i]];
        return T.Constant(_unit) * formula.Evaluate<T>(own);
    }
}
