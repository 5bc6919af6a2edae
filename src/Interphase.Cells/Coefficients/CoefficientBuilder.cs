using System.Collections.Immutable;
using System.Globalization;
using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>Makes what the equations know of a cell from its description and design: numbers in SI and curves. What it assumes is added to the description as a default, with the reason.</summary>
public static class CoefficientBuilder
{
    // At y = 0 and y = 1 themselves an exchange current is nothing and no current could ever begin: no powder is that pure.
    private const double NeverQuite = 1e-5;
    private const double UsualElectrolyteConcentration = 1000, UsualRedoxPotential = 2.45, UsualRedoxRate = 5e-5;

    /// <summary>The coefficients; null after problems.</summary>
    /// <param name="cell">The description, as its design left it.</param>
    /// <param name="design">The design.</param>
    /// <param name="problems">Receives what is missing or wrong.</param>
    public static CellCoefficients? Build(Description cell, CellDesign design, Problems problems)
    {
        int before = problems.Count;
        Description? initial = cell.Within(CellSections.Initial);
        BinaryCoefficients? liquid = LiquidBuilder.Salt(cell, design.Temperature, problems);
        if (liquid is null && cell.Within(CellSections.Liquid) is not null) return null;
        ElectrodeCoefficients? cathode = Electrode(cell.Within(CellSections.Cathode)!, cell, design, design.Cathode, design.CathodeFoil, initial?.Get(CellFields.InitialCathode)?.Value, liquid, problems);
        ElectrodeCoefficients? anode = Electrode(cell.Within(CellSections.Anode)!, cell, design, design.Anode, design.AnodeFoil, initial?.Get(CellFields.InitialAnode)?.Value, liquid, problems);
        var layers = ImmutableArray.CreateBuilder<LayerCoefficients>();
        foreach ((Description layer, LayerDesign made) in cell.All(CellSections.Separator).Zip(design.Separator))
            if (Layer(layer, made, design.Temperature, liquid, problems) is { } coefficients) layers.Add(coefficients);
        double reference = cell.GetOrDefault(CellFields.ReferenceElectrode, new Quantity(0.5, Unit.One), "half-way between the electrodes").Si;
        ThermalCoefficients? thermal = cell.Within(CellSections.Thermal) is { } section ? Thermal(section, cell, design, problems) : null;
        return problems.Count > before ? null : new CellCoefficients(design.Area, design.Temperature, cathode!, anode!, layers.ToImmutable(), reference) { Thermal = thermal, Liquid = liquid };
    }

    private static ThermalCoefficients? Thermal(Description section, Description cell, CellDesign design, Problems problems)
    {
        if (section.Get(CellFields.HeatTransfer) is not { } transfer)
        {
            problems.Add(section.Place, section.PathOf(CellFields.HeatTransfer), "nothing", "the heat that leaves the cell per area and kelvin", "write `heatTransfer: 10 W/m2/K`; 0 for a cell that keeps its heat");
            return null;
        }
        if (section.Get(CellFields.CellHeatCapacity) is { } given) return new ThermalCoefficients(given.Value.Si, transfer.Value.Si);
        if (HeatCapacity(cell, design) is not { } made)
        {
            problems.Add(section.Place, section.PathOf(CellFields.CellHeatCapacity), "nothing", "the heat capacity of the cell per area", "write `heatCapacity: 2000 J/m2/K`, or give every material its `heatCapacity` and density");
            return null;
        }
        section.Complete(CellFields.CellHeatCapacity, made, "the masses and heat capacities of its parts, without collectors");
        return new ThermalCoefficients(made, transfer.Value.Si);
    }

