using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>
/// How a composite is arranged: surfaces, lines, what is reached, and what a cited structure lets it conduct. What the author wrote holds, then the structure, then the closed forms.
/// </summary>
internal sealed class FiguresDesigner(Description cell, Description electrode, CompositeDesign bare, double temperature, double content, bool structures, Problems problems, List<Remark> remarks)
{
    // By how much an image's shares may differ from the cell's before that is told, and how much of the whole may be carried otherwise than in the structure.
    private const double ShareTolerance = 0.05, RatioTolerance = 0.1;
    private const string Sphere = "closed form: surface of spheres times contact fraction (100)", Mass = "closed form: accessible area by mass (33)", Neighbours = "closed form: neighbours as they come (101)";
    private const string Crossing = "closed form: isotropic surfaces that cross (99)", Whole = "closed form: all of it";

    private StructureFile? cited;
    private string name = "";

    /// <summary>The composite with its figures; null after a problem.</summary>
    public CompositeDesign? Design()
    {
        int before = problems.Count;
        string path = "";
        if (structures && electrode.Get(ElectrodeFields.Structure) is { } structure)
        {
            name = structure.Value;
            path = Resolve(structure);
            cited = StructureFileReader.Read(path, path, problems);
            if (cited is null) return null;
            Stale(path);
        }
        Description? active = electrode.Within(CellSections.Active), carbon = electrode.Within(CellSections.Carbon);
        if (cited is not null && active is null)
        {
            problems.Add(electrode.PlaceOf(ElectrodeFields.Structure), electrode.PathOf(ElectrodeFields.Structure), "a composite without active material", "one with it", "leave the structure out");
            return null;
        }
        Derived particles = ClosedForms.ParticleArea(active, bare);
        Setting<Quantity>? contact = electrode.Get(ElectrodeFields.ContactFraction);
        Derived wet = particles.Then(area => area * (contact?.Value.Si ?? 1)), black = ClosedForms.CarbonArea(carbon, bare), beside = ClosedForms.ActiveCarbonArea(particles, bare);

        if (contact is not null && Areas()?.Get(ElectrodeFields.AreaActiveElectrolyte) is { } stated && particles.Exists && Math.Abs(stated.Value.Si / wet.Value!.Value - 1) > CompositeDesigner.Tolerance)
        {
            problems.Add(
                electrode.PlaceOf(ElectrodeFields.ContactFraction), electrode.PathOf(ElectrodeFields.ContactFraction), $"`{contact.Value}` beside `{stated.Value}` of surface", "one of the two",
                $"the contact fraction makes {Measures.VolumetricArea.Show(wet.Value.Value, 4)} of the particles' surface; leave one of them out");
            return null;
        }
        CompositeFigure area = contact is not null && Areas()?.Get(ElectrodeFields.AreaActiveElectrolyte) is null
            ? Contacted(contact, wet)
            : Figure(true, ElectrodeFields.AreaActiveElectrolyte, cited?.AreaActiveElectrolyte, wet, Sphere);
        CompositeFigure surface = Figure(true, ElectrodeFields.AreaCarbonElectrolyte, carbon is null ? null : cited?.AreaCarbonElectrolyte, black, Mass);
        CompositeFigure touching = Figure(true, ElectrodeFields.AreaActiveCarbon, carbon is null ? null : cited?.AreaActiveCarbon, beside, Neighbours);
        CompositeFigure line = Figure(false, ElectrodeFields.TriplePhaseLength, carbon is null ? null : cited?.TriplePhaseLength, ClosedForms.TripleLine(area.Value, surface.Value), Crossing);
        CompositeFigure used = Figure(false, ElectrodeFields.Utilisation, cited?.Utilisation, active is null ? Derived.None("there is no active material") : 1, Whole);
        CompositeDesign design = bare with
        {
            AreaActiveElectrolyte = area,
            AreaCarbonElectrolyte = surface,
            AreaActiveCarbon = touching,
            TriplePhaseLength = line,
            Utilisation = used,
            ParticleArea = particles,
            Structure = cited,
            StructurePath = path,
        };
        if (cited is not null)
        {
            design = design with { Comparison = Compare(cited, electrode, design, temperature, content) };
            Conduct(ElectrodeFields.IonicConductivity, cited.Ionic, cited.IonicError, cell.Within(CellSections.Liquid) is null && EffectiveTransport.Ionic(electrode, design, temperature) is { } own ? [own] : []);
            Conduct(ElectrodeFields.ElectronicConductivity, cited.Electronic, cited.ElectronicError, EffectiveTransport.Electronic(electrode, design, temperature, content));
        }
        return problems.Count > before ? null : design;
    }

