using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Materials;
using Interphase.Numerics;
using Interphase.Thermodynamics;

namespace Interphase.Cells;

/// <summary>Finds what touches what in a cell, and asks the phases about it.</summary>
internal sealed class InterfaceFinder(Description cell, CellDesign design, PhaseSet set, int threads)
{
    // Potentials between the ends of a cell's range.
    private const double Spacing = 0.1;
    private const double SmallestEnergy = 1e-9;

    private static readonly string[] Parts = [CellSections.Active, CellSections.Electrolyte, CellSections.Carbon, CellSections.Binder, CellSections.Inert, CellSections.Additive];

    private readonly List<string> remarks = [];
    private readonly List<Pair> pairs = [];

    public CellInterfaces Find()
    {
        InterfaceElectrode cathode = Electrode(CellSections.Cathode, design.Cathode, design.CathodeFoil), anode = Electrode(CellSections.Anode, design.Anode, design.AnodeFoil);
        CellSolid[] separator = [.. cell.All(CellSections.Separator).Select(Solid)];
        CathodePotentials(cathode);
        AnodePotentials(anode);
        foreach (InterfaceElectrode electrode in (ReadOnlySpan<InterfaceElectrode>)[cathode, anode])
        {
            CellSolid? layer = separator.Length == 0 ? null : electrode == cathode ? separator[^1] : separator[0];
            Touch(electrode, layer);
        }
        for (int i = 0; i + 1 < separator.Length; i++) Add("in the separator", separator[i], separator[i + 1], null);

        var contacts = new CellContact?[pairs.Count];
        Parallel.For(0, pairs.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, i => contacts[i] = Contact(pairs[i]));
        CellContact[] found = [.. contacts.OfType<CellContact>().OrderBy(contact => contact.Worst.MutualEnergy).ThenBy(contact => contact.A.Path, StringComparer.Ordinal).ThenBy(contact => contact.B.Path, StringComparer.Ordinal)];
        ImmutableArray<CellExposure> exposures = [.. Exposures(cathode, anode, separator).OrderBy(exposure => exposure.Energy).ThenBy(exposure => exposure.Solid.Path, StringComparer.Ordinal)];
        if (found.Length == 0) remarks.Add("no two solids of known composition touch in this cell");
        return new(
            design.Name, set.Scheme, [.. found], exposures, [.. remarks.Distinct()],
            [.. found.SelectMany(contact => contact.Worst.Reaction.Biases).Concat(exposures.SelectMany(exposure => exposure.Window.Biases)).Distinct()]);
    }

    private InterfaceElectrode Electrode(string name, CompositeDesign? composite, FoilDesign? foil)
    {
        var electrode = new InterfaceElectrode(name);
        if (cell.Within(name) is not { } section) return electrode;
        if (foil is not null && section.Within(CellSections.Foil) is { } metal)
        {
            electrode.Active = new(metal.Path, foil.Material, metal.Get(MaterialFields.Host)?.Value ?? metal.Get(MaterialFields.Formula)?.Value);
            electrode.Solids.Add(new(electrode.Active, null, false));
            Known(electrode.Active);
        }
        else if (composite is not null)
        {
            foreach (Description part in Parts.SelectMany(section.All))
            {
                CellSolid core = Solid(part);
                if (part.Section.Name == CellSections.Active) electrode.Active = core;
                Description? coating = part.Within(CellSections.Coating);
                electrode.Solids.Add(new(core, coating is null ? null : Solid(coating), !(coating?.Get(ElectrodeFields.Coverage)?.Value.Si >= 1)));
            }
        }
        else remarks.Add($"the {name} is ideal: nothing there has a composition");
        return electrode;
    }

    private CellSolid Solid(Description section)
    {
        var solid = new CellSolid(section.Path, section.Get(ElectrodeFields.Material)?.Value ?? section.Get(SeparatorFields.Material)?.Value ?? section.Section.Name, section.Get(MaterialFields.Formula)?.Value);
        Known(solid);
        return solid;
    }

    private bool Known(CellSolid solid)
    {
        var problems = new Problems();
        if (solid.Formula is null) remarks.Add($"{solid.Path}: {solid.Material} is left out, as it has no chemical formula; give one with --set {solid.Path}.formula=FORMULA");
        else if (!set.Covers(solid.Formula, problems)) remarks.Add($"{solid.Path}: {solid.Material} is left out; {problems[0].Found} is not in the set {set.Scheme.Id}");
        else return true;
        return false;
    }

