using System.Globalization;

namespace Interphase.Descriptions;

/// <summary>Reads <c>25 mg/cm2</c>, <c>10^-12 cm2/s</c>, <c>C/10</c>, <c>1.56 ± 0.11 mS/cm</c>; what is wrong is said with what would be right.</summary>
internal static class QuantityParser
{
    private const int LongestText = 120;
    private const double WarmestCelsius = 150;

    // What people write for a unit, and the symbol that is meant.
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["micron"] = "um",
        ["microns"] = "um",
        ["hour"] = "h",
        ["hours"] = "h",
        ["hr"] = "h",
        ["minutes"] = "min",
        ["sec"] = "s",
        ["seconds"] = "s",
        ["percent"] = "%",
        ["kelvin"] = "K",
        ["volt"] = "V",
        ["volts"] = "V",
    };

    private static readonly Unit RateUnit = Measures.Rate.Display;

    public static bool TryParse(string text, ReadOnlySpan<Measure> measures, out Quantity quantity, out QuantityFault? fault) =>
        TryParse(text, measures, suggest: true, out quantity, out fault);

    // A suggestion is itself read before it is offered, without suggestions of its own.
    private static bool TryParse(string text, ReadOnlySpan<Measure> measures, bool suggest, out Quantity quantity, out QuantityFault? fault)
    {
        quantity = default;
        string shown = Quoted.Of(text);
        string expected = Expected(measures);
        string trimmed = text.Trim();
        if (trimmed.Length is 0 or > LongestText)
        {
            fault = new QuantityFault(trimmed.Length == 0 ? "nothing" : $"a text of {trimmed.Length} characters", expected, Example(measures));
            return false;
        }
        bool wantsCurrent = Any(measures, static measure => measure.Kind == MeasureKind.Rate);
        if (TryFraction(trimmed, out quantity, out string? reason))
            return Checked(trimmed, shown, measures, expected, ref quantity, out fault);
        if (reason is null && TryPlain(trimmed, wantsCurrent, measures.Length == 0, out quantity, out reason))
            return Checked(trimmed, shown, measures, expected, ref quantity, out fault);
        fault = new QuantityFault($"{shown}: {reason}", expected, suggest ? Nearest(trimmed, measures) : "");
        return false;
    }

    // C/10 is the one quantity that begins with its unit.
    private static bool TryFraction(string text, out Quantity quantity, out string? reason)
    {
        quantity = default;
        reason = null;
        if (text.Length < 3 || text[0] != 'C' || text[1..].TrimStart() is not ['/', .. string divisor]) return false;
        if (!TryNumber(divisor.Trim(), out double by, out int used) || used != divisor.Trim().Length || !(by > 0) || !double.IsFinite(1 / by))
        {
            reason = "what follows `C/` is no positive number";
            return false;
        }
        // Kept as the division that was written: C/3 is exactly 1/3.
        quantity = new Quantity(1 / by, RateUnit);
        return true;
    }

    private static bool TryPlain(string text, bool wantsRate, bool anything, out Quantity quantity, out string? reason)
    {
        quantity = default;
        if (!TryNumber(text, out double number, out int used))
        {
            reason = used > 0 ? "the number is beyond what can be represented" : "no number begins it";
            return false;
        }
        string rest = text[used..];
        if (rest.StartsWith(',') && rest.Length > 1 && char.IsAsciiDigit(rest[1]))
        {
            reason = "a decimal comma; write a point";
            return false;
        }
        Spread? spread = null;
        string unitText = rest;
        int sign = IndexOfSpread(rest, out int width);
        if (sign >= 0)
        {
            string after = rest[(sign + width)..].Trim();
            unitText = rest[..sign].Trim();
            if (!TryNumber(after, out double half, out int read) || !(half >= 0))
            {
                reason = "what follows ± is no positive number";
                return false;
            }
            string spreadUnit = after[read..].Trim();
            if (spreadUnit == "%" && (unitText.Length > 0 || sign >= 0) && unitText != "%") spread = new Spread(half / 100, true);
            else if (unitText.Length == 0) (spread, unitText) = (new Spread(half, false), spreadUnit);
            else if (spreadUnit == unitText) spread = new Spread(half, false);
            else
            {
                reason = $"the spread wants `%` or the unit of the value, `{unitText}`";
                return false;
            }
        }
        // 0.1C is a rate, whatever else C may mean; 11 C/m2 is not.
        if (unitText.Trim() == "C" && (wantsRate || (anything && !unitText.StartsWith(' '))))
        {
            quantity = new Quantity(number, RateUnit, spread);
            reason = null;
            return true;
        }
        if (!Unit.TryParse(unitText.Trim(), out Unit unit, out string? unitFault))
        {
            reason = unitFault;
            return false;
        }
        if (spread is { IsRelative: true } && unit.Kind == UnitKind.Celsius)
        {
            reason = "a relative spread on °C depends on the zero of the scale; write it in °C";
            return false;
        }
        quantity = new Quantity(number, unit, spread);
        reason = null;
        return true;
    }

    private static bool Checked(
        string text, string shown, ReadOnlySpan<Measure> measures, string expected, ref Quantity quantity, out QuantityFault? fault)
    {
        fault = null;
        if (!double.IsFinite(quantity.Si) || !double.IsFinite(quantity.SpreadSi))
        {
            fault = new QuantityFault($"{shown}: the number is beyond what can be represented", expected, Example(measures));
            return false;
        }
        if (measures.Length == 0) return true;
        Quantity read = quantity;
        foreach (Measure measure in measures)
        {
            if (read.Unit.Symbol.Length == 0 && !measure.MayBeBare) continue;
            if (!measure.Accepts(read.Unit)) continue;
            if (measure.Kind == MeasureKind.Temperature && read.Si <= 0)
            {
                fault = new QuantityFault($"{shown}, which is at or below absolute zero", expected, "write a temperature above 0 K (-273.15 °C)");
                return false;
            }
            return true;
        }
        if (read.Unit.Symbol.Length == 0)
        {
            // A number that would be absurd in °C was meant in kelvin.
            string Meant(Measure measure) => $"`{text} {(measure.Kind == MeasureKind.Temperature && read.Number > WarmestCelsius ? "K" : measure.Display)}`";
            string suggestion = Meant(measures[0]);
            for (int i = 1; i < measures.Length; i++) suggestion += $" or {Meant(measures[i])}";
            fault = new QuantityFault($"{shown}, which has no unit", expected, $"did you mean {suggestion}?");
        }
        else if (measures[0].Kind == MeasureKind.Temperature && read.Unit.Symbol == "C")
            fault = new QuantityFault($"{shown}, which is a C-rate or a charge", expected, $"did you mean `{Quantity.Significant(read.Number, 12)} °C`?");
        else if (measures[0] is { Kind: MeasureKind.Plain } && measures[0].Dimension == read.Dimension && read.Unit.Kind == UnitKind.Celsius)
            fault = new QuantityFault($"{shown}, an absolute temperature", expected, $"a difference is written in K: `{Quantity.Significant(read.Number, 12)} K`");
        else if (measures[0].Dimension == read.Dimension && read.Unit.Kind is UnitKind.Share && measures[0].Kind is MeasureKind.MassShare or MeasureKind.VolumeShare)
            fault = new QuantityFault($"{shown}, a share of something unsaid", expected, $"write `{read.Number} wt%` or `{read.Number} vol%`");
        else
            fault = new QuantityFault($"{shown}, which is {(read.Unit.Symbol == "C" ? "a C-rate or a charge" : Measures.Describe(read.Unit))}", expected, Example(measures));
        return false;
    }

    private static int IndexOfSpread(string text, out int width)
    {
        int at = text.IndexOf('±', StringComparison.Ordinal);
        width = 1;
        if (at >= 0) return at;
        foreach (string sign in (ReadOnlySpan<string>)["+/-", "+-"])
        {
            at = text.IndexOf(sign, StringComparison.Ordinal);
            width = sign.Length;
            if (at >= 0) return at;
        }
        return -1;
    }

    // 1.6e-3, 1.6 x 10^-3, 10^-12, −5: used is 0 when no number begins the text.
    private static bool TryNumber(string text, out double number, out int used)
    {
        number = double.NaN;
        used = 0;
        int at = 0;
        if (at < text.Length && text[at] is '+' or '-' or '−') at++;
        int digits = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        if (at < text.Length && text[at] == '.' && (at > digits || (at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
        {
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        }
        if (at == digits) return false;
        if (at + 1 < text.Length && text[at] is 'e' or 'E')
        {
            int exponent = at + 1;
            if (text[exponent] is '+' or '-' or '−') exponent++;
            int first = exponent;
            while (exponent < text.Length && char.IsAsciiDigit(text[exponent])) exponent++;
            if (exponent > first) at = exponent;
        }
        string literal = text[..at].Replace('−', '-');
        used = at;
        int power = at;
        if (literal is "10" or "+10" && at + 1 < text.Length && text[at] == '^' && TryPower(text, at + 1, out int ten, out int end))
            (literal, used) = ($"1e{ten}", end);
        else
        {
            while (power < text.Length && text[power] == ' ') power++;
            if (power < text.Length && text[power] is '×' or 'x' or '*' or '·')
            {
                power++;
                while (power < text.Length && text[power] == ' ') power++;
                if (power + 3 <= text.Length && text.AsSpan(power, 3) is "10^" && !literal.AsSpan().ContainsAny('e', 'E')
                    && TryPower(text, power + 3, out ten, out end))
                    (literal, used) = ($"{literal}e{ten}", end);
            }
        }
        number = double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number);
    }

    private static bool TryPower(string text, int at, out int power, out int end)
    {
        end = at;
        if (end < text.Length && text[end] is '+' or '-' or '−') end++;
        int first = end;
        while (end < text.Length && end - first < 4 && char.IsAsciiDigit(text[end])) end++;
        return int.TryParse(text[at..end].Replace('−', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out power);
    }

    private static string Expected(ReadOnlySpan<Measure> measures)
    {
        if (measures.Length == 0) return "a quantity such as `110 um`";
        var names = new List<string>();
        foreach (Measure measure in measures)
            names.Add(measure.Display.Symbol.Length == 0 || measure.Kind is MeasureKind.Share or MeasureKind.VolumeFraction ? measure.Name : $"{measure.Name} such as `{Sample(measure)}`");
        return string.Join(" or ", names);
    }

    private static string Example(ReadOnlySpan<Measure> measures) => measures.Length == 0 ? "write a number and its unit" : $"for example `{Sample(measures[0])}`";

    private static string Sample(Measure measure) => measure.Kind switch
    {
        MeasureKind.Rate => "0.1C",
        MeasureKind.Temperature => "30 °C",
        MeasureKind.Share or MeasureKind.VolumeFraction => "15 %",
        MeasureKind.Number => "0.5",
        _ => $"10 {measure.Display}",
    };

    private static string Nearest(string text, ReadOnlySpan<Measure> measures)
    {
        int at = text.Length;
        while (at > 0 && (char.IsLetter(text[at - 1]) || text[at - 1] is '%' or '°')) at--;
        string symbol = text[at..];
        if (text.Contains(',', StringComparison.Ordinal) && TryParse(text.Replace(',', '.'), measures, suggest: false, out _, out _)) return $"write `{text.Replace(',', '.')}`";
        if (symbol.Length > 1 && (Words.GetValueOrDefault(symbol) ?? Names.Nearest(symbol, UnitSymbols.All)) is { } near && TryParse(text[..at] + near, measures, suggest: false, out _, out _)) return $"did you mean `{text[..at]}{near}`?";
        return Example(measures);
    }

    private static bool Any(ReadOnlySpan<Measure> measures, Func<Measure, bool> test)
    {
        foreach (Measure measure in measures) if (test(measure)) return true;
        return false;
    }
}
