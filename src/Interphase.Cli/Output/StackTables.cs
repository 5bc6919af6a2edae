using System.Globalization;
using System.Text;
using Interphase.Cells;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The tables of <c>interphase stack</c>.</summary>
internal static class StackTables
{
    /// <summary>Headings of the table of contacts.</summary>
    public static IReadOnlyList<string> ContactHead { get; } = ["contact", "where", " discharged", " charged", " worst", " at V", "what forms there"];

    /// <summary>Headings of the table of solids alone.</summary>
    public static IReadOnlyList<string> AloneHead { get; } = ["solid", "where", " from V", " to V", " window", " energy", " at V", "what forms there"];

    public static void Print(string file, CellInterfaces found, Terminal terminal)
    {
        terminal.Heading(found.Name);
        terminal.Line($"{file}   energies in eV per atom other than lithium, in eV/atom where closed");
        if (found.Contacts.Length > 0)
        {
            terminal.Heading("What touches, by mutual energy");
            terminal.Table(ContactHead, found.Contacts.Select(Row));
        }
        if (found.Exposures.Length > 0)
        {
            terminal.Heading("What each solid does alone at the electrode's potentials, in eV/atom");
            terminal.Table(AloneHead, found.Exposures.Select(Row));
        }
        PhaseTables.Remarks(terminal, found.Remarks);
        PhaseTables.Scheme(terminal, found.Scheme, found.Biases);
    }

    public static IReadOnlyList<string> Row(CellContact contact) =>
    [
        $"{contact.A.Material} | {contact.B.Material}", contact.Where, Mutual(contact.State("discharged")), Mutual(contact.State("charged")), Mutual(contact.Worst),
        contact.Worst.Voltage is { } voltage ? PhaseTables.Volts(voltage) : "closed", Products(contact.Worst),
    ];

    public static IReadOnlyList<string> Row(CellExposure exposure) =>
    [
        exposure.Solid.Material, exposure.Where, PhaseTables.Volts(exposure.Lowest), PhaseTables.Volts(exposure.Highest), Window(exposure.Window), PhaseTables.Energy(exposure.Energy), PhaseTables.Volts(exposure.Voltage),
        exposure.Energy < 0 ? PhaseTables.Products(exposure.Step.Products) : "stays",
    ];

    /// <summary>A row for every contact and state.</summary>
    public static string Csv(CellInterfaces found)
    {
        var text = new StringBuilder("A,B,Where,State,Voltage / V,Composition A,Composition B,Fraction A / 1,Mutual Energy / eV,Energy / eV,Gain / eV,Reaction\n");
        foreach (CellContact contact in found.Contacts)
        {
            foreach (ContactState state in contact.States)
            {
                PairKink least = state.Reaction.Minimum;
                string[] cells = [contact.A.Material, contact.B.Material, contact.Where, state.Name];
                text.AppendJoin(',', cells.Select(Quoted)).Append(CultureInfo.InvariantCulture, $",{state.Voltage:G10},{state.Reaction.A},{state.Reaction.B},{least.FractionA.ToDouble():G10},{state.MutualEnergy:G10},{least.Energy:G10},{least.Gain:G10},");
                text.Append(Quoted(state.Reacts ? least.Reaction.InWholeNumbers().ToString() : "")).Append('\n');
            }
        }
        return text.ToString();
    }

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\n\r") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static string Mutual(ContactState? state) => state is null ? "-" : PhaseTables.Energy(state.MutualEnergy);

    private static string Products(ContactState state) => state.Reacts ? PhaseTables.Products(state.Reaction.Minimum.Products.Select(part => part with { Amount = 1 })) : "no reaction";

    private static string Window(ElectrochemicalWindow window) => !window.Exists ? "none" : window.High is null ? $"{PhaseTables.Volts(window.Low)} up" : $"{PhaseTables.Volts(window.Low)}-{PhaseTables.Volts(window.High)}";
}