    private static double? HeatCapacity(Description cell, CellDesign design)
    {
        double sum = 0;
        bool complete = true;
        void Add(Derived mass, Description? of)
        {
            if (mass.Exists && of?.Get(MaterialFields.HeatCapacity)?.Value.Si is { } each) sum += mass.Value.Value * each;
            else complete = false;
        }

        foreach ((string name, CompositeDesign? composite, FoilDesign? foil) in (ReadOnlySpan<(string, CompositeDesign?, FoilDesign?)>)[(CellSections.Cathode, design.Cathode, design.CathodeFoil), (CellSections.Anode, design.Anode, design.AnodeFoil)])
        {
            Description electrode = cell.Within(name)!;
            if (foil is not null) Add(foil.ArealMass, electrode.Within(CellSections.Foil));
            foreach (ComponentDesign component in composite?.Components ?? [])
            {
                string[] path = component.Role.Split('.');
                Add(component.ArealMass, path.Length == 1 ? electrode.Within(path[0]) : electrode.Within(path[0])?.Within(path[1]));
            }
        }
        foreach ((Description layer, LayerDesign made) in cell.All(CellSections.Separator).Zip(design.Separator)) Add(made.ArealMass, layer);
        return complete && sum > 0 ? sum : null;
    }

    private static LayerCoefficients? Layer(Description layer, LayerDesign made, double temperature, BinaryCoefficients? liquid, Problems problems)
    {
        if (liquid is not null)
            return LiquidBuilder.Pores(layer, made.Porosity, problems) is not { } pores ? null
                : new LayerCoefficients(made.Thickness, liquid.Conductivity.Value(liquid.Concentration) * pores.Factor, liquid.ConductivityActivation, layer.Get(SeparatorFields.InterfaceResistance)?.Value.Si ?? 0) { Pores = pores };
        if (layer.Get(MaterialFields.IonicConductivity) is not { } conductivity)
        {
            problems.Add(layer.Place, layer.PathOf(MaterialFields.IonicConductivity), "nothing", "the conductivity of the layer", "write `ionicConductivity: 2 mS/cm`, or name a material of the library");
            return null;
        }
        return new LayerCoefficients(
            made.Thickness, ExposureFields.Of(layer, problems).Conducts * PropertyValues.Value(conductivity.Value, _ => temperature), PropertyValues.Law(conductivity.Value, temperature, _ => double.NaN), layer.Get(SeparatorFields.InterfaceResistance)?.Value.Si ?? 0)
        {
            InterfaceGrowth = layer.Get(SeparatorFields.InterfaceGrowth) is { } growth ? PropertyValues.Value(growth.Value, _ => temperature) : 0,
            InterfaceGrowthActivation = layer.Get(SeparatorFields.InterfaceGrowth) is { } grows ? PropertyValues.Law(grows.Value, temperature, _ => double.NaN) : ThermalLaw.None,
            InterfaceCapacitance = layer.Get(SeparatorFields.InterfaceCapacitance)?.Value.Si ?? 0,
            GrainBoundaryShare = layer.Get(SeparatorFields.GrainBoundaryShare)?.Value.Si ?? 0,
            GrainBoundaryCapacitance = layer.Get(SeparatorFields.GrainBoundaryCapacitance)?.Value.Si ?? 0,
        };
    }

    private static ElectrodeCoefficients? Electrode(Description electrode, Description cell, CellDesign design, CompositeDesign? composite, FoilDesign? foil, Stoichiometry? initial, BinaryCoefficients? liquid, Problems problems) =>
        composite is not null ? Composite(electrode, cell, design, composite, initial, liquid, problems)
        : foil is not null ? Foil(electrode, cell, foil, design, liquid, problems)
        : new IdealCoefficients(0);

