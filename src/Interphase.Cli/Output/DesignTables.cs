using Interphase.Cells;
using Interphase.Descriptions;

namespace Interphase.Cli;

/// <summary>The tables of <c>interphase check</c>.</summary>
internal static class DesignTables
{
    private static readonly (string Name, double Rate)[] Rates = [("C/20", 0.05), ("C/10", 0.1), ("C/5", 0.2), ("C/2", 0.5), ("1C", 1), ("2C", 2), ("5C", 5)];

    public static void Print(CellReading reading, Terminal terminal)
    {
        CellDesign design = reading.Design!;
        terminal.Heading(design.Name);
        terminal.Line($"{reading.File}   area {Measures.Area.Show(design.Area, 4)}   {Measures.Temperature.Show(design.Temperature, 4)}");
        Electrode(terminal, "Cathode", design.Cathode, design.CathodeFoil, design);
        Separator(terminal, design);
        Electrode(terminal, "Anode", design.Anode, design.AnodeFoil, design);
        Cutoffs(terminal, design);
        Columns(terminal, design);
        Currents(terminal, design);
        Masses(terminal, design);
        Remarks(terminal, design);
        Values(terminal, reading.Description!);
    }

    private static void Electrode(Terminal terminal, string name, CompositeDesign? composite, FoilDesign? foil, CellDesign design)
    {
        if (composite is not null)
        {
            terminal.Heading($"{name}: {Length(composite.Thickness)}, {Percent(composite.Porosity)} void, {Mass(composite.ArealMass)} of composite, {Mass(composite.Loading)} of active material");
            terminal.Table(
                ["role", "material", " vol%", " wt%", " mg/cm2"],
                composite.Components.Select(component => new[]
                {
                    component.Role, component.Material, Number(100 * component.VolumeFraction, 4), Number(component.MassFraction.Then(share => 100 * share), 4),
                    Number(component.ArealMass.Then(Measures.ArealMass.Display.FromSi), 4),
                }).Append(["void", "", Number(100 * composite.Porosity, 3), "", ""]));
            if (composite.Structure is { } structure) ComparisonTables.Print(composite.Comparison, $"{name}: structure {composite.StructurePath}, {structure.From}", terminal);
        }
        else if (foil is not null)
        {
            terminal.Heading($"{name}: {foil.Material}, {Measures.Voltage.Show(foil.Potential, 4)} vs Li");
            terminal.Table(
                ["thickness", "mass", "lithium held", "still takes up"],
                [[Show(foil.Thickness, Measures.Length), Mass(foil.ArealMass), Show(foil.Held, Measures.ArealCapacity), Show(foil.Remaining, Measures.ArealCapacity)]]);
        }
        else terminal.Heading($"{name}: ideal, {Show(design.AnodePotential, Measures.Voltage)} vs Li");
    }

    private static void Separator(Terminal terminal, CellDesign design)
    {
        terminal.Heading("Separator");
        terminal.Table(["layer", "thickness", " void", "mass"], design.Separator.Select(layer => new[] { layer.Material, Length(layer.Thickness), Percent(layer.Porosity), Mass(layer.ArealMass) }));
    }

    private static void Cutoffs(Terminal terminal, CellDesign design)
    {
        if (design.Cutoffs.IsEmpty) return;
        terminal.Heading($"Cut-offs, with the counter electrode at a nominal {Show(design.AnodePotential, Measures.Voltage)} vs Li");
        terminal.Table(
            ["", "as written", " terminals", " cathode vs Li", "a step ends on"],
            design.Cutoffs.Select(cutoff => new[] { cutoff.Name, cutoff.Written.ToString(), Measures.Voltage.Show(cutoff.Terminal, 4), Show(cutoff.Cathode, Measures.Voltage), cutoff.IsCathode ? "the cathode's potential" : "the terminal voltage" }));
    }

