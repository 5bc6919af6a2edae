using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>
/// Completes a composite electrode from what its description gives: shares by mass or by volume, and two of loading (or mass), thickness
/// and porosity. A third one is held against the other two; what is left over within the tolerance is void.
/// </summary>
internal sealed class CompositeDesigner(Description electrode, double area, Problems problems, List<Remark> remarks)
{
    /// <summary>By how much over-determined geometry may disagree.</summary>
    public const double Tolerance = 0.05;

    private const double ShareTolerance = 0.005;
    private const double DefaultPorosity = 0.15;
    private static readonly string[] Roles =
        [CellSections.Active, CellSections.Electrolyte, CellSections.Carbon, CellSections.Binder, CellSections.Inert, CellSections.Additive];

    private readonly List<Solid> solids = [];
    private bool byVolume;

    /// <summary>The composite; null after a problem.</summary>
    public CompositeDesign? Design()
    {
        foreach (string role in Roles)
            if (electrode.Within(role) is { } section) solids.Add(new Solid(role, section, section.Get(MaterialFields.Density)?.Value.Si));
        if (solids.Count == 0)
        {
            problems.Add(electrode.Place, electrode.Path, "an electrode of nothing", "`active`, `foil` or `ideal: true`", "name at least its active material");
            return null;
        }
        if (!Shares(out double total) || !SolidFractions()) return null;
        return Geometry(total);
    }

    // The shares as fractions of one basis; one missing share is the rest.
    private bool Shares(out double total)
    {
        total = 0;
        Setting<Quantity>? first = null;
        Solid? missing = null;
        foreach (Solid solid in solids)
        {
            if (solid.Section.Get(ElectrodeFields.Share) is not { } share)
            {
                if (missing is not null && solids.Count > 1)
                {
                    problems.Add(solid.Section.Place, solid.Section.PathOf(ElectrodeFields.Share), "nothing", "a share", $"`{missing.Section.PathOf(ElectrodeFields.Share)}` is missing too; only one may be left out");
                    return false;
                }
                missing = solid;
                continue;
            }
            bool volume = share.Value.Unit.Kind == UnitKind.VolumeShare;
            if (first is not null && volume != byVolume)
            {
                problems.Add(share.Origin.Place ?? solid.Section.Place, solid.Section.PathOf(ElectrodeFields.Share), $"`{share.Value}` beside `{first.Value}`", "all shares by mass or all by volume", "convert one with the densities");
                return false;
            }
            (first, byVolume) = (share, volume);
            solid.Share = share.Value.Si;
            total += share.Value.Si;
        }
        double whole = byVolume && electrode.Get(ElectrodeFields.Porosity) is { } porosity ? 1 - porosity.Value.Si : 1;
        if (missing is not null)
        {
            if (byVolume && first is not null && !electrode.Has(ElectrodeFields.Porosity))
            {
                problems.Add(missing.Section.Place, missing.Section.PathOf(ElectrodeFields.Share), "nothing", "a share in vol%, or the porosity", "with both left out the rest cannot be divided between them");
                return false;
            }
            missing.Share = whole - total;
            string unit = byVolume ? "vol%" : "wt%";
            if (!(missing.Share > 0))
            {
                problems.Add(missing.Section.Place, missing.Section.PathOf(ElectrodeFields.Share), "no room for it", $"other shares that add to less than {whole * 100:0.###} {unit}", "check them");
                return false;
            }
            missing.Section.Complete(ElectrodeFields.Share, Unit.Parse(unit), missing.Share, solids.Count == 1 ? "being the only solid" : "the other shares");
            total = whole;
        }
        if (!byVolume && Math.Abs(total - 1) > ShareTolerance)
        {
            problems.Add(electrode.Place, electrode.Path, $"shares that add to {total * 100:0.###} wt%", $"100 wt% within {ShareTolerance * 100} wt%", "check them; void is no share of mass");
            return false;
        }
        if (byVolume && !(total > 0 && total <= 1 + ShareTolerance))
        {
            problems.Add(electrode.Place, electrode.Path, $"shares that add to {total * 100:0.###} vol%", "more than 0 and at most 100 vol%", "check them");
            return false;
        }
        return true;
    }