    /// <summary>What a structure says beside the closed forms of the composite that it stands for.</summary>
    public static ImmutableArray<FigureComparison> Compare(StructureFile file, Description electrode, CompositeDesign design, double temperature, double content)
    {
        var rows = ImmutableArray.CreateBuilder<FigureComparison>();
        Derived particles = ClosedForms.ParticleArea(electrode.Within(CellSections.Active), design), black = ClosedForms.CarbonArea(electrode.Within(CellSections.Carbon), design);
        if (EffectiveTransport.Ionic(electrode, design, temperature) is { } ion && !file.Ionic.IsEmpty) Conducts(ElectrodeFields.IonicConductivity, file.Ionic, file.IonicError, [ion]);
        if (!file.Electronic.IsEmpty) Conducts(ElectrodeFields.ElectronicConductivity, file.Electronic, file.ElectronicError, EffectiveTransport.Electronic(electrode, design, temperature, content));
        Measured($"{CellSections.Areas}.{ElectrodeFields.AreaActiveElectrolyte.Name}", ElectrodeFields.AreaActiveElectrolyte, file.AreaActiveElectrolyte, particles);
        if (electrode.Within(CellSections.Carbon) is not null)
        {
            Measured($"{CellSections.Areas}.{ElectrodeFields.AreaCarbonElectrolyte.Name}", ElectrodeFields.AreaCarbonElectrolyte, file.AreaCarbonElectrolyte, black);
            Measured($"{CellSections.Areas}.{ElectrodeFields.AreaActiveCarbon.Name}", ElectrodeFields.AreaActiveCarbon, file.AreaActiveCarbon, ClosedForms.ActiveCarbonArea(particles, design));
            Measured(ElectrodeFields.TriplePhaseLength.Name, ElectrodeFields.TriplePhaseLength, file.TriplePhaseLength, ClosedForms.TripleLine(particles, black));
        }
        Measured(ElectrodeFields.Utilisation.Name, ElectrodeFields.Utilisation, file.Utilisation, 1);
        return rows.ToImmutable();

        void Conducts(QuantityField field, ImmutableArray<StructureFactor> factors, double? error, ImmutableArray<OwnConductivity> own)
        {
            double voxels = EffectiveTransport.Cited(factors, own).Value;
            rows.Add(new FigureComparison(field.Name, field.Measures[0], voxels, error * voxels, EffectiveTransport.Closed(own).Value, false));
        }

        void Measured(string what, QuantityField field, StructureValue? value, Derived closed)
        {
            if (value is not null) rows.Add(new FigureComparison(what, field.Measures[0], value.Value, value.Error, closed, value.IsEstimate));
        }
    }

    // A path is seen from the file in which it stands, and one given beside the file from the cell's.
    private string Resolve(Setting<string> structure)
    {
        string from = structure.Origin is { Kind: OriginKind.File or OriginKind.Parent, Place: { } place } ? place.File : cell.Place.File;
        try
        {
            return Path.Combine(Path.GetDirectoryName(from) ?? "", structure.Value);
        }
        catch (ArgumentException)
        {
            return structure.Value;
        }
    }

