using System.Globalization;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>Writes what was computed from other values into a description, so that it is listed with what it was completed from.</summary>
internal static class Completion
{
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
}
