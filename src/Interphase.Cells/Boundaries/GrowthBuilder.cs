using Interphase.Descriptions;
using Interphase.Materials;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>Makes what the equations know of a law written as a formula.</summary>
internal static class GrowthBuilder
{
    private const int Contents = 400;

    /// <summary>The coefficients; null after problems.</summary>
    public static GrowthCoefficients? Build(Description section, BoundarySite site)
    {
        Problems problems = site.Problems;
        int before = problems.Count;
        Setting<Property>? rate = section.Get(GrowthFields.Growth), loss = section.Get(GrowthFields.Loss);
        if (rate is null == loss is null)
        {
            problems.Add(section.Place, section.Path, rate is null ? "neither `rate` nor `loss`" : "both `rate` and `loss`", "one law: a film that grows, or active material that is lost", "write two entries for two laws");
            return null;
        }
        bool onCarbon = section.Get(GrowthFields.On)?.Value == GrowthFields.OnCarbon;
        string name = GrowthFields.NameOf(section);
        if (!IsFree(name, section, site)) return null;
        Setting<Property> law = rate ?? loss!;
        IField said = rate is null ? GrowthFields.Loss : GrowthFields.Growth;
        if (!law.Value.Table.IsDefaultOrEmpty) problems.Add(section.PlaceOf(said), section.PathOf(said), "a table", "a number or a formula", "write it as a formula of eta, E, L, y and T");
        else if ((Fault(law.Value) ?? Pole(law.Value, rate is null, site)) is { } fault) problems.Add(section.PlaceOf(said), section.PathOf(said), fault, GrowthFields.Everywhere, GrowthFields.Guard);
        if (loss is not null)
        {
            foreach (IField field in (IField[])[GrowthFields.Volume, GrowthFields.Electrons, GrowthFields.Uses, GrowthFields.FilmIons, GrowthFields.ContactResistivity])
                if (section.Has(field)) problems.Add(section.Place, $"{section.Path}.{field.Name}", "a property of a film", "nothing of the kind beside `loss`", "leave it out, or write `rate`");
            if (site.Electrode.Within(CellSections.Active) is null) problems.Add(section.Place, section.Path, "no active material that could be lost", "a composite with an `active`", "leave the entry out");
            return problems.Count > before ? null : new GrowthCoefficients(name, new BoundaryLaw(law.Value), true, 0, false, double.PositiveInfinity, 0, 0, 0, 0) { Path = section.PathOf(said), Place = section.PlaceOf(said) };
        }
        double area = onCarbon ? site.CarbonArea : site.ActiveArea;
        if (!(area > 0)) problems.Add(section.Place, section.Path, $"no {(onCarbon ? "carbon" : "active material")} in contact with electrolyte", "a boundary on which something can grow", "say `on:` the other one");
        double electrons = section.GetOrDefault(GrowthFields.Electrons, new Quantity(0, Unit.One), "no charge goes with it").Si, used = section.GetOrDefault(GrowthFields.Uses, new Quantity(0, Unit.One), "no electrolyte goes into it").Si;
        double? volume = section.Get(GrowthFields.Volume)?.Value.Si;
        if (volume is null && (electrons > 0 || used > 0)) problems.Add(section.Place, section.PathOf(GrowthFields.Volume), "nothing", "the volume of the film per formula unit: it turns thickness into amounts", "write `productVolume: 150 cm3/mol`");
        double uses = 0, lithium = 0;
        if (used > 0)
        {
            if (site.Electrolyte(section) is not { } electrolyte) return null;
            (uses, lithium) = (used / electrolyte.Amount, electrolyte.Amount * electrolyte.Lithium);
        }
        double resistivity = onCarbon ? section.Get(GrowthFields.ContactResistivity)?.Value.Si ?? 0 : section.Get(GrowthFields.FilmIons) is { } ions ? 1 / ions.Value.Si : 0;
        if (onCarbon && section.Get(GrowthFields.FilmIons) is not null) problems.Add(section.Place, section.PathOf(GrowthFields.FilmIons), "a conductivity for ions of a film on carbon", "`contactResistivity`: no intercalation passes there", "leave it out");
        if (!onCarbon && section.Get(GrowthFields.ContactResistivity) is not null) problems.Add(section.Place, section.PathOf(GrowthFields.ContactResistivity), "a contact resistivity of a film on active material", "`filmIonicConductivity`", "leave it out, or say `on: carbon`");
        return problems.Count > before ? null : new GrowthCoefficients(name, new BoundaryLaw(law.Value), false, area, onCarbon, volume ?? double.PositiveInfinity, electrons, uses, lithium, resistivity) { Path = section.PathOf(said), Place = section.PlaceOf(said) };
    }