    private Description? Areas() => electrode.Within(CellSections.Areas);

    private CompositeFigure Contacted(Setting<Quantity> contact, Derived wet)
    {
        if (cited?.AreaActiveElectrolyte is { } other) Stands(electrode.PathOf(ElectrodeFields.ContactFraction), contact, $"{Measures.VolumetricArea.Show(other.Value, 4)} of surface between active material and electrolyte");
        return new CompositeFigure(wet, null, FigureOrigin.Given, $"{electrode.PathOf(ElectrodeFields.ContactFraction)}, {contact.Origin}") { IsEstimate = true };
    }

    private CompositeFigure Figure(bool isArea, QuantityField field, StructureValue? measured, Derived closed, string how)
    {
        Description? section = isArea ? Areas() : electrode;
        if (section?.Get(field) is { } given)
        {
            if (measured is not null) Stands(section.PathOf(field), given, field.Measures[0].Show(measured.Value, 4));
            return new CompositeFigure(given.Value.Si, given.Value.Spread is null ? null : given.Value.SpreadSi, FigureOrigin.Given, $"{given.Origin}");
        }
        if (measured is null) return new CompositeFigure(closed, null, FigureOrigin.ClosedForm, how) { IsEstimate = true };
        if (section is null)
        {
            section = new Description(electrode.Section.Sections.First(each => each.Name == CellSections.Areas), $"{electrode.Path}.{CellSections.Areas}", electrode.PlaceOf(ElectrodeFields.Structure));
            electrode.Add(section);
        }
        string from = $"structure {name} ({cited!.From}){(measured.IsEstimate ? ", an estimate there too" : "")}";
        Complete(section, field, measured.Value, measured.Error, from);
        return new CompositeFigure(measured.Value, measured.Error, FigureOrigin.Structure, from) { IsEstimate = measured.IsEstimate };
    }

    private void Conduct(QuantityField field, ImmutableArray<StructureFactor> factors, double? error, ImmutableArray<OwnConductivity> own)
    {
        if (factors.IsEmpty)
        {
            if (!electrode.Has(field)) remarks.Add(new Remark(electrode.PathOf(field), $"the structure {name} was not measured for it, and the closed form is used", electrode.PlaceOf(ElectrodeFields.Structure)));
            return;
        }
        if (own.IsEmpty)
        {
            remarks.Add(new Remark(electrode.PathOf(field), $"what the structure {name} says of it has nothing to apply to: the cell tells no conductivity of a material that carries it", electrode.PlaceOf(ElectrodeFields.Structure)));
            if (field == ElectrodeFields.IonicConductivity) return;
        }
        double value = EffectiveTransport.Cited(factors, own).Value;
        if (electrode.Get(field) is { } given)
        {
            Stands(electrode.PathOf(field), given, field.Measures[0].Show(value, 4));
            return;
        }
        foreach (StructureFactor factor in factors)
        {
            if (!own.Any(each => each.Role == factor.Role) && factor.Factor > 0)
                remarks.Add(new Remark(electrode.PathOf(field), $"the structure conducts through {factor.Role}, of which the cell tells no conductivity; that of the structure is used, {Number(factor.Conductivity)} S/m", electrode.PlaceOf(ElectrodeFields.Structure)));
        }
        Ratio(field, factors, own);
        Complete(electrode, field, value, error * value, $"structure {name} ({cited!.From}), times the materials' own conductivities");
    }

