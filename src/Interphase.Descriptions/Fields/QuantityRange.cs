namespace Interphase.Descriptions;

/// <summary>A plausible range, ends included; read from its declaration when first asked for, since most fields of a vocabulary never are.</summary>
public sealed class QuantityRange
{
    private readonly Lazy<Quantity> lowest, highest;

    /// <summary>A range from two texts that are known to be right.</summary>
    public QuantityRange(string lowest, string highest) => (this.lowest, this.highest) = (new(() => Quantity.Parse(lowest)), new(() => Quantity.Parse(highest)));

    /// <summary>The least plausible value.</summary>
    public Quantity Lowest => lowest.Value;

    /// <summary>The greatest plausible value.</summary>
    public Quantity Highest => highest.Value;

    /// <summary>Whether a value in SI lies within.</summary>
    public bool Contains(double si) => si >= Lowest.Si && si <= Highest.Si;
}
