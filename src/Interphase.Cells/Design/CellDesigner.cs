using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>Derives the design figures of a cell and completes its description on the way.</summary>
public static class CellDesigner
{
    private const double DefaultArea = 1e-4;
    private const double DefaultTemperature = 298.15;
    private const int ChartPoints = 401;

    /// <summary>The design of a described cell; null after problems.</summary>
    /// <param name="cell">The description; what is completed is added to it.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="structures">Whether the structures that it cites are read.</param>
    public static CellDesign? Design(Description cell, Problems problems, bool structures = true)
    {
        int before = problems.Count;
        var remarks = new List<Remark>();
        double area = Area(cell, problems);
        double temperature = cell.GetOrDefault(CellFields.Temperature, new Quantity(DefaultTemperature - 273.15, "°C"), "room temperature").Si;
        Side? cathode = SideOf(cell, CellSections.Cathode, area, temperature, structures, CellFields.InitialCathode, problems, remarks), anode = SideOf(cell, CellSections.Anode, area, temperature, structures, CellFields.InitialAnode, problems, remarks);
        ImmutableArray<LayerDesign> separator = SeparatorDesigner.Design(cell, area, problems, remarks);
        if (separator.IsEmpty && problems.Count == before) problems.Add(cell.Place, CellSections.Separator, "nothing", "at least one layer", "write `separator: { material: Li6PS5Cl, thickness: 500 um }`");
        if (cathode is null || anode is null || problems.Count > before) return null;

        Description? initial = cell.Within(CellSections.Initial);
        Insertion? inside = null, outside = null;
        if (cathode.Active is { } active && (inside = Insertion.Of(active, cathode.Composite!, initial?.Get(CellFields.InitialCathode)?.Value ?? Stoichiometry.AsAssembled, problems, remarks)) is null) return null;
        if (anode.Active is { } counter && (outside = Insertion.Of(counter, anode.Composite!, initial?.Get(CellFields.InitialAnode)?.Value ?? Stoichiometry.AsAssembled, problems, remarks)) is null) return null;

        Derived anodePotential = anode.Foil is { } foil ? foil.Potential
            : anode.Composite is null ? 0
            : outside is not null ? outside.Middle((outside.Lower + outside.Upper) / 2)
            : Derived.None("the counter electrode has no active material");
        if (Cutoffs(cell, anodePotential, problems) is not { } cutoffs) return null;

        Derived anodeCapacity = anode.Foil?.Remaining ?? (outside is not null ? (outside.Upper - outside.Start) * outside.Capacity : anode.Composite is null ? Derived.None("an ideal counter electrode takes up any amount") : Derived.None("the anode has no active material"));
        Derived noComposite = Derived.None(cathode.Foil is not null ? "the cathode is a foil" : "the cathode is ideal");
        Derived loading = cathode.Composite?.Loading ?? noComposite;
        var table = new EnergyTable(
            loading, cathode.Composite?.ArealMass ?? noComposite, AnodeMass(anode), Total(separator, layer => layer.ArealMass),
            cathode.Composite is { } composite ? composite.Thickness : noComposite, AnodeThickness(anode), Total(separator, layer => layer.Thickness));
        DesignColumn nominal = Nominal(cell, inside, outside, cathode.Composite is null ? noComposite.Reason! : "the cathode has no active material", anodePotential, cutoffs, anodeCapacity, loading, table, remarks, out EquilibriumCurves? curves);
        foreach (Description? exposed in (Description?[])[cell.Within(CellSections.Cathode)?.Within(CellSections.Electrolyte), .. cell.All(CellSections.Separator), cell.Within(CellSections.Anode)?.Within(CellSections.Electrolyte)])
            if (exposed is not null && ExposureFields.Gas(exposed) is { } gas)
                remarks.Add(new Remark(exposed.Path, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"exposure to moisture gave off {1e3 * gas:0.###} cm3 of H2S per g of electrolyte (25 °C, 1 bar)"), exposed.Within(ExposureFields.Section)!.Place));
        GrowthBuilder.Remark(cell, remarks);
        DesignColumn? stated = Stated(cell, nominal, anodeCapacity, loading, table, problems, remarks);
        Derived areal = stated is { ArealCapacity.Exists: true } ? stated.ArealCapacity : nominal.ArealCapacity;
        Completion.Check(cell, problems);
        if (problems.Count > before) return null;
        return new CellDesign(
            cell.Get(CellFields.Name)?.Value ?? "cell", area, temperature, cathode.Composite, anode.Composite, cathode.Foil, anode.Foil, anodePotential, separator, cutoffs,
            anodeCapacity, areal, OneC(cell, loading), nominal, stated, curves, [.. remarks])
        {
            IsAreaGiven = cell.Get(CellFields.Area)?.Origin.Kind != OriginKind.Default,
        };
    }

    private static double Area(Description cell, Problems problems)
    {
        Setting<Quantity>? area = cell.Get(CellFields.Area), diameter = cell.Get(CellFields.Diameter);
        if (diameter is not null)
        {
            double round = Math.PI / 4 * diameter.Value.Si * diameter.Value.Si;
            // The one that was said later holds; said in one place they must agree.
            if (area.Lateness() > diameter.Lateness() && area is not null) return area.Value.Si;
            if (diameter.Lateness() > area.Lateness()) area = null;
            if (area is not null && Math.Abs(area.Value.Si / round - 1) > 0.01)
            {
                problems.Add(
                    cell.PlaceOf(CellFields.Area), CellFields.Area.Name, $"`{area.Value}`", $"the {Measures.Area.Show(round, 5)} that the diameter makes, within 1 %",
                    $"they disagree by {(area.Value.Si / round - 1) * 100:+0.#;-0.#} %; leave one of the two out");
            }
            if (area is null) cell.Complete(CellFields.Area, round, "diameter");
            return area?.Value.Si ?? round;
        }
        if (area is null) NeedArea(cell, problems);
        return cell.GetOrDefault(CellFields.Area, new Quantity(DefaultArea * 1e4, "cm2"), "figures are per area").Si;
    }

    // A mass or charge of the whole cell says nothing per area without the area; only figures per area may leave it out.
    private static void NeedArea(Description cell, Problems problems)
    {
        foreach ((string name, QuantityField[] fields) in (ReadOnlySpan<(string, QuantityField[])>)
            [
                ("", [ElectrodeFields.Mass]), (CellSections.Foil, [ElectrodeFields.FoilMass, ElectrodeFields.PlateauCapacity, ElectrodeFields.Prelithiation]),
            ])
        {
            foreach (string side in (ReadOnlySpan<string>)[CellSections.Cathode, CellSections.Anode])
                if ((name.Length == 0 ? cell.Within(side) : cell.Within(side)?.Within(name)) is { } section) Need(section, fields);
        }
        foreach (Description layer in cell.All(CellSections.Separator)) Need(layer, [SeparatorFields.Mass]);

        void Need(Description section, QuantityField[] fields)
        {
            foreach (QuantityField field in fields)
                if (section.Get(field) is { } given)
                    problems.Add(section.PlaceOf(field), section.PathOf(field), $"`{given.Value}` of a cell without an area", "its `area` or `diameter`", "write `diameter: 10 mm`, or give figures per area");
        }
    }

    private static Side? SideOf(Description cell, string name, double area, double temperature, bool structures, StoichiometryField initial, Problems problems, List<Remark> remarks)
    {
        if (cell.Within(name) is not { } electrode)
        {
            problems.Add(cell.Place, name, "nothing", "an electrode", name == CellSections.Anode ? "write `anode: { foil: { material: Li-In, thickness: 100 um } }` or `anode: { ideal: true }`" : "describe its `active` material, `electrolyte` and loading");
            return null;
        }
        int before = problems.Count;
        Description? foil = electrode.Within(CellSections.Foil);
        bool ideal = electrode.Get(ElectrodeFields.Ideal)?.Value == true;
        bool composite = electrode.Section.Sections.Any(section => section.Name is not (CellSections.Foil or CellSections.Redox or CellSections.Areas) && electrode.Within(section.Name) is not null);
        if ((foil is not null ? 1 : 0) + (ideal ? 1 : 0) + (composite ? 1 : 0) > 1)
        {
            problems.Add(electrode.Place, name, "several kinds of electrode at once", "one of a composite, `foil` and `ideal: true`", "leave the others out");
            return null;
        }
        if ((ideal || foil is not null) && electrode.Get(ElectrodeFields.Structure) is { } structure)
        {
            problems.Add(electrode.PlaceOf(ElectrodeFields.Structure), electrode.PathOf(ElectrodeFields.Structure), $"`{structure.Value}` of an electrode that is no composite", "a composite", "leave the structure out");
            return null;
        }
        if (ideal) return new Side(null, null, null);
        if (foil is not null) return new FoilDesigner(foil, area, problems, remarks).Design() is { } design ? new Side(null, design, null) : null;
        CompositeDesign? made = new CompositeDesigner(electrode, area, problems, remarks).Design();
        if (made is null) return null;
        Description? active = electrode.Within(CellSections.Active);
        if (active is not null) SizeClasses.Check(active, problems);
        if (active is not null && !active.Has(ElectrodeFields.Radius) && active.All(CellSections.Sizes).Count == 0 && active.Get(MaterialFields.ParticleRadius) is { } typical)
            active.Set(ElectrodeFields.Radius.Set(typical.Value, typical.Origin, typical.Annotation));
        if (problems.Count > before) return null;
        double content = cell.Within(CellSections.Initial)?.Get(initial)?.Value.Content ?? active?.Get(MaterialFields.InitialLithium)?.Value.Si ?? 1;
        return new FiguresDesigner(cell, electrode, made, temperature, content, structures, problems, remarks).Design() is { } complete ? new Side(complete, null, active) : null;
    }

    private static ImmutableArray<CutoffDesign>? Cutoffs(Description cell, Derived anodePotential, Problems problems)
    {
        if (cell.Within(CellSections.Cutoffs) is not { } section) return [];
        var cutoffs = ImmutableArray.CreateBuilder<CutoffDesign>();
        foreach ((string name, PotentialField field) in (ReadOnlySpan<(string, PotentialField)>)[("lower", CellFields.LowerCutoff), ("upper", CellFields.UpperCutoff)])
        {
            if (section.Get(field) is not { } setting) continue;
            double voltage = setting.Value.Voltage.Si;
            if (setting.Value.Reference == PotentialReference.Anode)
            {
                problems.Add(section.PlaceOf(field), section.PathOf(field), $"`{setting.Value}`", "a cut-off of the terminals or the cathode", "a step of a protocol may end on the anode's potential");
                return null;
            }
            if (!anodePotential.Exists && setting.Value.Reference != PotentialReference.Terminal)
            {
                problems.Add(section.PlaceOf(field), section.PathOf(field), $"`{setting.Value}`", "a voltage between the terminals", anodePotential.Reason);
                return null;
            }
            bool terminal = setting.Value.Reference == PotentialReference.Terminal;
            cutoffs.Add(new CutoffDesign(name, setting.Value, terminal ? voltage : voltage - anodePotential.Value!.Value, terminal ? anodePotential.Then(counter => voltage + counter) : voltage));
        }
        if (cutoffs.Count == 2 && cutoffs[0].Terminal >= cutoffs[1].Terminal)
        {
            problems.Add(section.PlaceOf(CellFields.LowerCutoff), section.PathOf(CellFields.LowerCutoff), $"`{cutoffs[0].Written}`", $"less than the upper one, `{cutoffs[1].Written}`", "swap them");
            return null;
        }
        return cutoffs.ToImmutable();
    }

    private static DesignColumn Nominal(
        Description cell, Insertion? inside, Insertion? outside, string noInside, Derived anodePotential, ImmutableArray<CutoffDesign> cutoffs, Derived anodeCapacity, Derived loading, EnergyTable table,
        List<Remark> remarks, out EquilibriumCurves? curves)
    {
        curves = null;
        if (inside is null) return Empty(noInside);
        if (cutoffs.Length < 2) return Empty("the file gives no two cut-offs");
        if (!anodePotential.Exists) return Empty(anodePotential.Reason);
        var equilibrium = new Equilibrium(inside, outside, anodePotential.Value.Value);
        if (!equilibrium.IsPossible) return Empty("the initial contents leave no state that both electrodes can reach");
        (double top, bool reachedTop) = equilibrium.Top(cutoffs[1]);
        (double bottom, bool reachedBottom) = equilibrium.Bottom(cutoffs[0]);
        if (!(top > bottom)) return Empty("the cut-offs enclose no capacity");
        Place? place = cell.Within(CellSections.Cutoffs)?.Place;
        if (!reachedTop) remarks.Add(new Remark("cutoffs.upper", $"{cutoffs[1].Written} is not reached at equilibrium before {(outside is null ? "the open-circuit curve" : "a curve")} ends; the nominal capacity stops there", place));
        if (!reachedBottom) remarks.Add(new Remark("cutoffs.lower", $"{cutoffs[0].Written} is not reached at equilibrium before the electrode is full or its curve ends; the nominal capacity stops there", place));
        double areal = top - bottom;
        curves = equilibrium.Curves(bottom, top, ChartPoints);
        Derived voltage = equilibrium.MeanVoltage(bottom, top), potential = equilibrium.MeanPotential(bottom, top);
        // N/P counts what the cathode alone would give, or an anode that ends the charge early would always come out at 1.
        double alone = areal;
        if (outside is not null)
        {
            var free = new Equilibrium(inside, null, anodePotential.Value.Value);
            alone = free.Top(cutoffs[1]).Charge - free.Bottom(cutoffs[0]).Charge;
        }
        Derived ratio = alone > 0 ? anodeCapacity.Then(capacity => capacity / alone) : Derived.None("the cathode alone has no capacity between the cut-offs");
        if (ratio is { Exists: true } && ratio.Value < 1)
            remarks.Add(new Remark("anode", $"nominal N/P is {ratio.Value:0.00}: at equilibrium the cathode gives more lithium than the anode takes up{(outside is null ? " on its plateau" : "")}, so a full charge ends on the anode", cell.Within(CellSections.Anode)?.Place));
        return new DesignColumn(loading.Then(mass => areal / mass), areal, voltage, potential, ratio, table.Rows(areal, voltage));

        DesignColumn Empty(string why)
        {
            Derived none = Derived.None(why);
            return new DesignColumn(none, none, none, none, none, table.Rows(none, none));
        }
    }

    private static DesignColumn? Stated(
        Description cell, DesignColumn nominal, Derived anodeCapacity, Derived loading, EnergyTable table, Problems problems, List<Remark> remarks)
    {
        if (cell.Within(CellSections.Stated) is not { } stated) return null;
        Setting<Quantity>? capacity = stated.Get(CellFields.StatedCapacity), design = stated.Get(CellFields.DesignCapacity);
        IReadOnlyList<Description> energies = stated.All(CellSections.Energies);
        if (capacity is null && design is null && energies.Count == 0) return null;
        bool perArea = capacity?.Value.Dimension == Measures.ArealCapacity.Dimension;
        Derived areal = capacity is null ? Derived.None("the file states no capacity") : perArea ? capacity.Value.Si : loading.Then(mass => mass * capacity.Value.Si);
        Derived specific = capacity is null ? Derived.None("the file states no capacity") : perArea ? loading.Then(mass => capacity.Value.Si / mass) : capacity.Value.Si;
        Derived ratio = design is null ? Derived.None("the file states no designCapacity") : anodeCapacity.Then(charge => charge / design.Value.Si);

        List<EnergyRow> rows = [.. table.Rows(areal, nominal.MeanVoltage)];
        var statedRows = new List<(Description Description, EnergyRow Row)>();
        foreach (Description energy in energies)
        {
            EnergyRow row = table.Stated(energy, areal, nominal.MeanVoltage, nominal.MeanPotential, problems);
            foreach ((Description earlier, EnergyRow earlierRow) in statedRows)
                if (table.Contradiction(earlier, earlierRow, energy, row, areal) is { } contradiction) row = row with { Remark = contradiction };
            statedRows.Add((energy, row));
        }
        // A stated energy stands in place of the computed one of its basis; a second of the same basis (another temperature) beside it.
        foreach ((_, EnergyRow row) in statedRows)
        {
            int at = rows.FindIndex(other => other.Basis == row.Basis && other.PerVolume == row.PerVolume && other.ImpliedMeanVoltage is null);
            if (at >= 0) rows[at] = row;
            else rows.Insert(rows.FindLastIndex(other => other.Basis == row.Basis && other.PerVolume == row.PerVolume) + 1, row);
        }
        Explain(stated, nominal, specific, ratio, remarks);
        return new DesignColumn(specific, areal, nominal.MeanVoltage, nominal.MeanPotential, ratio, [.. rows]);
    }

    private static void Explain(Description stated, DesignColumn nominal, Derived specific, Derived ratio, List<Remark> remarks)
    {
        if (specific.Exists && nominal.Capacity.Exists)
            remarks.Add(new Remark(
                "stated.capacity",
                $"{Measures.SpecificCapacity.Show(specific.Value.Value, 4)} stated, {Measures.SpecificCapacity.Show(nominal.Capacity.Value.Value, 4)} nominal: what kinetics, side reactions and unreached particles leave of the curve between the cut-offs",
                stated.Place));
        if (ratio.Exists && nominal.NegativeToPositive.Exists && Math.Abs(ratio.Value.Value - nominal.NegativeToPositive.Value.Value) > 0.02)
            remarks.Add(new Remark(
                "stated.designCapacity",
                $"N/P is {ratio.Value:0.00} over the stated {stated.Get(CellFields.DesignCapacity)!.Value}, {nominal.NegativeToPositive.Value:0.00} over the nominal {Measures.ArealCapacity.Show(nominal.ArealCapacity.Value!.Value, 3)}: the source counts what the cathode delivers, the nominal column all that its curve holds",
                stated.Place));
    }

    private static Derived OneC(Description cell, Derived loading) => cell.Get(CellFields.OneC) is not { } oneC ? Derived.None("the file gives no oneC, so C-rates cannot be used")
        : oneC.Value.Dimension == Measures.CurrentDensity.Dimension ? oneC.Value.Si
        : loading.Then(mass => mass * oneC.Value.Si);

    private static Derived AnodeMass(Side anode) => anode.Composite?.ArealMass ?? anode.Foil?.ArealMass ?? Derived.None("an ideal counter electrode has no mass");

    private static Derived AnodeThickness(Side anode) => anode.Composite is { } composite ? composite.Thickness : anode.Foil?.Thickness ?? Derived.None("an ideal counter electrode has no thickness");

    private static Derived Total(ImmutableArray<LayerDesign> layers, Func<LayerDesign, Derived> part)
    {
        Derived sum = 0;
        foreach (LayerDesign layer in layers) sum = Derived.Of(sum, part(layer), (a, b) => a + b);
        return sum;
    }

    private sealed record Side(CompositeDesign? Composite, FoilDesign? Foil, Description? Active);
}
