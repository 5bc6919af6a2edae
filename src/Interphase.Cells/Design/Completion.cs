using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>Sets fields that follow from others, held against the same plausible range as what is written.</summary>
internal static class Completion
{
    // What is completed is kept to so many digits as a person would read; the range's ends allow for it.
    private const string Digits = "G9";
    private const double Rounding = 1e-8;

    /// <summary>Sets a field; false after telling that what follows from the others cannot be.</summary>
    /// <param name="section">The section of the field.</param>
    /// <param name="field">The field.</param>
    /// <param name="measure">The one of its measures that is completed.</param>
    /// <param name="si">In SI; whatever is not finite or not plausible is a problem.</param>
    /// <param name="from">From what it follows.</param>
    /// <param name="problems">Receives the problem.</param>
    public static bool Set(Description section, QuantityField field, Measure measure, double si, string from, Problems problems)
    {
        (Quantity lowest, Quantity highest) = field.Ranges[field.Measures.IndexOf(measure)];
        double slack = Rounding * Math.Abs(highest.Si);
        if (!(si >= lowest.Si - slack && si <= highest.Si + slack))
        {
            string found = double.IsFinite(si) ? $"{measure.Show(si, 4)} from {from}" : $"no finite value from {from}";
            problems.Add(section.Place, section.PathOf(field), found, $"{measure.Name} between {lowest} and {highest}", "check what it follows from");
            return false;
        }
        double number = double.Parse(measure.Display.FromSi(Math.Clamp(si, lowest.Si, highest.Si)).ToString(Digits));
        section.Set(field.Set(new Quantity(number, measure.Display), new Origin(OriginKind.Completed, null, from)));
        return true;
    }
}
