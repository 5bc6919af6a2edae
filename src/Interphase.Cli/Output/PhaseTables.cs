using System.Globalization;
using Interphase.Charts;
using Interphase.Descriptions;
using Interphase.Numerics;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>How numbers of phases are written, and what stands below every table of them.</summary>
internal static class PhaseTables
{
    public static string Volts(double? voltage) => voltage is { } known ? known.ToString("0.000", CultureInfo.InvariantCulture) : "-";

    public static string Energy(double? energy) => energy is not { } known ? "-" : Math.Abs(known) < 5e-5 ? "0" : known.ToString("0.0000", CultureInfo.InvariantCulture);

    public static string Amount(Rational amount) => amount.ToDouble().ToString("0.####", CultureInfo.InvariantCulture);

    public static string Signed(Rational amount) => amount.ToDouble().ToString("+0.####;-0.####;0", CultureInfo.InvariantCulture);

    /// <summary>Whole meV for a chart, with the minus that its axes have.</summary>
    public static string Milli(double energy) => (1000 * energy).ToString("0;−0;0", CultureInfo.InvariantCulture);

    public static string Products(IEnumerable<PhaseAmount> products) => string.Join(" + ", products);

    /// <summary>Text in which every word that is a chemical formula is set with its subscripts.</summary>
    public static string Marked(string text) =>
        string.Join(' ', text.Split(' ').Select(word => word.Any(char.IsAsciiDigit) && ChemicalFormula.TryParse(word, out _, out _) ? ChartText.Formula(word) : word));

    /// <summary>What a user should know of a formula that the set does not hold.</summary>
    public static string Missing(ChemicalFormula formula, PhaseSet set)
    {
        // Of the same elements, or else by spelling: a letter of an element may be wrong.
        string? nearest = set.Nearest(formula) ?? Names.Nearest(formula.Text, set.Within(set.Elements).Select(entry => entry.Name));
        return $"{formula} is not in the set {set.Scheme.Id}: its energy is taken as that of its equilibrium products{(nearest is null ? "" : $"; the nearest phase there is {nearest}")}";
    }

    public static void Remarks(Terminal terminal, IReadOnlyList<string> remarks)
    {
        if (remarks.Count == 0) return;
        terminal.Heading("Remarks");
        foreach (string remark in remarks) terminal.Item(remark);
    }

    public static void Scheme(Terminal terminal, PhaseScheme scheme, IReadOnlyList<SchemeBias> biases)
    {
        terminal.Heading($"Energies: {scheme}");
        if (scheme.Limits.Length > 0) terminal.Item($"meant for {scheme.Limits}");
        foreach (SchemeBias bias in biases) terminal.Item(bias.Text);
        terminal.Item($"source: {scheme.Source}{(scheme.Licence.Length > 0 ? $"; {scheme.Licence}" : "")}");
    }
}