    private void CathodePotentials(InterfaceElectrode cathode)
    {
        if (design.CathodeFoil is { } foil)
        {
            Foil(cathode, foil);
            return;
        }
        double? low = design.Equilibrium?.Discharging[0] ?? design.Cutoffs.FirstOrDefault(cutoff => cutoff.Name == "lower")?.Cathode.Value, high = design.Equilibrium?.Charging[^1] ?? design.Cutoffs.FirstOrDefault(cutoff => cutoff.Name == "upper")?.Cathode.Value;
        Between(cathode, design.Cathode, low, high);
    }

    private void AnodePotentials(InterfaceElectrode anode)
    {
        if (design.AnodeFoil is { } foil) Foil(anode, foil);
        else if (design.Equilibrium is { } curves) Between(anode, design.Anode, curves.Anode[0], curves.Anode[^1]);
        else if (design.AnodePotential is { Exists: true } nominal) Between(anode, design.Anode, nominal.Value, nominal.Value);
        else Between(anode, design.Anode, null, null);
    }

    // Against an alloy lithium comes at its potential; lithium metal is a reactant of its own.
    private static void Foil(InterfaceElectrode electrode, FoilDesign foil) => electrode.Potentials.Add(
        electrode.Active?.Formula is { } formula && formula.AtomFraction("Li") < 1 ? new("at its potential", Math.Clamp(foil.Potential, 0, PairReaction.HighestVoltage), formula) : new("closed", null, electrode.Active?.Formula));

    private void Between(InterfaceElectrode electrode, CompositeDesign? composite, double? discharged, double? charged)
    {
        if (composite is null) return;
        if (discharged is not { } first || charged is not { } last)
        {
            remarks.Add($"the potentials of the {electrode.Name} are not known: its pairs are taken as closed");
            electrode.Potentials.Add(new("closed", null, electrode.Active?.Formula));
            return;
        }
        Func<double, ChemicalFormula?> contents = Contents(electrode, composite);
        Add("discharged", first);
        if (Math.Abs(first - last) < 1e-6) return;
        Add("charged", last);
        (double low, double high) = (Math.Min(first, last), Math.Max(first, last));
        for (double voltage = Spacing * Math.Ceiling(low / Spacing + 0.01); voltage < high - 0.01 * Spacing; voltage += Spacing) Add("between", Math.Round(voltage, 6));

        void Add(string name, double voltage)
        {
            double held = Math.Clamp(voltage, 0, PairReaction.HighestVoltage);
            electrode.Potentials.Add(new(name, held, contents(held)));
        }
    }

    // Composition of the active material over the potential, from its open-circuit curve and its lithium.
    private Func<double, ChemicalFormula?> Contents(InterfaceElectrode electrode, CompositeDesign composite)
    {
        if (cell.Within(electrode.Name)?.Within(CellSections.Active) is not { } active || electrode.Active?.Formula is not { } formula) return _ => electrode.Active?.Formula;
        Insertion? insertion = Insertion.Of(active, composite, Stoichiometry.AsAssembled, [], []);
        if (insertion is null || active.Get(MaterialFields.InsertableLithium)?.Value.Si is not { } insertable || active.Get(MaterialFields.InitialLithium)?.Value.Si is not { } initial)
        {
            remarks.Add($"{active.Path}: lithium contents are not known; it is taken as {formula} at every potential");
            return _ => formula;
        }
        // The formula is that of the powder as made, whose curve may begin a little beside it.
        double written = formula.Amount("Li").ToDouble(), made = Math.Round(initial, 2);
        if (written - made * insertable < -0.005) made = 1;
        return voltage =>
        {
            double content = Bisection.WhereFallingReachesZero(y => insertion.Middle(y) - voltage, insertion.Lower, insertion.Upper);
            return WithLithium(formula, Math.Max(0, written + (content - made) * insertable));
        };
    }

    private static ChemicalFormula WithLithium(ChemicalFormula formula, double lithium)
    {
        var amount = new Rational((int)Math.Round(100 * lithium), 100);
        IEnumerable<string> rest = formula.Elements.Where(part => part.Element.Symbol != "Li").Select(part => Written(part.Element.Symbol, part.Amount));
        string text = string.Concat(amount.Sign > 0 ? rest.Prepend(Written("Li", amount)) : rest);
        return ChemicalFormula.TryParse(text, out ChemicalFormula? changed, out _) ? changed : formula;

        static string Written(string symbol, Rational amount) => amount == Rational.One ? symbol : $"{symbol}{amount}";
    }