    // Losses are told by name: of two causes with one name each would be given what both took.
    private static bool IsFree(string name, Description section, BoundarySite site)
    {
        bool IsSame(string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
        string found = section.Has(GrowthFields.Name) ? Quoted.Of(name) : $"nothing, which makes it {Quoted.Of(name)}";
        if (BoundaryCauses.All.FirstOrDefault(IsSame) is { } own)
        {
            site.Problems.Add(section.PlaceOf(GrowthFields.Name), section.PathOf(GrowthFields.Name), $"{found}, a cause of the program's own", "a name that no other cause has", $"write such as `name: {own} by my law`");
            return false;
        }
        foreach (Description before in site.Electrode.All(GrowthFields.Section).TakeWhile(each => !ReferenceEquals(each, section)))
        {
            if (!IsSame(GrowthFields.NameOf(before))) continue;
            site.Problems.Add(section.PlaceOf(GrowthFields.Name), section.PathOf(GrowthFields.Name), $"{found}, as {before.Path} is called", "a name that no other law of this electrode has", $"write such as `name: second {Quoted.Cut(name, 40)}`");
            return false;
        }
        return true;
    }

    /// <summary>Says of laws of films that they do nothing, where they are below 0 wherever a film begins.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="remarks">Receives what is to be said.</param>
    public static void Remark(Description cell, List<Remark> remarks)
    {
        foreach (string side in (ReadOnlySpan<string>)[CellSections.Cathode, CellSections.Anode])
            foreach (Description section in cell.Within(side)?.All(GrowthFields.Section) ?? [])
                foreach (PropertyField said in (ReadOnlySpan<PropertyField>)[GrowthFields.Growth, GrowthFields.Loss])
                    if (section.Get(said) is { Value: { Table.IsDefaultOrEmpty: true } law } && IsNegative(law))
                        remarks.Add(new Remark(section.PathOf(said), "is below 0 wherever a cell may come, and nothing is there that could go back: this law does nothing; check its sign", section.PlaceOf(said)) { IsWarning = true });
    }

    // Where nothing has grown, at all that is probed.
    private static bool IsNegative(Property property)
    {
        bool isBelow = false, isAbove = false;
        Probe(new BoundaryLaw(property), [0], (_, value) =>
        {
            (isBelow, isAbove) = (isBelow || value < 0, isAbove || !(value <= 0));
            return null;
        });
        return isBelow && !isAbove;
    }

    // A pole on the ways that every cell goes: along its open-circuit potential a little above, below and on it, and as something grows.
    private static string? Pole(Property property, bool isLoss, BoundarySite site)
    {
        if (property.Formula is null || site.Electrode.Within(CellSections.Active)?.Get(MaterialFields.OpenCircuit)?.Value is not { } open || !open.TryCurve(out Curve? curve, out _)) return null;
        var law = new BoundaryLaw(property);
        (double lower, double upper) = (Math.Max(0, open.Range.Lower), Math.Min(1, open.Range.Upper));
        double Rate(double eta, double content, double size) => law.Rate<Real>([new Real(eta), new Real(curve!.Value(content) + eta), new Real(size), new Real(content), new Real(site.Temperature)]).Value;
        string Words(double eta, double content, double size) => GrowthFields.Without(eta, curve!.Value(content) + eta, size, content, site.Temperature);
        foreach (double eta in (ReadOnlySpan<double>)[-0.02, 0, 0.02])
            foreach (double size in (double[])[0, isLoss ? 0.01 : 1e-9])
                if (LawScan.Find(content => Rate(eta, content, size), lower, upper, Contents) is { } at) return Words(eta, at, size);
        double middle = 0.5 * (lower + upper);
        double Size(double x) => isLoss ? x : Math.Pow(10, x);
        (double first, double last) = isLoss ? (0, 0.99) : (-11, -6);
        return LawScan.Find(x => Rate(0.02, middle, Size(x)), first, last, Contents) is { } end ? Words(0.02, middle, Size(end)) : null;
    }

    // Where a formula has no value, in words; null where it has one wherever a cell may come.
    private static string? Fault(Property property) =>
        Probe(new BoundaryLaw(property), [0, 1e-9, 0.5], (at, value) => double.IsFinite(value) ? null : GrowthFields.Without(at[0], at[1], at[2], at[3], at[4]));

    // The first thing that is said of a law at what is probed.
    private static string? Probe(BoundaryLaw law, ReadOnlySpan<double> sizes, Func<double[], double, string?> says)
    {
        Span<Real> at = stackalloc Real[GrowthFields.Variables.Length];
        foreach (double eta in (ReadOnlySpan<double>)[-1, -0.05, 0, 0.05, 1])
            foreach (double potential in (ReadOnlySpan<double>)[1, 2.5, 4.2, 5.5])
                foreach (double size in sizes)
                    foreach (double content in (ReadOnlySpan<double>)[0, 0.5, 1])
                        foreach (double temperature in (ReadOnlySpan<double>)[253.15, 298.15, 353.15])
                        {
                            (at[0], at[1], at[2], at[3], at[4]) = (new Real(eta), new Real(potential), new Real(size), new Real(content), new Real(temperature));
                            if (says([eta, potential, size, content, temperature], law.Rate<Real>(at).Value) is { } said) return said;
                        }
        return null;
    }
}
