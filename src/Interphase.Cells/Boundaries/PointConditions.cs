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

    /// <summary>Lithium content of the particles' surface, to which the integrator comes on.</summary>
    public T[] Surfaces { get; } = new T[points];

    /// <summary>Equilibrium potential at that content, V.</summary>
    public T[] Equilibria { get; } = new T[points];

    /// <summary>Share of the electrolyte as assembled that processes before this one have used; they add to it.</summary>
    public T[] Used { get; } = new T[points];

    /// <summary>Share of the film on carbon that a product makes conducting.</summary>
    public T[] Converted { get; } = new T[points];

    /// <summary>Share of the reservoir of the electrolyte's reversible redox that is left.</summary>
    public T[] Reservoir { get; } = new T[points];

    /// <summary>What leaves into the electrolyte beside intercalation, A/m3.</summary>
    public T[] Currents { get; } = new T[points];

    /// <summary>Its slope in the potential, S/m3, at least 0.</summary>
    public double[] Slopes { get; } = new double[points];

    /// <summary>Share of the contact as assembled that is left.</summary>
    public T[] Contact { get; } = new T[points];

    /// <summary>Resistance in series with intercalation, ohm m2 of contacted surface.</summary>
    public T[] Films { get; } = new T[points];

    /// <summary>Resistance between carbon and active material, in series with intercalation, ohm m2 of contacted surface.</summary>
    public T[] CarbonContacts { get; } = new T[points];

    /// <summary>Share of the ionic conductivity as assembled that is left.</summary>
    public T[] Ions { get; } = new T[points];

    /// <summary>Share of the particles that take part.</summary>
    public T[] Taking { get; } = new T[points];

    /// <summary>Thickness of the particles' shell that holds no lithium any more, m.</summary>
    public T[] Shells { get; } = new T[points];

    /// <summary>Share of the diffusivity in the particles that is left.</summary>
    public T[] Diffusion { get; } = new T[points];

    /// <summary>An effect at the points.</summary>
    public T[] Of(BoundaryEffect effect) => effect switch
    {
        BoundaryEffect.Films => Films,
        BoundaryEffect.CarbonContacts => CarbonContacts,
        BoundaryEffect.Contact => Contact,
        BoundaryEffect.Ions => Ions,
        BoundaryEffect.Taking => Taking,
        BoundaryEffect.Shell => Shells,
        BoundaryEffect.Diffusion => Diffusion,
        BoundaryEffect.Reservoir => Reservoir,
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "no effect on a point"),
    };

    /// <summary>Takes back all changes.</summary>
    public void Clear()
    {
        T one = T.Constant(1);
        Array.Clear(Used);
        Array.Clear(Converted);
        Array.Fill(Reservoir, one);
        Array.Clear(Currents);
        Array.Clear(Slopes);
        Array.Clear(Films);
        Array.Clear(CarbonContacts);
        Array.Clear(Shells);
        Array.Fill(Contact, one);
        Array.Fill(Ions, one);
        Array.Fill(Taking, one);
        Array.Fill(Diffusion, one);
    }
}
