using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>Contacts between layers of the separator, and to the cathode, that react and resist more by the root of time. docs/physics.md (162).</summary>
/// <remarks>The states are the squares of what has grown, ohm2 m4: they change with temperature alone.</remarks>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class GrowingContacts<T>
    where T : unmanaged, IScalar<T>
{
    // In series with a current a resistance below this is none, ohm2 m4: a root has no slope at zero.
    private const double Least = 1e-30;

    private readonly (int Layer, T Rate, ThermalLaw Law, bool OnCathodeSide)[] _contacts;
    private readonly bool _isHeld;

    public GrowingContacts(CellCoefficients cell, CellCoefficients above, CellCoefficients below, Variation<T> variation)
    {
        double length = cell.Separator.Sum(layer => layer.Thickness), end = 0;
        var contacts = new List<(int, T, ThermalLaw, bool)>();
        for (int i = 0; i < cell.Separator.Length; i++)
        {
            end += cell.Separator[i].Thickness / length;
            int at = i;
            double Square(CellCoefficients of) => of.Separator[at].InterfaceGrowth * of.Separator[at].InterfaceGrowth;
            if (cell.Separator[i].InterfaceGrowth > 0) contacts.Add((i, variation.Of(Square(cell), Square(above), Square(below)), cell.Separator[i].InterfaceGrowthActivation, end > cell.ReferencePosition));
        }
        (_contacts, _isHeld) = ([.. contacts], cell.IsHeld);
    }

    /// <summary>Number of states.</summary>
    public int Count => _contacts.Length;

    /// <summary>Writes the states at the end of an implicit step.</summary>
    public void Grow(double delay, T temperature, ReadOnlySpan<T> history, Span<T> states)
    {
        for (int i = 0; i < _contacts.Length; i++)
        {
            T factor = _contacts[i].Law.Factor(temperature);
            states[i] = _isHeld ? history[i] : history[i] + T.Constant(delay) * _contacts[i].Rate * factor * factor;
        }
    }

    /// <summary>What has grown: all of it, and what stands between the reference electrode and the cathode, ohm m2.</summary>
    public (T All, T CathodeSide) Resistance(ReadOnlySpan<T> states)
    {
        T all = T.Constant(0), side = all;
        for (int i = 0; i < _contacts.Length; i++)
        {
            T grown = Grown(states[i]);
            all += grown;
            if (_contacts[i].OnCathodeSide) side += grown;
        }
        return (all, side);
    }

    /// <summary>Adds what has grown at each layer's contact, ohm m2.</summary>
    public void Add(ReadOnlySpan<T> states, Span<double> layers)
    {
        for (int i = 0; i < _contacts.Length; i++) layers[_contacts[i].Layer] += Grown(states[i]).Value;
    }

    private static T Grown(T square) => square.Value > Least ? Elementary.Sqrt(square) : T.Constant(0);
}
