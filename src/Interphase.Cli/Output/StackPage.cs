using Interphase.Cells;
using Interphase.Reports;

namespace Interphase.Cli;

/// <summary>The page of <c>interphase stack --out</c>, made to be printed.</summary>
internal static class StackPage
{
    public static TextPage Of(string file, CellInterfaces found)
    {
        List<PageSection> sections =
        [
            new("contacts", "What touches")
            {
                Pictures = found.Contacts.IsEmpty ? [] : [new(StackCharts.Svg(found), "The worst pairs, charged and discharged")],
                Tables = found.Contacts.IsEmpty ? [] : [new("Mutual energies in eV per atom other than lithium (eV/atom where closed), the worst first", StackTables.ContactHead, [.. found.Contacts.Select(StackTables.Row)]) { Formulas = [0, 6] }],
                Text = found.Contacts.IsEmpty ? "No two solids of known composition touch." : "",
            },
        ];
        if (found.Exposures.Length > 0)
        {
            sections.Add(new("alone", "Alone at the electrode's potentials")
            {
                Text = "What the potential does to a solid whatever it touches; mutual energies above count beyond this.",
                Tables = [new("Energies in eV/atom", StackTables.AloneHead, [.. found.Exposures.Select(StackTables.Row)]) { Formulas = [0, 7] }],
            });
        }
        if (found.Remarks.Length > 0) sections.Add(new("remarks", "To be kept in mind") { Items = found.Remarks });
        sections.Add(new("energies", "What this stands on")
        {
            Text = $"{found.Scheme}. {found.Scheme.Source}. {found.Scheme.Licence}",
            Items = [.. found.Biases.Select(bias => bias.Text), .. found.Scheme.Attribution.Length > 0 ? (string[])[found.Scheme.Attribution] : []],
        });
        return new(found.Name, sections) { Introduction = $"What reacts with what at equilibrium, {file}. Equilibrium says what may form, not how fast.", Version = RunProvenance.Version };
    }
}
