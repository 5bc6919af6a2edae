using Interphase.Descriptions;

namespace Interphase.Materials.Tests;

/// <summary>A walk over the whole library: what every material and every number in it promises.</summary>
public class LibraryTests
{
    private static readonly MaterialLibrary Library = MaterialLibrary.BuiltIn();

    public static TheoryData<string> Names => [.. Library.MaterialNames];

    // By the names that the papers use.
    public static TheoryData<string, string> Wanted => new()
    {
        { "Li6PS5Cl", "electrolyte" }, { "Li3InCl6", "electrolyte" }, { "Li10GeP2S12", "electrolyte" }, { "Li3PS4", "electrolyte" }, { "Li6PS5Br", "electrolyte" }, { "Li7P3S11", "electrolyte" },
        { "NCM811", "active" }, { "NMC83", "active" }, { "LiNi0.83Mn0.06Co0.11O2", "active" }, { "LiCoO2", "active" }, { "Li2RuO3", "active" }, { "Li4Ti5O12", "active" }, { "MnO2", "inert" },
        { "Li", "foil" }, { "Li-In", "foil" }, { "Li-Al", "foil" }, { "LTO", "active" },
        { "Ketjen black", "carbon" }, { "carbon nanofibres", "carbon" }, { "Super P", "carbon" }, { "carbon nanotubes", "carbon" }, { "N-doped porous carbon", "carbon" },
        { "Mo@NPCs", "carbon" }, { "Mo-Ni@NPCs", "carbon" },
        { "LiNbO3", "coating" }, { "LiDFOB", "additive" }, { "Li3PO4", "coating" }, { "Li2ZrO3", "coating" }, { "Li-Ta-O-F", "coating" }, { "PEDOT", "coating" }, { "Li-P-O-S gradient", "coating" },
        { "LLTO", "coating" }, { "LLZAO", "coating" }, { "Li7TaO6", "coating" },
    };