    private static FoilCoefficients Foil(Description electrode, Description cell, FoilDesign design, CellDesign whole, BinaryCoefficients? liquid, Problems problems)
    {
        Description foil = electrode.Within(CellSections.Foil)!;
        double temperature = whole.Temperature;
        Property? exchange = foil.Get(MaterialFields.ExchangeCurrent)?.Value;
        double salt = liquid?.Concentration ?? UsualElectrolyteConcentration;
        double Variable(string name) => name switch { "T" => temperature, "ce" => salt, _ => 0.5 };
        string? fault = null;
        SaltDependence? dependence = liquid is null || exchange is null ? null : LiquidBuilder.Dependence(exchange, salt, (name, _) => Variable(name), out fault);
        if (fault is not null) problems.Add(foil.PlaceOf(MaterialFields.ExchangeCurrent), foil.PathOf(MaterialFields.ExchangeCurrent), $"a property that cannot be used ({fault})", "one that is a factor of ce times the rest", "write it as a product");
        double plateau = design.Remaining is { Exists: true } remaining && design.Held.Exists ? remaining.Value!.Value + design.Held.Value!.Value : double.PositiveInfinity;
        double held = design.Held.Exists ? design.Held.Value.Value : 0, share = foil.Get(MaterialFields.TrappedShare)?.Value.Si ?? 0;
        double traps = share > 0 && foil.Get(MaterialFields.Host)?.Value is { } host && design.Thickness.Exists && foil.Get(MaterialFields.Density)?.Value.Si is { } density
            ? Lithium.Faraday / host.MolarMass * host.Atoms * density * design.Thickness.Value.Value * (foil.Get(MaterialFields.TrappedLithium)?.Value.Si ?? 0)
            : 0;
        return new FoilCoefficients(
            design.Potential, exchange is null ? double.PositiveInfinity : PropertyValues.Value(exchange, Variable), exchange is null ? ThermalLaw.None : PropertyValues.Law(exchange, temperature, Variable),
            Transfer(foil), foil.Get(ElectrodeFields.FilmResistance)?.Value.Si ?? 0, foil.Get(ElectrodeFields.DoubleLayer)?.Value.Si ?? 0, held, plateau)
        {
            FilmCapacitance = foil.Get(ElectrodeFields.FilmCapacitance)?.Value.Si ?? 0,
            ExchangeOfSalt = dependence,
            Reduction = FoilAgeingBuilder.Reduction(foil, cell, ReferenceEquals(electrode, cell.Within(CellSections.Anode)), temperature, problems),
            Filament = FoilAgeingBuilder.Filament(foil, whole.Separator.Sum(layer => layer.Thickness), problems),
            TrapCapacity = traps,
            TrapShare = traps > 0 ? share : 0,
            // What was put in before assembly has filled them by the same law.
            Trapped = traps > 0 ? Math.Min(held, traps * (1 - Math.Exp(-share * held / traps))) : 0,
        };
    }

    private static CompositeCoefficients? Composite(Description electrode, Description whole, CellDesign cell, CompositeDesign design, Stoichiometry? initial, BinaryCoefficients? liquid, Problems problems)
    {
        Description? active = electrode.Within(CellSections.Active);
        double start = initial?.Content ?? active?.Get(MaterialFields.InitialLithium)?.Value.Si ?? double.NaN;
        int before = problems.Count;
        ActiveCoefficients? material = active is null ? null : Active(active, cell.Temperature, liquid, problems);
        PoreCoefficients? pores = liquid is null ? null : LiquidBuilder.Pores(electrode, design.Porosity, problems);
        (double ionic, ThermalLaw ionicLaw) = liquid is null ? Ionic(electrode, design, cell.Temperature, problems) : (liquid.Conductivity.Value(liquid.Concentration) * (pores?.Factor ?? 1), liquid.ConductivityActivation);
        (double electronic, ThermalLaw electronicLaw) = Electronic(electrode, design, cell.Temperature, double.IsNaN(start) ? 1 : start, problems);
        (double left, double conducts) = ExposureFields.Of(electrode.Within(CellSections.Electrolyte), problems);
        // What was measured on the composite knows of it.
        if (electrode.Get(ElectrodeFields.IonicConductivity) is not { Origin.Kind: not (OriginKind.Default or OriginKind.Completed) }) ionic *= conducts;
        ImmutableArray<SizeClassCoefficients> classes = active is null ? [] : Classes(active, design, problems);
        double carbon = design.AreaCarbonElectrolyte.Or(0);
        RedoxCoefficients? redox = electrode.Within(CellSections.Redox) is { } section ? Redox(section, electrode, carbon, active is not null, problems) : null;
        if (problems.Count > before) return null;
        double contact = active is null ? 1 : Contact(electrode, design);
        double touching = contact * classes.Sum(each => each.Area);
        var site = new BoundarySite(electrode, whole, design, classes, start, material?.MaximumConcentration ?? double.NaN, touching, carbon, design.TriplePhaseLength.Or(0), cell.Temperature, problems) { Coating = CoatingBuilder.Build(electrode), Left = left };
        var boundaries = ImmutableArray.CreateBuilder<BoundaryCoefficients>();
        foreach (BoundaryKind kind in BoundaryKind.All)
            foreach (Description happens in electrode.All(kind.Declaration.Name))
                if (kind.Build(happens, site) is { } made) boundaries.Add(made);
        if (problems.Count > before) return null;
        return new CompositeCoefficients(
            design.Thickness, ionic, ionicLaw, electronic, electronicLaw, material, classes, contact,
            electrode.Get(ElectrodeFields.FilmResistance)?.Value.Si ?? 0, electrode.Get(ElectrodeFields.DoubleLayer)?.Value.Si ?? 0, carbon, redox, double.IsNaN(start) ? start : Math.Clamp(start, NeverQuite, 1 - NeverQuite))
        {
            FilmCapacitance = electrode.Get(ElectrodeFields.FilmCapacitance)?.Value.Si ?? 0,
            Pores = pores,
            Boundaries = boundaries.ToImmutable(),
            Coating = site.Coating,
        };
    }

