namespace Interphase.Cells;

/// <summary>What boundary processes have become, at every point of a composite.</summary>
/// <param name="Films">Resistances in series with intercalation, ohm m2.</param>
/// <param name="Contacts">Resistances between carbon and active material, ohm m2.</param>
/// <param name="Contact">Share of the contact as assembled that is left where no gap is open.</param>
/// <param name="Ions">Share of the ionic conductivity as assembled that is left.</param>
internal sealed record FrozenBoundaries(double[] Films, double[] Contacts, double[] Contact, double[] Ions)
{
    /// <summary>How each of them answers the parameter that is varied; null where they do not.</summary>
    public FrozenBoundaries? Slopes { get; init; }

    /// <summary>As assembled.</summary>
    public static FrozenBoundaries Fresh(int points)
    {
        double[] Ones() => [.. Enumerable.Repeat(1.0, points)];
        return new FrozenBoundaries(new double[points], new double[points], Ones(), Ones());
    }

    /// <summary>So far on the way from these to others.</summary>
    public FrozenBoundaries Towards(FrozenBoundaries other, double share) =>
        new(Mix(Films, other.Films, share), Mix(Contacts, other.Contacts, share), Mix(Contact, other.Contact, share), Mix(Ions, other.Ions, share));

    /// <summary>What changes on that way, of one kind: 0 films, 1 contacts to carbon, 2 contact, 3 ions; none of the others.</summary>
    public FrozenBoundaries Way(FrozenBoundaries other, int kind)
    {
        double[] Of(double[] from, double[] to, int own) => kind == own ? [.. from.Zip(to, (a, b) => b - a)] : new double[from.Length];
        return new FrozenBoundaries(Of(Films, other.Films, 0), Of(Contacts, other.Contacts, 1), Of(Contact, other.Contact, 2), Of(Ions, other.Ions, 3));
    }

    private static double[] Mix(double[] from, double[] to, double share) => [.. from.Zip(to, (a, b) => a + share * (b - a))];
}
