using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>What boundary processes see of the points of a composite, and what they change there. One call serves all points at once.</summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class PointConditions<T>(int points)
    where T : unmanaged, IScalar<T>
{
    /// <summary>Points along the electrode.</summary>
    public int Points => points;

    /// <summary>Time of an implicit step, s; 0 where states stay.</summary>
    public double Delay { get; set; }

    /// <summary>Potential of the electrons against that of the ions, V against lithium.</summary>
    public T[] Potentials { get; } = new T[points];

    /// <summary>Mean lithium content of the active material.</summary>
    public T[] Contents { get; } = new T[points];

    /// <summary>How fast it changes, 1/s.</summary>
    public T[] Rates { get; } = new T[points];

    /// <summary>Share of the contact as assembled that is left.</summary>
    public T[] Contact { get; } = new T[points];

    /// <summary>What leaves into the electrolyte beside intercalation, A/m3.</summary>
    public T[] Currents { get; } = new T[points];

    /// <summary>Its slope in the potential, S/m3, at least 0.</summary>
    public double[] Slopes { get; } = new double[points];

    /// <summary>Resistance in series with intercalation, ohm m2 of contacted surface.</summary>
    public T[] Films { get; } = new T[points];

    /// <summary>Resistance between carbon and active material, in series with intercalation, ohm m2 of contacted surface.</summary>
    public T[] Contacts { get; } = new T[points];

    /// <summary>Share of the ionic conductivity as assembled that is left.</summary>
    public T[] Ions { get; } = new T[points];

    /// <summary>Takes back all changes.</summary>
    public void Clear()
    {
        T one = T.Constant(1);
        Array.Clear(Currents);
        Array.Clear(Slopes);
        Array.Clear(Films);
        Array.Clear(Contacts);
        Array.Fill(Contact, one);
        Array.Fill(Ions, one);
    }
}
