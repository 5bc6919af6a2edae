namespace Interphase.Descriptions;

/// <summary>A voltage with what it is given against.</summary>
/// <param name="Voltage">The number with its unit.</param>
/// <param name="Reference">Against what.</param>
public readonly record struct Potential(Quantity Voltage, PotentialReference Reference)
{
    /// <summary>As written: <c>4.3 V</c>, <c>4.3 V vs Li</c>, <c>cathode 4.3 V vs Li</c>.</summary>
    public override string ToString() => Reference switch
    {
        PotentialReference.Terminal => $"{Voltage}",
        PotentialReference.Lithium => $"{Voltage} vs Li",
        PotentialReference.Cathode => $"cathode {Voltage} vs Li",
        _ => $"anode {Voltage} vs Li",
    };

    /// <summary>Reads a potential; a problem is told as a fault.</summary>
    public static bool TryParse(string text, out Potential potential, out QuantityFault? fault)
    {
        const string expected = "a voltage such as `3.68 V`, `4.3 V vs Li` or `cathode 4.3 V vs Li`";
        potential = default;
        string rest = text.Trim();
        PotentialReference? electrode = null;
        foreach ((string word, PotentialReference reference) in (ReadOnlySpan<(string, PotentialReference)>)[("cathode", PotentialReference.Cathode), ("anode", PotentialReference.Anode)])
        {
            if (!rest.StartsWith(word + " ", StringComparison.Ordinal)) continue;
            (electrode, rest) = (reference, rest[(word.Length + 1)..].TrimStart());
        }
        bool lithium = false;
        int versus = rest.IndexOf(" vs ", StringComparison.Ordinal);
        if (versus < 0) versus = rest.IndexOf(" vs. ", StringComparison.Ordinal);
        if (versus >= 0)
        {
            string against = rest[(versus + 4)..].Trim();
            if (against is not ("Li" or "Li+/Li" or "Li/Li+" or "lithium"))
            {
                fault = new QuantityFault(Quoted.Of(text), expected, $"a voltage between the terminals needs no `vs {Quoted.Cut(against, 20)}`; only lithium is converted");
                return false;
            }
            (lithium, rest) = (true, rest[..versus]);
        }
        if (!Quantity.TryParse(rest, [Measures.Voltage], out Quantity voltage, out fault))
        {
            fault = fault! with { Expected = expected };
            return false;
        }
        if (electrode is not null && !lithium)
        {
            fault = new QuantityFault(Quoted.Of(text), expected, $"did you mean `{text.Trim()} vs Li`?");
            return false;
        }
        potential = new Potential(voltage, electrode ?? (lithium ? PotentialReference.Lithium : PotentialReference.Terminal));
        return true;
    }
}