    // Factors are slopes: where conductors relate to one another otherwise than in the structure, the current would take other ways. It matters where what they carry changes by much of the whole.
    private void Ratio(QuantityField field, ImmutableArray<StructureFactor> factors, ImmutableArray<OwnConductivity> own)
    {
        var parts = (from factor in factors join each in own on factor.Role equals each.Role where each.Value > 0 && factor.Conductivity > 0 select (factor.Role, Was: factor.Factor * factor.Conductivity, Ratio: each.Value / factor.Conductivity)).ToList();
        if (parts.Count < 2) return;
        (string role, _, double common) = parts.MaxBy(part => part.Was * part.Ratio);
        double total = parts.Sum(part => part.Was * part.Ratio);
        foreach ((string other, double was, double ratio) in parts)
        {
            if (Math.Abs(ratio - common) * was > RatioTolerance * total)
                remarks.Add(new Remark(electrode.PathOf(field), $"{other} over {role} conducts {Number(ratio / common)} times what it did in the structure {name}, and the current would take other ways; make it again with {Number(own.First(each => each.Role == other).Value)} S/m (`--set {electrode.Path}.{other}.electronicConductivity=...`, or `--electronic`)", electrode.PlaceOf(ElectrodeFields.Structure)) { IsWarning = true });
        }
    }

    private void Stands(string path, ISetting given, string other) =>
        remarks.Add(new Remark(path, $"{given.Field.Show(given.Content)} as written stands; the structure {name} says {other}", given.Origin.Place));

    private void Stale(string path)
    {
        if (cited is null) return;
        Place place = electrode.PlaceOf(ElectrodeFields.Structure);
        void Warn(string text) => remarks.Add(new Remark(electrode.PathOf(ElectrodeFields.Structure), text, place) { IsWarning = true });
        if (cited.Image.Length > 0 && cited.ImageHash.Length > 0)
        {
            string image = Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileName(cited.Image));
            if (Hash(image) is { } hash && hash != cited.ImageHash) Warn($"the image {image} has changed since {name} was measured of it; measure it again");
        }
        if (!cited.IsGenerated)
        {
            foreach ((string role, double seen) in (ReadOnlySpan<(string, double)>)[(CellSections.Active, cited.Shares.Active), (CellSections.Electrolyte, cited.Shares.Electrolyte), (CellSections.Carbon, cited.Shares.Carbon)])
            {
                double own = bare.Components.Where(component => component.Role == role || component.Role.StartsWith(role + ".", StringComparison.Ordinal)).Sum(component => component.VolumeFraction);
                // Carbon is often too fine to be a phase of an image.
                if ((seen > 0 || role != CellSections.Carbon) && Math.Abs(seen - own) > ShareTolerance * Math.Max(seen, own))
                    Warn($"{name} was measured of an image with {Number(100 * seen)} vol% of {role}, the cell has {Number(100 * own)} vol%");
            }
            return;
        }
        if (cited.Recipe!.Hash != cited.RecipeHash)
        {
            Warn($"the recipe in {name} does not fit its own hash: the file was changed after it was written");
            return;
        }
        var unfit = new Problems();
        StructurePlan? plan = StructurePlan.Of(electrode, bare, cell.Place, electrode.Path, cited.Voxels, cited.VoxelSize, cited.GivenGrain, 0, unfit);
        if (plan is null) Warn($"{name} cannot be held against this cell, which is no recipe of a structure ({unfit[0].Subject}: {unfit[0].Found})");
        else if (StructureRecipe.Of(plan) is var now && now.Hash != cited.RecipeHash)
            Warn($"{name} was generated from another recipe: {string.Join("; ", cited.Recipe.Changes(now))}; generate it again");
    }

    private static string? Hash(string file)
    {
        try
        {
            if (!File.Exists(file)) return null;
            using FileStream stream = File.OpenRead(file);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Complete(Description section, QuantityField field, double si, double? error, string from)
    {
        Unit unit = field.Measures[0].Display;
        double Digits(double value, string format) => double.Parse(value.ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        Spread? spread = error is { } known && double.IsFinite(known) ? new Spread(Digits(unit.FromSi(known), "G2"), false) : null;
        section.Set(field.Set(new Quantity(Digits(unit.FromSi(si), "G9"), unit, spread), new Origin(OriginKind.Completed, null, from)));
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