    [Theory]
    [MemberData(nameof(Wanted))]
    public void The_library_has_what_the_papers_used(string name, string role) => Find(name).Roles.ShouldContain(role);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_material_reads_without_a_problem(string name)
    {
        var problems = new Problems();
        Library.Find(name, problems).ShouldNotBeNull();
        problems.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_number_has_a_source_or_says_why_it_is_assumed(string name)
    {
        foreach ((string path, ISetting setting) in Numbers(Find(name)))
        {
            string source = setting.Annotation.Source.ShouldNotBeNull($"{name}: {path}");
            if (setting.Annotation.IsAssumed) source["assumed: ".Length..].Trim().Length.ShouldBeGreaterThan(8, $"{name}: {path} gives no reason");
            else Library.Sources.Find(source).ShouldNotBeNull($"{name}: {path}");
            if (setting.Content is Property { Activation: { } activation }) activation.Annotation.Source.ShouldNotBeNullOrWhiteSpace($"{name}: {path}.activationEnergy");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_number_with_a_dimension_has_a_unit(string name)
    {
        foreach ((string path, ISetting setting) in Numbers(Find(name)))
        {
            (Dimension dimension, Unit unit) = setting.Content is Quantity quantity ? (quantity.Dimension, quantity.Unit) : (((Property)setting.Content).Measure.Dimension, ((Property)setting.Content).Unit);
            unit.Dimension.ShouldBe(dimension, path);
            if (dimension != Dimension.None) unit.Symbol.ShouldNotBeEmpty($"{name}: {path}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_property_of_one_variable_becomes_a_finite_curve(string name)
    {
        foreach ((string path, ISetting setting) in Numbers(Find(name)))
        {
            if (setting.Content is not Property { Variables.Length: <= 1 } property) continue;
            property.TryCurve(out Curve? curve, out string? fault).ShouldBeTrue($"{name}: {path}: {fault}");
            foreach (double x in Samples(property)) double.IsFinite(curve!.Value(x)).ShouldBeTrue($"{name}: {path} at {x}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_open_circuit_potential_falls_as_lithium_is_inserted(string name)
    {
        foreach ((string path, ISetting setting) in Numbers(Find(name)))
        {
            if (setting.Field is not PropertyField { MustFall: true }) continue;
            var property = (Property)setting.Content;
            property.TryCurve(out Curve? curve, out _).ShouldBeTrue();
            double before = double.PositiveInfinity;
            foreach (double y in Samples(property))
            {
                double now = curve!.Value(y);
                now.ShouldBeLessThan(before, $"{name}: {path} at y = {y}");
                before = now;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hysteresis_leaves_both_branches_falling(string name)
    {
        Description material = Find(name).Description;
        if (material.Get(MaterialFields.Hysteresis) is not { } hysteresis) return;
        Curve middle = Tabulated(material.Get(MaterialFields.OpenCircuit)!.Value), gap = Tabulated(hysteresis.Value);
        double charging = double.PositiveInfinity, discharging = double.PositiveInfinity;
        foreach (double y in Samples(hysteresis.Value))
        {
            gap.Value(y).ShouldBeGreaterThanOrEqualTo(0);
            (middle.Value(y) + gap.Value(y)).ShouldBeLessThan(charging, $"charge branch at y = {y}");
            (middle.Value(y) - gap.Value(y)).ShouldBeLessThan(discharging, $"discharge branch at y = {y}");
            (charging, discharging) = (middle.Value(y) + gap.Value(y), middle.Value(y) - gap.Value(y));
        }
    }

    [Theory]
    [InlineData("NCM811")]
    [InlineData("NMC83")]
    public void Diffusivity_and_exchange_current_fall_towards_full_lithiation(string name)
    {
        Description material = Find(name).Description;
        Curve diffusivity = Tabulated(material.Get(MaterialFields.Diffusivity)!.Value), exchange = Tabulated(material.Get(MaterialFields.ExchangeCurrent)!.Value);
        diffusivity.Value(0.98).ShouldBeLessThan(diffusivity.Value(0.5) / 100);
        exchange.Value(0.98).ShouldBeLessThan(exchange.Value(0.5) / 2);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chemical_formula_has_a_plausible_molar_mass(string name)
    {
        Description material = Find(name).Description;
        foreach (ChemicalFormulaField field in (ChemicalFormulaField[])[MaterialFields.Formula, MaterialFields.Host])
            if (material.Get(field) is { } formula) formula.Value.GramsPerMole.ShouldBeInRange(6, 1000, name);
        if (material.Get(MaterialFields.Formula) is { } whole && material.Get(MaterialFields.MolarMass) is { } written)
            (whole.Value.MolarMass / written.Value.Si).ShouldBe(1, 0.005, name);
    }

    [Theory]
    [InlineData("NCM811", 97.28)]
    [InlineData("Li2RuO3", 162.95)]
    [InlineData("Li4Ti5O12", 459.1)]
    [InlineData("Li6PS5Cl", 268.4)]
    [InlineData("Li3InCl6", 348.3)]
    public void Molar_masses_are_those_of_the_elements(string name, double gramsPerMole) => Find(name).Description.Get(MaterialFields.Formula)!.Value.GramsPerMole.ShouldBe(gramsPerMole, 0.1);

    [Theory]
    [MemberData(nameof(Names))]
    public void Maximum_concentration_density_and_molar_mass_agree(string name)
    {
        Description material = Find(name).Description;
        if (material.Get(MaterialFields.MaximumConcentration) is not { } concentration) return;
        double lithium = material.Get(MaterialFields.InsertableLithium).ShouldNotBeNull().Value.Si;
        double density = material.Get(MaterialFields.Density).ShouldNotBeNull().Value.Si;
        double molarMass = material.Get(MaterialFields.Formula).ShouldNotBeNull().Value.MolarMass;
        (concentration.Value.Si / (lithium * density / molarMass)).ShouldBe(1, 0.02, $"{name}: c_max against n rho / M");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_active_material_can_be_designed_with(string name)
    {
        Material material = Find(name);
        if (!material.Roles.Contains("active")) return;
        foreach (IField field in (IField[])
            [
                MaterialFields.Formula, MaterialFields.Density, MaterialFields.InsertableLithium, MaterialFields.InitialLithium, MaterialFields.MaximumConcentration, MaterialFields.OpenCircuit,
                MaterialFields.Diffusivity, MaterialFields.ExchangeCurrent, MaterialFields.ElectronicConductivity, MaterialFields.ParticleRadius,
            ])
            material.Description.Has(field).ShouldBeTrue($"{name}: {field.Name}");
    }

    [Fact]
    public void No_two_materials_share_a_name_or_alias()
    {
        string[] names = [.. Library.MaterialNames.SelectMany(name => Find(name).Aliases.Prepend(name))];
        names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Every_file_begins_with_name_aliases_and_roles()
    {
        // The library finds a material by these lines alone, without parsing the file.
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository, "data", "materials"), "*.yaml"))
        {
            string[] lines = [.. File.ReadLines(file).Take(8)];
            lines[0].ShouldStartWith("name: ", Case.Sensitive, file);
            lines.Count(line => line.StartsWith("aliases: [", StringComparison.Ordinal) && line.TrimEnd().EndsWith(']')).ShouldBe(1, file);
            lines.Count(line => line.StartsWith("roles: [", StringComparison.Ordinal) && line.TrimEnd().EndsWith(']')).ShouldBe(1, file);
        }
    }

    [Fact]
    public void What_the_first_lines_say_is_what_the_file_says()
    {
        foreach (string name in Library.MaterialNames)
        {
            Material material = Find(name);
            material.Name.ShouldBe(name);
            material.Summary.ShouldNotBeEmpty(name);
            foreach (string alias in material.Aliases) Find(alias).Name.ShouldBe(name, alias);
        }
    }

    [Fact]
    public void Every_source_has_a_title_and_an_address()
    {
        Library.Sources.All.Count.ShouldBeGreaterThan(20);
        foreach (Source source in Library.Sources.All)
        {
            source.Title.ShouldNotBeEmpty(source.Key);
            (source.Doi.Length + source.Url.Length).ShouldBeGreaterThan(0, source.Key);
            if (source.Doi.Length > 0) source.Doi.ShouldStartWith("10.", Case.Sensitive, source.Key);
        }
    }

    [Fact]
    public void Every_source_is_named_by_a_value_a_note_or_a_default()
    {
        // A default of the program has a source too.
        (string Folder, string Pattern)[] places = [("data/materials", "*.yaml"), ("examples", "*.yaml"), ("src/Interphase.Cells", "*.cs")];
        string[] texts = [.. places.SelectMany(place => Directory.EnumerateFiles(Path.Combine(Repository, place.Folder), place.Pattern, SearchOption.AllDirectories)).Select(File.ReadAllText)];
        Library.Sources.All.Select(source => source.Key).Where(key => !texts.Any(text => text.Contains(key, StringComparison.Ordinal))).ShouldBeEmpty("sources that nothing names");
    }

    internal static string Repository
    {
        get
        {
            string folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Interphase.slnx"))) folder = Path.GetDirectoryName(folder)!;
            return folder;
        }
    }

    internal static Curve Tabulated(Property property)
    {
        property.TryCurve(out Curve? curve, out string? fault).ShouldBeTrue(fault);
        return curve!;
    }

    internal static Material Find(string name)
    {
        var problems = new Problems();
        Material? material = Library.Find(name, problems);
        problems.ShouldBeEmpty();
        return material.ShouldNotBeNull(name);
    }

    private static IEnumerable<(string Path, ISetting Setting)> Numbers(Material material) =>
        material.Description.Settings().Where(each => each.Setting.Field.IsPhysical && each.Setting.Content is Quantity or Property);

    private static IEnumerable<double> Samples(Property property)
    {
        (double lower, double upper) = property.Constant is null ? property.Range : (0, 1);
        const int last = 400;
        for (int i = 0; i <= last; i++) yield return lower + (upper - lower) * i / last;
    }
}