    private void Touch(InterfaceElectrode electrode, CellSolid? layer)
    {
        string inside = $"in the {electrode.Name}";
        foreach (InterfaceSolid solid in electrode.Solids)
            if (solid.Coating is not null) Add(inside, solid.Core, solid.Coating, electrode);
        for (int i = 0; i < electrode.Solids.Count; i++)
        {
            for (int j = i + 1; j < electrode.Solids.Count; j++)
                foreach ((CellSolid a, bool gapA) in electrode.Solids[i].Surfaces())
                    foreach ((CellSolid b, bool gapB) in electrode.Solids[j].Surfaces()) Add(gapA || gapB ? $"{inside}, in gaps of a coating" : inside, a, b, electrode);
        }
        if (layer is null) return;
        foreach (InterfaceSolid solid in electrode.Solids)
            foreach ((CellSolid a, bool gap) in solid.Surfaces()) Add($"{electrode.Name} | separator{(gap ? ", in gaps of a coating" : "")}", a, layer, electrode);
    }

    // The same two compositions at the same electrode are one row, wherever they touch.
    private void Add(string where, CellSolid a, CellSolid b, InterfaceElectrode? electrode)
    {
        if (a.Formula is null || b.Formula is null || Same(a, b) || !set.Covers(a.Formula, []) || !set.Covers(b.Formula, [])) return;
        Pair? known = pairs.Find(pair => pair.Electrode == electrode && ((Same(pair.A, a) && Same(pair.B, b)) || (Same(pair.A, b) && Same(pair.B, a))));
        if (known is null) pairs.Add(new(a, b, electrode, [where]));
        else if (!known.Where.Contains(where)) known.Where.Add(where);
    }

    private static bool Same(CellSolid one, CellSolid other) => one.Formula!.Reduced().Equals(other.Formula!.Reduced());

    private CellContact? Contact(Pair pair)
    {
        List<ContactState> states = [];
        foreach (InterfacePotential at in pair.Electrode?.Potentials ?? [new("closed", null, null)])
        {
            ChemicalFormula a = Composition(pair.A, pair.Electrode, at), b = Composition(pair.B, pair.Electrode, at);
            if (PairReaction.Of(a, b, set, at.Voltage, []) is { } reaction) states.Add(new(at.Name, reaction));
        }
        if (states.Count == 0) return null;
        ContactState[] ends = [.. states.Where(state => state.Name != "between")], between = [.. states.Where(state => state.Name == "between")];
        // A state between the ends is told where it is worse than both.
        if (between.MinBy(state => state.MutualEnergy) is { } worst && worst.MutualEnergy < ends.Min(state => state.MutualEnergy) - SmallestEnergy) ends = [.. ends, worst];
        return new(string.Join("; ", pair.Where), pair.A, pair.B, [.. ends]);
    }

    private static ChemicalFormula Composition(CellSolid solid, InterfaceElectrode? electrode, InterfacePotential at) => solid == electrode?.Active && at.Active is { } own ? own : solid.Formula!;

    private List<CellExposure> Exposures(InterfaceElectrode cathode, InterfaceElectrode anode, CellSolid[] separator)
    {
        List<CellExposure> found = [];
        foreach (InterfaceElectrode electrode in (ReadOnlySpan<InterfaceElectrode>)[cathode, anode])
        {
            // Lithium metal holds its separator at 0 V.
            double[] voltages = [.. electrode.Potentials.Select(at => at.Voltage ?? (electrode.Active?.Formula?.AtomFraction("Li") == 1 ? 0 : double.NaN)).Where(double.IsFinite)];
            if (voltages.Length == 0) continue;
            IEnumerable<CellSolid> solids = electrode.Solids.SelectMany(solid => (CellSolid?[])[solid.Core, solid.Coating]).OfType<CellSolid>().Where(solid => solid != electrode.Active);
            if (separator.Length > 0) solids = solids.Append(electrode == cathode ? separator[^1] : separator[0]);
            List<CellSolid> seen = [];
            foreach (CellSolid solid in solids)
            {
                if (solid.Formula is null || seen.Exists(other => Same(other, solid)) || !set.Covers(solid.Formula, [])) continue;
                seen.Add(solid);
                if (ElectrochemicalWindow.Of(solid.Formula, set, []) is not { Steps.IsEmpty: false } window) continue;
                (double voltage, WindowStep step, double energy) = voltages.Select(at => At(window, at)).MinBy(at => at.Energy);
                found.Add(new($"at the {electrode.Name}", solid, window, voltages.Min(), voltages.Max(), voltage, step, energy));
            }
        }
        return found;
    }

    private static (double Voltage, WindowStep Step, double Energy) At(ElectrochemicalWindow window, double voltage)
    {
        WindowStep step = window.Steps.Last(each => each.From <= voltage);
        double energy = step.EnergyAt(voltage) / window.Formula.Atoms;
        return (voltage, step, energy < -SmallestEnergy ? energy : 0);
    }

    private sealed record Pair(CellSolid A, CellSolid B, InterfaceElectrode? Electrode, List<string> Where);
}