    private static ActiveCoefficients? Active(Description active, double temperature, BinaryCoefficients? liquid, Problems problems)
    {
        int before = problems.Count;
        double concentration = active.Get(MaterialFields.MaximumConcentration)!.Value.Si;
        var others = new Dictionary<string, double> { ["T"] = temperature, ["ce"] = liquid?.Concentration ?? UsualElectrolyteConcentration };
        double Variable(string name) => others.TryGetValue(name, out double value) ? value : name == "cs" ? 0.5 * concentration : 0.5;
        Setting<Property>? diffusion = Need(MaterialFields.Diffusivity, "`diffusivity: 1e-10 cm2/s`"), exchange = Need(MaterialFields.ExchangeCurrent, "`exchangeCurrent: { prefactor: 2 A/m2 }`");
        if (active.Get(MaterialFields.OpenCircuit)!.Value.TryCurve(out Curve? open, out string? fault)) { }
        else Refuse(active.Get(MaterialFields.OpenCircuit)!, fault!);
        if (diffusion is null || exchange is null) return null;
        Curve? diffusivity = PropertyValues.Curve(diffusion.Value, others, out fault);
        if (diffusivity is null) Refuse(diffusion, fault!);
        else if (!(diffusivity.Minimum > 0)) Refuse(diffusion, $"it falls to {Show(diffusivity.Minimum)} m2/s");
        ExchangeCurrentCurve? current = PropertyValues.Exchange(exchange.Value, concentration, others, out fault);
        if (current is null) Refuse(exchange, fault!);
        SaltDependence? dependence = null;
        if (liquid is not null && current is not null)
        {
            dependence = LiquidBuilder.Dependence(exchange.Value, liquid.Concentration, (name, content) => name switch { "y" => content, "cs" => content * concentration, _ => temperature }, out fault);
            if (fault is not null) Refuse(exchange, fault);
        }
        Curve? entropic = null;
        if (active.Get(MaterialFields.EntropicCoefficient) is { } coefficient && (entropic = PropertyValues.Curve(coefficient.Value, others, out fault)) is null) Refuse(coefficient, fault!);
        PathCoefficients? path = Path();
        return problems.Count > before ? null : new ActiveCoefficients(
            concentration, open!, diffusivity!, PropertyValues.Law(diffusion.Value, temperature, Variable), current!, PropertyValues.Law(exchange.Value, temperature, Variable), Transfer(active), entropic)
        {
            Path = path,
            ExchangeOfSalt = dependence,
        };

        PathCoefficients? Path()
        {
            Curve? first = null, gap = null;
            if (active.Get(MaterialFields.FirstCharge) is { } charge && !charge.Value.TryCurve(out first, out string? wrong)) Refuse(charge, wrong!);
            if (active.Get(MaterialFields.Hysteresis) is { } hysteresis && (gap = PropertyValues.Curve(hysteresis.Value, others, out wrong)) is null) Refuse(hysteresis, wrong!);
            if (first is null && gap is null) return null;
            double start = active.GetOrDefault(MaterialFields.FirstChargeStart, new Quantity(1, Unit.One), "the later curve begins to be made as soon as lithium leaves").Si;
            double end = active.GetOrDefault(MaterialFields.FirstChargeEnd, new Quantity(Math.Max(0, start - 1e-3), Unit.One), "at once").Si;
            if (!(end < start)) problems.Add(active.PlaceOf(MaterialFields.FirstChargeEnd), active.PathOf(MaterialFields.FirstChargeEnd), $"{end}, not below the start {start}", "less than firstChargeStart", "lithium content falls while a first charge goes on");
            double rate = gap is null ? 0 : active.GetOrDefault(MaterialFields.HysteresisRate, new Quantity(20, Unit.One), "assumed: the branch is changed over a few times 1/20 of y").Si;
            return new PathCoefficients(first, start, end, gap, rate);
        }

        Setting<Property>? Need(PropertyField field, string example)
        {
            if (active.Get(field) is { } given) return given;
            problems.Add(active.Place, active.PathOf(field), "nothing", "what a cell under current needs", $"write {example}, or name a material of the library that has it");
            return null;
        }

        void Refuse(Setting<Property> setting, string why) =>
            problems.Add(setting.Origin.Place ?? active.Place, active.PathOf(setting.Field), $"a property that cannot be used ({why})", "one that is smooth and above 0 from y = 0 to 1", "check the formula and its range");
    }

