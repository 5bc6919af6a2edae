using System.Text;

namespace Interphase.Descriptions;

/// <summary>
/// The exponents of the SI base quantities, counted in sixths so that halves and thirds (MPa·m^0.5) are exact.
/// The candela is absent: no quantity of a battery needs it.
/// </summary>
/// <param name="Length">Sixths of the exponent of the metre.</param>
/// <param name="Mass">Sixths of the exponent of the kilogram.</param>
/// <param name="Time">Sixths of the exponent of the second.</param>
/// <param name="Current">Sixths of the exponent of the ampere.</param>
/// <param name="Temperature">Sixths of the exponent of the kelvin.</param>
/// <param name="Amount">Sixths of the exponent of the mole.</param>
public readonly record struct Dimension(int Length, int Mass, int Time, int Current, int Temperature, int Amount)
{
    /// <summary>The dimension of a pure number.</summary>
    public static readonly Dimension None;

    /// <summary>A dimension from whole exponents: metre, kilogram, second, ampere, kelvin, mole.</summary>
    public static Dimension Of(int metre = 0, int kilogram = 0, int second = 0, int ampere = 0, int kelvin = 0, int mole = 0) =>
        new(6 * metre, 6 * kilogram, 6 * second, 6 * ampere, 6 * kelvin, 6 * mole);

    /// <summary>The dimension of a product.</summary>
    public static Dimension operator *(Dimension a, Dimension b) =>
        new(a.Length + b.Length, a.Mass + b.Mass, a.Time + b.Time, a.Current + b.Current, a.Temperature + b.Temperature, a.Amount + b.Amount);

    /// <summary>The dimension of a quotient.</summary>
    public static Dimension operator /(Dimension a, Dimension b) => a * b.InSixths(-6);

    /// <summary>The dimension raised to <paramref name="sixths"/>/6; exact only where the result is whole in sixths.</summary>
    internal Dimension InSixths(int sixths) => new(
        Length * sixths / 6, Mass * sixths / 6, Time * sixths / 6, Current * sixths / 6, Temperature * sixths / 6, Amount * sixths / 6);

    /// <summary>SI base units with exponents, such as <c>kg m^-3</c>; <c>1</c> for a pure number.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append("kg", Mass);
        Append("m", Length);
        Append("s", Time);
        Append("A", Current);
        Append("K", Temperature);
        Append("mol", Amount);
        return text.Length == 0 ? "1" : text.ToString();

        void Append(string symbol, int sixths)
        {
            if (sixths == 0) return;
            if (text.Length > 0) text.Append(' ');
            text.Append(symbol);
            if (sixths == 6) return;
            text.Append('^').Append(sixths % 6 == 0 ? $"{sixths / 6}" : sixths % 3 == 0 ? $"{sixths / 3}/2" : sixths % 2 == 0 ? $"{sixths / 2}/3" : $"{sixths}/6");
        }
    }
}
