using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Interphase.Descriptions;

/// <summary>A field that holds a quantity: one or more measures, a plausible range, a scale.</summary>
public sealed class QuantityField : Field<Quantity>
{
    // The largest number that people write before a unit, and by how many powers of ten a prefix is off at most.
    private const double MostWritten = 1e5, MostSlip = 6.5;

    /// <summary>Declares a field.</summary>
    /// <param name="name">The last part of its path.</param>
    /// <param name="measure">What it measures.</param>
    /// <param name="lowest">The least plausible value, with unit; inclusive.</param>
    /// <param name="highest">The greatest plausible value, with unit; inclusive.</param>
    /// <param name="summary">One line of documentation.</param>
    public QuantityField(string name, Measure measure, string lowest, string highest, string summary) : base(name, summary)
    {
        Measures = [measure];
        Ranges = [new QuantityRange(lowest, highest)];
    }

    private QuantityField(QuantityField first, Measure measure, string lowest, string highest) : base(first.Name, first.Summary)
    {
        Measures = first.Measures.Add(measure);
        Ranges = first.Ranges.Add(new QuantityRange(lowest, highest));
    }

    /// <summary>The measures accepted, the first one shown in messages.</summary>
    public ImmutableArray<Measure> Measures { get; }

    /// <summary>The plausible range in each measure.</summary>
    public ImmutableArray<QuantityRange> Ranges { get; }

    /// <summary>Along which scale the field is varied: by ratios where the range spans two decades.</summary>
    public Scale Scale => Ranges[0].Lowest.Si > 0 && Ranges[0].Highest.Si / Ranges[0].Lowest.Si >= 100 ? Scale.Logarithmic : Scale.Linear;

    /// <summary>The same field accepting a second measure, such as a share of volume beside a share of mass.</summary>
    public QuantityField Or(Measure measure, string lowest, string highest) => new(this, measure, lowest, highest);

    /// <summary>Which of the field's measures a quantity is of; quantities that were read always are of one.</summary>
    public Measure MeasureOf(Quantity quantity) => Measures.First(measure => measure.Accepts(quantity.Unit));

    /// <inheritdoc/>
    public override JsonObject Schema() => FieldSchemas.Quantity(Measures, Ranges);

    /// <inheritdoc/>
    protected override bool TryRead(Node node, ReadingScope scope, out Quantity value) => TryReadQuantity(node, scope, Measures.AsSpan(), Ranges.AsSpan(), out value);

    /// <inheritdoc/>
    protected override string Show(Quantity value) => value.ToString();

    /// <inheritdoc/>
    protected override JsonNode? ToJson(Quantity value) => new JsonObject { ["value"] = value.Number, ["unit"] = value.Unit.Symbol };

    internal static bool TryReadQuantity(
        Node node, ReadingScope scope, ReadOnlySpan<Measure> measures, ReadOnlySpan<QuantityRange> ranges, out Quantity value)
    {
        value = default;
        string expected = measures[0].Name;
        if (!scope.TryText(node, expected, $"write one value, such as `{Middle(ranges[0], measures[0])}`", out string text)) return false;
        if (!Quantity.TryParse(text, measures, out value, out QuantityFault? fault)) return scope.Refuse(node, fault!.Found, fault.Expected, fault.Suggestion);
        for (int i = 0; i < measures.Length; i++)
        {
            if (!measures[i].Accepts(value.Unit)) continue;
            QuantityRange range = ranges[i];
            if (range.Contains(value.Si)) return true;
            string suggestion = Rescaled(value, range) is { } meant ? $"did you mean `{meant}`?" : "check the unit and the power of ten";
            return scope.Refuse(node, Quoted.Of(text), $"{measures[i].Name} between {range.Lowest} and {range.Highest}", suggestion);
        }
        return true;
    }

    // A value off by a unit's prefix is the commonest slip: offer the prefix that brings it into the range. Nobody writes 10000000 pm, nor uJ for kJ.
    private static string? Rescaled(Quantity value, QuantityRange range)
    {
        if (value.Unit.Symbol.Length == 0 && range.Contains(value.Si / 100) && range.Highest.Si <= 1) return $"{value} %";
        if (value.Unit.Kind != UnitKind.Plain || value.Unit.Symbol.Length == 0) return null;
        if (Math.Abs(value.Number) >= MostWritten) return null;
        string symbol = value.Unit.Symbol;
        ReadOnlySpan<string> prefixes = ["u", "m", "n", "k", "M", "", "c", "G", "p"];
        (double Slip, Quantity? Meant) best = (MostSlip, null);
        foreach (string from in prefixes)
        {
            if (!symbol.StartsWith(from, StringComparison.Ordinal)) continue;
            foreach (string to in prefixes)
            {
                if (to == from || !Unit.TryParse(to + symbol[from.Length..], out Unit unit, out _) || unit.Dimension != value.Dimension) continue;
                double si = unit.ToSi(value.Number), slip = Math.Abs(Math.Log10(Math.Abs(si / value.Si)));
                // The likeliest slip first: one prefix for its neighbour; a centimetre is rarely meant.
                if (to == "c" || from == "c") slip += 3;
                if (range.Contains(si) && slip < best.Slip) best = (slip, new Quantity(value.Number, unit));
            }
        }
        return best.Meant?.ToString();
    }

    private static string Middle(QuantityRange range, Measure measure)
    {
        double middle = range.Lowest.Si > 0 ? Math.Sqrt(range.Lowest.Si * range.Highest.Si) : (range.Lowest.Si + range.Highest.Si) / 2;
        return measure.Show(middle, 1);
    }
}