    private static double Transfer(Description section) =>
        section.GetOrDefault(MaterialFields.ChargeTransferCoefficient, new Quantity(0.5, Unit.One), "symmetric").Si;

    // What is written of the composite holds at the cell's temperature, and changes with temperature as its conductors do. What a structure made was set by the design, and is made anew
    // with all its digits.
    private static (double Value, ThermalLaw Law) Ionic(Description electrode, CompositeDesign design, double temperature, Problems problems)
    {
        OwnConductivity? own = EffectiveTransport.Ionic(electrode, design, temperature);
        ThermalLaw law = (own?.Law ?? ThermalLaw.None) with { Reference = temperature };
        if (electrode.Get(ElectrodeFields.IonicConductivity) is { Origin.Kind: not (OriginKind.Default or OriginKind.Completed) } given) return (given.Value.Si, law);
        if (own is null)
        {
            problems.Add(electrode.Place, electrode.PathOf(ElectrodeFields.IonicConductivity), "nothing", "the effective ionic conductivity of the composite", "write `ionicConductivity: 0.2 mS/cm`, or give an electrolyte with a conductivity");
            return default;
        }
        if (design.Structure is { Ionic: { IsEmpty: false } factors }) return (EffectiveTransport.Cited(factors, own).Value, law);
        if (!(own.Factor > 0))
        {
            problems.Add(electrode.Place, electrode.PathOf(ElectrodeFields.IonicConductivity), $"{Quantity.Significant(100 * design.Share(CellSections.Electrolyte), 3)} vol% of electrolyte, too little to hang together", "the effective ionic conductivity of the composite", "write `ionicConductivity: 0.01 mS/cm`, or cite a structure");
            return default;
        }
        return (Estimate(electrode, ElectrodeFields.IonicConductivity, EffectiveTransport.Closed(own).Value, ClosedForms.IonicReason), law);
    }

    private static (double Value, ThermalLaw Law) Electronic(Description electrode, CompositeDesign design, double temperature, double content, Problems problems)
    {
        ImmutableArray<OwnConductivity> own = EffectiveTransport.Electronic(electrode, design, temperature, content);
        bool cited = design.Structure is { Electronic.IsEmpty: false };
        (double total, ThermalLaw law) = cited ? EffectiveTransport.Cited(design.Structure!.Electronic, own) : EffectiveTransport.Closed(own);
        if (electrode.Get(ElectrodeFields.ElectronicConductivity) is { Origin.Kind: not (OriginKind.Default or OriginKind.Completed) } given) return (given.Value.Si, law with { Reference = temperature });
        if (!(total > 0))
        {
            string found = own.Any(each => each.Value > 0) ? "conductors of too small a share to hang together" : "nothing";
            problems.Add(electrode.Place, electrode.PathOf(ElectrodeFields.ElectronicConductivity), found, "the effective electronic conductivity of the composite", "write `electronicConductivity: 10 mS/cm`, or give a carbon or active material with a conductivity");
            return default;
        }
        return (cited ? total : Estimate(electrode, ElectrodeFields.ElectronicConductivity, total, ClosedForms.ElectronicReason), law with { Reference = temperature });
    }