    // Volume fractions of the solid, and its mass fractions where all densities are known.
    private bool SolidFractions()
    {
        foreach (Solid host in solids.ToArray())
        {
            if (host.Section.Within(CellSections.Coating) is not { } coating || coating.Get(ElectrodeFields.CoatingShare) is not { } share) continue;
            double? density = coating.Get(MaterialFields.Density)?.Value.Si;
            double s = share.Value.Si;
            if (byVolume && (host.Density is null || density is null))
            {
                problems.Add(coating.Place, coating.PathOf(MaterialFields.Density), "no density", "the densities of powder and coating", "they turn the coating's wt% into volume");
                return false;
            }
            // By mass the powder's share divides as s : 1 - s; by volume as s/rho : (1 - s)/rho.
            double coatingPart = byVolume ? s / density!.Value / (s / density.Value + (1 - s) / host.Density!.Value) : s;
            solids.Add(new Solid($"{host.Role}.{CellSections.Coating}", coating, density) { Share = host.Share * coatingPart });
            host.Share *= 1 - coatingPart;
        }
        if (!byVolume)
        {
            foreach (Solid solid in solids)
            {
                if (solid.Density is not null) continue;
                problems.Add(solid.Section.Place, solid.Section.PathOf(MaterialFields.Density), "no density", "one, to turn wt% into volume", "give it here, or name a material of the library that has one");
                return false;
            }
            double volume = solids.Sum(solid => solid.Share / solid.Density!.Value), mass = solids.Sum(solid => solid.Share);
            foreach (Solid solid in solids) (solid.SolidFraction, solid.MassFraction) = (solid.Share / solid.Density!.Value / volume, solid.Share / mass);
            return true;
        }
        double sum = solids.Sum(solid => solid.Share);
        foreach (Solid solid in solids) solid.SolidFraction = solid.Share / sum;
        if (solids.Exists(solid => solid.Density is null && solid.SolidFraction > 0)) return true;
        double density0 = solids.Sum(solid => solid.SolidFraction * (solid.Density ?? 0));
        foreach (Solid solid in solids) solid.MassFraction = solid.SolidFraction * (solid.Density ?? 0) / density0;
        return true;
    }

