using System.Collections.Frozen;

namespace Interphase.Descriptions;

/// <summary>The units that may be written, one row each.</summary>
internal static class UnitSymbols
{
    private static readonly Dimension Energy = Dimension.Of(metre: 2, kilogram: 1, second: -2);
    private static readonly Dimension Charge = Dimension.Of(second: 1, ampere: 1);
    private static readonly Dimension Pressure = Dimension.Of(metre: -1, kilogram: 1, second: -2);
    private static readonly Dimension Resistance = Dimension.Of(metre: 2, kilogram: 1, second: -3, ampere: -2);

    // Symbols that take a prefix. The kilogram's own prefix is why the gram stands here at 10^-3.
    private static readonly FrozenDictionary<string, Unit> Prefixed = Table(
        new("m", Dimension.Of(metre: 1), 1, 0),
        new("g", Dimension.Of(kilogram: 1), 1, -3),
        new("s", Dimension.Of(second: 1), 1, 0),
        new("A", Dimension.Of(ampere: 1), 1, 0),
        new("K", Dimension.Of(kelvin: 1), 1, 0),
        new("mol", Dimension.Of(mole: 1), 1, 0),
        new("Hz", Dimension.Of(second: -1), 1, 0),
        new("N", Dimension.Of(metre: 1, kilogram: 1, second: -2), 1, 0),
        new("Pa", Pressure, 1, 0),
        new("bar", Pressure, 1, 5),
        new("J", Energy, 1, 0),
        new("eV", Energy, 1.602176634, -19),
        new("Wh", Energy, 3.6, 3),
        new("W", Dimension.Of(metre: 2, kilogram: 1, second: -3), 1, 0),
        new("V", Dimension.Of(metre: 2, kilogram: 1, second: -3, ampere: -1), 1, 0),
        new("C", Charge, 1, 0),
        new("Ah", Charge, 3.6, 3),
        new("F", Dimension.Of(metre: -2, kilogram: -1, second: 4, ampere: 2), 1, 0),
        new("S", Dimension.Of(metre: -2, kilogram: -1, second: 3, ampere: 2), 1, 0),
        new("ohm", Resistance, 1, 0),
        new("Ohm", Resistance, 1, 0),
        new("Ω", Resistance, 1, 0),
        new("L", Dimension.Of(metre: 3), 1, -3),
        new("l", Dimension.Of(metre: 3), 1, -3));

    private static readonly FrozenDictionary<string, Unit> Plain = Table(
        new("min", Dimension.Of(second: 1), 6, 1),
        new("h", Dimension.Of(second: 1), 3.6, 3),
        new("d", Dimension.Of(second: 1), 8.64, 4),
        new("Å", Dimension.Of(metre: 1), 1, -10),
        new("%", Dimension.None, 1, -2, UnitKind.Share),
        new("ppm", Dimension.None, 1, -6, UnitKind.Share),
        new("wt%", Dimension.None, 1, -2, UnitKind.MassShare),
        new("vol%", Dimension.None, 1, -2, UnitKind.VolumeShare),
        new("mol%", Dimension.None, 1, -2, UnitKind.AmountShare),
        new("at%", Dimension.None, 1, -2, UnitKind.AmountShare),
        new("°C", Dimension.Of(kelvin: 1), 1, 0, UnitKind.Celsius),
        new("degC", Dimension.Of(kelvin: 1), 1, 0, UnitKind.Celsius));

    private static readonly FrozenDictionary<char, int> Prefixes = new Dictionary<char, int>
    {
        ['f'] = -15,
        ['p'] = -12,
        ['n'] = -9,
        ['u'] = -6,
        ['µ'] = -6,
        ['m'] = -3,
        ['c'] = -2,
        ['d'] = -1,
        ['h'] = 2,
        ['k'] = 3,
        ['M'] = 6,
        ['G'] = 9,
        ['T'] = 12,
    }.ToFrozenDictionary();

    /// <summary>Every symbol without prefixes, for messages that offer the nearest one.</summary>
    public static IEnumerable<string> All => Prefixed.Keys.Concat(Plain.Keys).Concat(["um", "nm", "mm", "cm", "mg", "kg", "mV", "mA", "mAh", "kJ", "MPa", "GPa", "mS", "kHz", "MHz"]);

    public static bool TryFind(string symbol, out Unit unit)
    {
        // U+03BC (mu) and U+00B5 (micro), U+2126 (ohm) and U+03A9 (omega), U+212B (angstrom) and U+00C5 look alike; either is meant.
        symbol = symbol.Replace('μ', 'µ').Replace('\u2126', 'Ω').Replace('\u212B', 'Å');
        if (Plain.TryGetValue(symbol, out unit) || Prefixed.TryGetValue(symbol, out unit)) return true;
        if (symbol.Length > 1 && Prefixes.TryGetValue(symbol[0], out int power) && Prefixed.TryGetValue(symbol[1..], out unit))
        {
            unit = new Unit(symbol, unit.Dimension, unit.Mantissa, unit.Power + power);
            return true;
        }
        unit = default;
        return false;
    }

    private static FrozenDictionary<string, Unit> Table(params Unit[] units) => units.ToFrozenDictionary(unit => unit.Symbol);
}