    private static double Estimate(Description electrode, QuantityField field, double value, string why)
    {
        Unit unit = field.Measures[0].Display;
        double number = double.Parse(unit.FromSi(value).ToString("G9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        electrode.Set(field.Set(new Quantity(number, unit), new Origin(OriginKind.Default, null, why)));
        return value;
    }

    // An area that is known stands in place of the spheres' and of the share of them that is touched.
    private static double Contact(Description electrode, CompositeDesign design)
    {
        if (design.AreaActiveElectrolyte is { Value.Exists: true } area && design.ParticleArea is { Exists: true, Value: > 0 } spheres && electrode.Get(ElectrodeFields.ContactFraction) is null && (area.Origin != FigureOrigin.ClosedForm))
            return area.Value.Value.Value / spheres.Value.Value;
        return electrode.GetOrDefault(ElectrodeFields.ContactFraction, new Quantity(1, Unit.One), "the whole surface of the particles touches the electrolyte").Si;
    }

    private static ImmutableArray<SizeClassCoefficients> Classes(Description active, CompositeDesign design, Problems problems)
    {
        // What is not reached keeps its lithium and carries no current: it is no part of the cell.
        double fraction = design.ActiveFraction * design.Utilisation.Or(1);
        if (active.All(CellSections.Sizes) is { Count: > 0 } sizes)
            return [.. sizes.Select(each => new SizeClassCoefficients(each.Get(ElectrodeFields.Radius)!.Value.Si, each.Get(ElectrodeFields.ClassShare)!.Value.Si * fraction)).Where(each => each.VolumeFraction > 0)];
        if (active.Get(ElectrodeFields.Radius) is { } radius) return [new SizeClassCoefficients(radius.Value.Si, fraction)];
        problems.Add(active.Place, active.PathOf(ElectrodeFields.Radius), "nothing", "the radius of its particles", "write `radius: 2 um`");
        return [];
    }

    private static RedoxCoefficients? Redox(Description section, Description electrode, double carbonArea, bool hasActive, Problems problems)
    {
        bool onActive = section.Get(ElectrodeFields.RedoxOnActive)?.Value ?? false;
        if (carbonArea == 0 && !(onActive && hasActive))
        {
            problems.Add(section.Place, section.Path, "no surface on which it could run", "a carbon with `betArea` and `density`, or `onActive: true`", "leave the section out where there is none");
            return null;
        }
        Setting<Quantity>? ofCarbon = electrode.Within(CellSections.Carbon)?.Get(MaterialFields.ChargePerArea);
        if (section.Get(ElectrodeFields.RedoxCharge)?.Value.Si is not { } charge)
        {
            if (ofCarbon is null)
            {
                problems.Add(section.Place, section.PathOf(ElectrodeFields.RedoxCharge), "nothing", "the charge of the reservoir per area", "write `chargePerArea: 5 mAh/m2`");
                return null;
            }
            section.Complete(ElectrodeFields.RedoxCharge, ofCarbon.Value.Si, "the carbon's chargePerArea");
            charge = ofCarbon.Value.Si;
        }
        return new RedoxCoefficients(
            section.GetOrDefault(ElectrodeFields.RedoxPotential, new Quantity(UsualRedoxPotential, "V"), "assumed: middle of the peaks at 2.8 and 2.1 V").Si, charge,
            section.GetOrDefault(ElectrodeFields.RedoxRate, new Quantity(UsualRedoxRate / 10, "mA/cm2"), "assumed: peaks near 2.8 and 2.1 V at 0.1 mV/s").Si,
            section.GetOrDefault(ElectrodeFields.RedoxTransfer, new Quantity(0.5, Unit.One), "symmetric").Si, onActive,
            section.Get(ElectrodeFields.RedoxState)?.Value.Si ?? (hasActive ? double.NaN : 0));
    }

    private static string Show(double value) => value.ToString("0.###e0", CultureInfo.InvariantCulture);
}