    private CompositeDesign? Geometry(double total)
    {
        Setting<Quantity>? thickness = electrode.Get(ElectrodeFields.Thickness), porosity = electrode.Get(ElectrodeFields.Porosity);
        Setting<Quantity>? loading = electrode.Get(ElectrodeFields.Loading), mass = electrode.Get(ElectrodeFields.Mass);
        bool weighed = solids.TrueForAll(solid => solid.MassFraction is not null);
        double solidDensity = weighed ? solids.Sum(solid => solid.SolidFraction * (solid.Density ?? 0)) : double.NaN;
        double powder = solids.Where(solid => solid.Role is CellSections.Active or CellSections.Active + "." + CellSections.Coating).Sum(solid => solid.MassFraction ?? double.NaN);

        // A mass and a loading say the same thing; what was said later holds.
        bool massFollows = false;
        if (mass is not null && loading is not null && mass.Lateness() != loading.Lateness())
        {
            if (mass.Lateness() > loading.Lateness()) loading = null;
            else (mass, massFollows) = (null, true);
        }
        double? areal = null;
        string from = "";
        if (mass is not null) (areal, from) = (mass.Value.Si / area, "mass");
        if (loading is not null)
        {
            if (!(powder > 0))
            {
                problems.Add(electrode.PlaceOf(ElectrodeFields.Loading), electrode.PathOf(ElectrodeFields.Loading), $"`{loading.Value}`", "densities of all components and a share of active material", "a loading is a mass of active material; without densities give the thickness");
                return null;
            }
            double byLoading = loading.Value.Si / powder;
            if (areal is { } byMass && Math.Abs(byLoading / byMass - 1) > Tolerance)
            {
                problems.Add(
                    electrode.PlaceOf(ElectrodeFields.Loading), electrode.PathOf(ElectrodeFields.Loading), $"`{loading.Value}`, which with the shares makes {Show(Measures.ArealMass, byLoading)} of composite",
                    $"the {Show(Measures.ArealMass, byMass)} that mass and area make, within {Tolerance * 100} %", $"they disagree by {(byLoading / byMass - 1) * 100:0.#} %; leave one out");
                return null;
            }
            if (areal is { } weighedMass && Math.Abs(byLoading / weighedMass - 1) > 1e-3)
                remarks.Add(new Remark(electrode.PathOf(ElectrodeFields.Mass), $"mass and area make {Show(Measures.ArealMass, weighedMass)} of composite, loading and shares {Show(Measures.ArealMass, byLoading)}, within the {Tolerance * 100} % allowed; the loading is used", electrode.PlaceOf(ElectrodeFields.Mass)));
            (areal, from) = (byLoading, "loading");
        }

        // vol% that leave room say how much void there is; a written porosity says it outright.
        double? voidShare = porosity?.Value.Si;
        string voidFrom = porosity is null ? "" : "porosity";
        if (voidShare is null && byVolume && total < 1 - 1e-9) (voidShare, voidFrom) = (1 - total, "the vol% left over");
        if (voidShare is { } stated && byVolume && porosity is not null && porosity.Lateness() <= solids.Max(solid => solid.Section.Get(ElectrodeFields.Share) is { } share ? share.Lateness() : 0) && Math.Abs(total - 1) > ShareTolerance && Math.Abs(total / (1 - stated) - 1) is var apart && apart > Tolerance)
        {
            problems.Add(
                electrode.PlaceOf(ElectrodeFields.Porosity), electrode.PathOf(ElectrodeFields.Porosity), $"`{porosity.Value}` beside shares of {total * 100:0.###} vol%", $"100 vol% together within {Tolerance * 100} %, or shares of the solid that add to 100 vol%",
                $"the shares disagree with the porosity by {apart * 100:0.#} %; leave the porosity out");
            return null;
        }

        // Of thickness, amount and void two make the third. A value laid over a file (by one that extends it, or beside it) makes one beneath it
        // follow, so that each can be varied alone; only values said in one place are held against each other.
        if (thickness is not null && areal is not null && voidShare is not null && weighed)
        {
            Setting<Quantity> amount = (loading ?? mass)!;
            if (thickness.Lateness() > amount.Lateness())
            {
                remarks.Add(new Remark(electrode.PathOf(amount.Field), $"follows from the thickness, which was given later ({thickness.Origin}), composition and {voidFrom}", thickness.Origin.Place));
                massFollows |= mass is not null;
                (loading, mass, areal) = (null, null, null);
            }
            else if (amount.Lateness() > thickness.Lateness() || (porosity is not null && porosity.Lateness() > thickness.Lateness()))
            {
                remarks.Add(new Remark(electrode.PathOf(ElectrodeFields.Thickness), $"follows from {from}, composition and {voidFrom}, of which one was given later", thickness.Origin.Place));
                thickness = null;
            }
        }

        double length, empty;
        if (thickness is not null && areal is not null)
        {
            if (!weighed) return Unweighed();
            length = thickness.Value.Si;
            double needed = areal.Value / solidDensity;
            empty = 1 - needed / length;
            if (needed / length - 1 > Tolerance)
            {
                problems.Add(
                    electrode.PlaceOf(ElectrodeFields.Thickness), electrode.PathOf(ElectrodeFields.Thickness), $"`{thickness.Value}`", $"at least {Show(Measures.Length, needed)}, the solid that {from} and composition make",
                    $"{from} and thickness disagree by {(needed / length - 1) * 100:0.#} % even without void");
                return null;
            }
            if (voidShare is { } wanted)
            {
                double expected = needed / (1 - wanted), off = length / expected - 1;
                if (Math.Abs(off) > Tolerance)
                {
                    problems.Add(
                        electrode.PlaceOf(ElectrodeFields.Thickness), electrode.PathOf(ElectrodeFields.Thickness), $"`{thickness.Value}`", $"{Show(Measures.Length, expected)} within {Tolerance * 100} %, from {from}, composition and {voidFrom} ({wanted * 100:0.##} % void)",
                        $"{from} and thickness disagree by {off * 100:+0.#;-0.#} %; leave one of them or the void out");
                    return null;
                }
                if (Math.Abs(off) > 1e-3 && empty >= 0)
                    remarks.Add(new Remark(electrode.PathOf(ElectrodeFields.Thickness), $"{from}, composition and {voidFrom} ({wanted * 100:0.##} % void) make {Show(Measures.Length, expected)}; {thickness.Value with { Spread = null }} is {off * 100:+0.#;-0.#} % off, within the {Tolerance * 100} % allowed, and void takes up the difference: {empty * 100:0.#} %", thickness.Origin.Place));
            }
            if (empty < 0)
            {
                // The mass was weighed; within the tolerance a thickness too small for it gives way, so that nothing is lost.
                if (needed / length - 1 > 1e-3) remarks.Add(new Remark(electrode.PathOf(ElectrodeFields.Thickness), $"{from} and composition make {Show(Measures.Length, needed)} even without void; that is used, {(needed / length - 1) * 100:0.#} % more than written and within the {Tolerance * 100} % allowed", thickness.Origin.Place));
                (length, empty) = (needed, 0);
            }
            if (porosity is null) electrode.Complete(ElectrodeFields.Porosity, empty, $"{from}, composition and thickness");
        }
        else
        {
            if (voidShare is null)
            {
                voidShare = electrode.GetOrDefault(ElectrodeFields.Porosity, new Quantity(DefaultPorosity * 100, "%"), "13 to 17 % was measured on composites pressed dry at 380 MPa (minnmann2021)").Si;
                voidFrom = "the default porosity";
            }
            else if (porosity is null) electrode.Complete(ElectrodeFields.Porosity, voidShare.Value, voidFrom);
            empty = voidShare.Value;
            if (thickness is not null)
            {
                length = thickness.Value.Si;
                if (weighed) areal = length * (1 - empty) * solidDensity;
            }
            else if (areal is not null)
            {
                if (!weighed) return Unweighed();
                length = areal.Value / solidDensity / (1 - empty);
                electrode.Complete(ElectrodeFields.Thickness, length, $"{from}, composition and {voidFrom}");
            }
            else
            {
                problems.Add(electrode.Place, electrode.Path, "neither loading, mass nor thickness", "one of them", "write `loading: 10 mg/cm2`");
                return null;
            }
        }
        if (loading is null && areal is not null && powder > 0)
            electrode.Complete(ElectrodeFields.Loading, areal.Value * powder, mass is not null ? "mass, area and composition" : "thickness, composition and void");

        if (massFollows && areal is { } weight) electrode.Complete(ElectrodeFields.Mass, weight * area, loading is not null ? "loading, composition and area" : "thickness, composition, void and area");

        const string unweighed = "densities are missing";
        return new CompositeDesign(
            length, empty,
            areal is { } w ? w : Derived.None(unweighed),
            areal is { } all && powder > 0 ? all * powder : Derived.None(powder == 0 ? "there is no active material" : unweighed),
            [.. solids.Select(solid => new ComponentDesign(
                solid.Role, solid.Section.Get(ElectrodeFields.Material)?.Value ?? solid.Role, solid.SolidFraction * (1 - empty),
                solid.MassFraction is { } x ? x : Derived.None(unweighed),
                solid.MassFraction is { } part && areal is { } of ? part * of : Derived.None(unweighed)))]);

        CompositeDesign? Unweighed()
        {
            Solid light = solids.Find(solid => solid.Density is null)!;
            problems.Add(light.Section.Place, light.Section.PathOf(MaterialFields.Density), "no density", $"one, to turn {from} into a volume", "give it here, or name a material of the library that has one");
            return null;
        }
    }

    private static string Show(Measure measure, double si, int digits = 4) => measure.Show(si, digits);

    private sealed class Solid(string role, Description section, double? density)
    {
        public string Role => role;

        public Description Section => section;

        public double? Density => density;

        public double Share { get; set; }

        public double SolidFraction { get; set; }

        public double? MassFraction { get; set; }
    }
}
