using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>What a cell file says of an electrolyte that was exposed to moisture before the cell was made.</summary>
public static class ExposureFields
{
    /// <summary>The name of its section.</summary>
    public const string Section = "exposure";

    // Volume of a mole of gas at 25 °C and 1 bar, m3.
    private const double MolarVolume = 0.02479;

    /// <summary>Time.</summary>
    public static readonly QuantityField Time = new("time", Measures.Time, "0 s", "1000 h", "How long the electrolyte was exposed.");

    /// <summary>Rate.</summary>
    public static readonly QuantityField Rate = new("rate", new Measure("a rate", "1/h"), "0 1/h", "1e6 1/h", "Share of it that is hydrolysed in a time, at the moisture that it saw.");

    /// <summary>Exponent.</summary>
    public static readonly QuantityField Exponent = new("conductivityExponent", Measures.Number, "0", "100", "Exponent with which its conductivity follows what is left of it.");

    /// <summary>The section.</summary>
    public static Section Declaration { get; } = new(Section, "Exposure to moisture before assembly: some of the electrolyte is hydrolysed, gives off H2S and conducts less; a bare value is its time.")
    {
        Fields = [Time, Rate, Exponent],
        Shorthand = Time,
    };

    /// <summary>What is left of an electrolyte, and by what its conductivity is to be multiplied; 1 and 1 where it was not exposed. docs/physics.md (165).</summary>
    /// <param name="electrolyte">The electrolyte, or a layer of it.</param>
    /// <param name="problems">Receives what is missing.</param>
    internal static (double Left, double Conducts) Of(Description? electrolyte, Problems problems)
    {
        const double usualExponent = 3.7;
        if (electrolyte?.Within(Section) is not { } section) return (1, 1);
        if (section.Get(Time) is null) problems.Add(section.Place, section.PathOf(Time), "nothing", "how long it was exposed", "write `time: 30 min`");
        if (section.Get(Rate) is null) problems.Add(section.Place, section.PathOf(Rate), "nothing", "how fast it is hydrolysed at that moisture", "write `rate: 0.01 1/h`");
        if (section.Get(Time) is not { } time || section.Get(Rate) is not { } rate) return (1, 1);
        double left = Math.Exp(-time.Value.Si * rate.Value.Si);
        return (left, Math.Pow(left, section.GetOrDefault(Exponent, new Quantity(usualExponent, Unit.One), "assumed: as where an electrolyte is used up in a cell").Si));
    }

    /// <summary>H2S that it gave off, m3 per kg of electrolyte at 25 °C and 1 bar; null where that is not known.</summary>
    internal static double? Gas(Description electrolyte)
    {
        if (electrolyte.Within(Section) is not { } section || section.Get(Time) is not { } time || section.Get(Rate) is not { } rate || electrolyte.Get(MaterialFields.Formula)?.Value is not { } formula) return null;
        return (1 - Math.Exp(-time.Value.Si * rate.Value.Si)) * formula.Amount("S").ToDouble() / formula.MolarMass * MolarVolume;
    }
}
