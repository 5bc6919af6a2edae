using System.Globalization;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>Writes what was computed from other values into a description, so that it is listed with what it was completed from.</summary>
internal static class Completion
{
    private const double Rounding = 1e-8;

    /// <summary>Completes a field in its display unit; nine digits, so that the value listed and given back makes the same cell.</summary>
    public static void Complete(this Description description, QuantityField field, double si, string from) => description.Complete(field, field.Measures[0].Display, si, from);

    /// <summary>Completes a field in a unit of one's choice.</summary>
    public static void Complete(this Description description, QuantityField field, Unit unit, double si, string from)
    {
        double number = double.Parse(unit.FromSi(si).ToString("G9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        description.Set(field.Set(new Quantity(number, unit), new Origin(OriginKind.Completed, null, from)));
    }

    /// <summary>The value of a field, or its default with the reason, which is then listed.</summary>
    public static Quantity GetOrDefault(this Description description, QuantityField field, Quantity value, string why)
    {
        if (description.Get(field) is { } given) return given.Value;
        description.Set(field.Set(value, new Origin(OriginKind.Default, null, why)));
        return value;
    }

    /// <summary>How late a value was said: a parent's values lie beneath a file's, and those beneath what is given beside it.</summary>
    public static int Lateness(this Setting<Quantity>? setting) => setting?.Origin.Kind switch
    {
        OriginKind.Override => 2,
        OriginKind.File => 1,
        _ => 0,
    };

    /// <summary>Holds everything that was completed against the same plausible ranges as what is written.</summary>
    public static void Check(Description cell, Problems problems)
    {
        foreach ((string path, ISetting setting) in cell.Settings())
        {
            if (setting is not { Origin: { Kind: OriginKind.Completed } origin, Content: Quantity quantity, Field: QuantityField field }) continue;
            QuantityRange range = field.Ranges[field.Measures.IndexOf(field.MeasureOf(quantity))];
            // Nine digits are kept of what is completed, and the range's ends allow for it.
            double slack = Rounding * Math.Abs(range.Highest.Si);
            if (quantity.Si >= range.Lowest.Si - slack && quantity.Si <= range.Highest.Si + slack) continue;
            string found = double.IsFinite(quantity.Si) ? $"{quantity.ToString(4)} from {origin.Detail}" : $"no finite value from {origin.Detail}";
            problems.Add(cell.Place, path, found, $"{field.MeasureOf(quantity).Name} between {range.Lowest} and {range.Highest}", "check what it follows from");
        }
    }
}