    private static void Columns(Terminal terminal, CellDesign design)
    {
        DesignColumn nominal = design.Nominal;
        DesignColumn? stated = design.Stated;
        terminal.Heading("Design numbers");
        var rows = new List<string[]>
        {
            Row("capacity", column => Show(column.Capacity, Measures.SpecificCapacity)),
            Row("areal capacity", column => Show(column.ArealCapacity, Measures.ArealCapacity)),
            Row("mean voltage (equilibrium)", column => Show(column.MeanVoltage, Measures.Voltage)),
            Row("mean cathode potential vs Li", column => Show(column.MeanPotential, Measures.Voltage)),
            Row("N/P", column => column.NegativeToPositive.Exists ? Number(column.NegativeToPositive, 3) : $"- ({column.NegativeToPositive.Reason})"),
        };
        foreach (EnergyRow energy in nominal.Energies)
        {
            EnergyRow[] matching = [.. stated?.Energies.Where(other => other.Basis == energy.Basis && other.PerVolume == energy.PerVolume) ?? []];
            if (!energy.Value.Exists && !Array.Exists(matching, row => row.Value.Exists)) continue;
            bool joined = matching.Length > 0 && matching[0].Divisor == energy.Divisor;
            rows.Add([$"energy per {(energy.PerVolume ? "volume" : "mass")}, {energy.Basis}", Energy(energy), joined ? Energy(matching[0]) : "", energy.Divisor]);
            foreach (EnergyRow further in matching.Skip(joined ? 1 : 0)) rows.Add(["", "", Energy(further), further.Divisor]);
        }
        terminal.Table(["", "nominal", "at stated capacity", "divided by"], rows);
        if (!nominal.ArealCapacity.Exists) terminal.Line($"no nominal figures: {nominal.ArealCapacity.Reason}.");
        terminal.Line("nominal: from composition and open-circuit curves between the cut-offs alone; at stated capacity: the same arithmetic with the file's `stated:` figures (* as stated by the source).");
        EnergyRow[] told = [.. stated?.Energies.Where(row => row.Remark is not null) ?? []];
        foreach (EnergyRow row in told) terminal.Item($"{Energy(row)} ({row.Basis}, {row.Divisor}) {row.Remark}");

        string[] Row(string name, Func<DesignColumn, string> figure) => [name, figure(nominal), stated is null ? "" : figure(stated), ""];
        static string Energy(EnergyRow row) => Show(row.Value, row.PerVolume ? Measures.EnergyDensity : Measures.SpecificEnergy) + (row.ImpliedMeanVoltage is null ? "" : " *");
    }

    private static void Currents(Terminal terminal, CellDesign design)
    {
        terminal.Heading("Currents");
        if (!design.OneC.Exists)
        {
            terminal.Line(design.OneC.Reason);
            return;
        }
        terminal.Table(
            ["rate", " mA/cm2", " mA"],
            Rates.Select(rate => new[] { rate.Name, Number(Measures.CurrentDensity.Display.FromSi(rate.Rate * design.OneC.Value.Value), 4), Number(Measures.Current.Display.FromSi(rate.Rate * design.OneC.Value.Value * design.Area), 4) }));
    }

    private static void Masses(Terminal terminal, CellDesign design)
    {
        terminal.Heading("Masses");
        var rows = new List<string[]>();
        Derived total = 0;
        if (design.Cathode is { } cathode) foreach (ComponentDesign component in cathode.Components) Add($"cathode {component.Role}: {component.Material}", component.ArealMass);
        if (design.CathodeFoil is { } positive) Add($"cathode foil: {positive.Material}", positive.ArealMass);
        foreach (LayerDesign layer in design.Separator) Add($"separator: {layer.Material}", layer.ArealMass);
        if (design.Anode is { } anode) foreach (ComponentDesign component in anode.Components) Add($"anode {component.Role}: {component.Material}", component.ArealMass);
        if (design.AnodeFoil is { } foil) Add($"anode foil: {foil.Material}", foil.ArealMass);
        Row("all without collectors", total);
        terminal.Table(["part", " mg/cm2", " mg"], rows);

        void Add(string part, Derived mass)
        {
            total = Derived.Of(total, mass, (a, b) => a + b);
            Row(part, mass);
        }

        void Row(string part, Derived mass) =>
            rows.Add([part, Number(mass.Then(Measures.ArealMass.Display.FromSi), 4), Number(mass.Then(areal => Measures.Mass.Display.FromSi(areal * design.Area)), 4)]);
    }

    private static void Remarks(Terminal terminal, CellDesign design)
    {
        if (design.Remarks.IsEmpty) return;
        terminal.Heading("Remarks");
        foreach (Remark remark in design.Remarks) terminal.Item($"{(remark.IsWarning ? "warning: " : "")}{remark}");
    }

    // A protocol is as long as its file has lines; the file has them.
    private static string Shown(ISetting setting) => setting.Content is ProtocolScript script ? Quoted.Cut($"{script}") : setting.Field.Show(setting.Content);

    private static void Values(Terminal terminal, Description description)
    {
        terminal.Heading("Where each value comes from");
        terminal.Table(
            ["path", "value", "from", "source"],
            description.Settings().Select(value => new[] { value.Path, Shown(value.Setting), value.Setting.Origin.ToString(), value.Setting.Annotation.Source ?? "" }));
    }

    private static string Show(Derived figure, Measure measure) => figure.Exists ? measure.Show(figure.Value.Value, 4) : "-";

    private static string Length(double metres) => Measures.Length.Show(metres, 4);

    private static string Mass(Derived figure) => Show(figure, Measures.ArealMass);

    private static string Percent(double share) => $"{Quantity.Significant(100 * share, 3)} %";

    private static string Number(Derived figure, int digits) => figure.Exists ? Quantity.Significant(figure.Value.Value, digits) : "-";
}
