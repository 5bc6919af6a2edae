using System.Text;
using System.Text.Json.Nodes;
using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>What a cell takes from a structure that it cites.</summary>
public class StructureCitationTests
{
    private const string Name = "x.structure.json";

    [Fact]
    public void Half_the_ionic_factor_is_half_the_conductivity()
    {
        using Scratch folder = new();
        StructureFile file = Made(folder);
        double whole = Coefficients(folder, file).IonicConductivity;
        double half = Coefficients(folder, file with { Ionic = [file.Ionic[0] with { Factor = file.Ionic[0].Factor / 2 }] }).IonicConductivity;
        half.ShouldBe(whole / 2, 1e-14 * whole);
    }

    [Fact]
    public void Factors_keep_the_materials_own_laws_of_temperature()
    {
        using Scratch folder = new();
        Write(folder, Made(folder));
        double Ratio(string file, Func<CompositeCoefficients, double> of) => of(Of(CellReader.Read(file, "temperature=60 °C"))) / of(Of(CellReader.Read(file, "temperature=30 °C")));
        Ratio(folder["cited.yaml"], each => each.IonicConductivity).ShouldBe(Ratio(folder["plain.yaml"], each => each.IonicConductivity), 1e-12);
        Ratio(folder["cited.yaml"], each => each.ElectronicConductivity).ShouldBe(Ratio(folder["plain.yaml"], each => each.ElectronicConductivity), 1e-3);
        Of(CellReader.Read(folder["cited.yaml"])).IonicActivation.Energy.ShouldBe(Of(CellReader.Read(folder["plain.yaml"])).IonicActivation.Energy);
    }

    [Fact]
    public void Electrons_are_the_sum_of_factor_times_conductivity()
    {
        using Scratch folder = new();
        StructureFile file = Made(folder);
        double carbon = StructureComparer.Conductivities(CellReader.Read(folder["plain.yaml"]), "cathode", false)["carbon"], active = StructureComparer.Conductivities(CellReader.Read(folder["plain.yaml"]), "cathode", false)["active"];
        Coefficients(folder, file).ElectronicConductivity.ShouldBe(file.Electronic[0].Factor * active + file.Electronic[1].Factor * carbon, 1e-12 * carbon);
    }

    [Fact]
    public void Areas_and_lines_are_those_of_the_structure()
    {
        using Scratch folder = new();
        StructureFile file = Made(folder);
        CompositeCoefficients made = Coefficients(folder, file);
        (made.ContactFraction * made.Classes.Sum(each => each.Area)).ShouldBe(file.Utilisation!.Value * file.AreaActiveElectrolyte!.Value, 1e-6);
        made.CarbonArea.ShouldBe(file.AreaCarbonElectrolyte!.Value);
        CompositeDesign design = Read(folder, file).Design!.Cathode!;
        design.TriplePhaseLength.Value.Value.ShouldBe(3e12);
        design.AreaActiveCarbon.Value.Value.ShouldBe(5e4);
        foreach (CompositeFigure figure in new[] { design.AreaActiveElectrolyte, design.AreaCarbonElectrolyte, design.AreaActiveCarbon, design.TriplePhaseLength, design.Utilisation })
        {
            figure.Origin.ShouldBe(FigureOrigin.Structure);
            figure.From.ShouldContain(Name);
        }
        design.AreaActiveElectrolyte.Error.ShouldBe(1e4);
    }

    [Fact]
    public void A_surface_larger_than_that_of_spheres_is_taken_as_it_is()
    {
        using Scratch folder = new();
        CompositeCoefficients made = Coefficients(folder, Made(folder) with { AreaActiveElectrolyte = new StructureValue(5e6, null) });
        made.ContactFraction.ShouldBeGreaterThan(1);
        (made.ContactFraction * made.Classes.Sum(each => each.Area) / 0.9).ShouldBe(5e6, 1);
    }

    [Fact]
    public void What_is_not_reached_carries_nothing_and_keeps_its_lithium()
    {
        using Scratch folder = new();
        StructureFile file = Made(folder);
        CompositeCoefficients all = Coefficients(folder, file with { Utilisation = new StructureValue(1, null) }), most = Coefficients(folder, file with { Utilisation = new StructureValue(0.8, null) });
        most.Capacity.ShouldBe(0.8 * all.Capacity, 1e-9 * all.Capacity);
        double nominal = Read(folder, file with { Utilisation = new StructureValue(1, null) }).Design!.Nominal.ArealCapacity.Value!.Value;
        CellDesign design = Read(folder, file with { Utilisation = new StructureValue(0.8, null) }).Design!;
        design.Nominal.ArealCapacity.Value!.Value.ShouldBe(0.8 * nominal, 1e-6 * nominal);
        // Its mass is still there.
        design.Cathode!.Loading.Value!.Value.ShouldBe(0.1, 1e-9);
    }

    [Theory]
    [InlineData("ionicConductivity", "0.1 mS/cm")]
    [InlineData("electronicConductivity", "20 mS/cm")]
    [InlineData("areas.activeElectrolyte", "600000 1/m")]
    [InlineData("areas.carbonElectrolyte", "700000 1/m")]
    [InlineData("areas.activeCarbon", "80000 1/m")]
    [InlineData("triplePhaseLength", "2e12 1/m2")]
    [InlineData("utilisation", "70 %")]
    [InlineData("contactFraction", "0.5")]
    public void What_the_author_writes_holds_and_is_remarked(string field, string value)
    {
        using Scratch folder = new();
        CellReading reading = Read(folder, Made(folder), $"cathode.{field}={value}");
        reading.Design!.Remarks.ShouldContain(remark => remark.Path == $"cathode.{field}" && remark.Text.Contains("as written stands", StringComparison.Ordinal) && remark.Text.Contains(Name, StringComparison.Ordinal));
        reading.Description!.Settings().Single(each => each.Path == $"cathode.{field}").Setting.Origin.Kind.ShouldBe(OriginKind.Override);
        CompositeCoefficients made = Of(reading);
        if (field == "ionicConductivity") made.IonicConductivity.ShouldBe(0.01, 1e-12);
        if (field == "electronicConductivity") made.ElectronicConductivity.ShouldBe(2, 1e-12);
        if (field == "contactFraction") made.ContactFraction.ShouldBe(0.5);
        if (field == "areas.carbonElectrolyte") made.CarbonArea.ShouldBe(7e5);
    }

    [Fact]
    public void Values_are_listed_with_their_structure_and_uncertainty()
    {
        using Scratch folder = new();
        Description description = Read(folder, Made(folder)).Description!;
        ISetting area = description.Settings().Single(each => each.Path == "cathode.areas.activeElectrolyte").Setting;
        area.Origin.ToString().ShouldContain($"structure {Name}");
        ((Quantity)area.Content).SpreadSi.ShouldBe(1e4);
        ISetting ionic = description.Settings().Single(each => each.Path == "cathode.ionicConductivity").Setting;
        (((Quantity)ionic.Content).SpreadSi / ((Quantity)ionic.Content).Si).ShouldBe(0.05, 0.003);
    }

    [Fact]
    public void Without_a_structure_the_closed_forms_stand()
    {
        CompositeDesign cathode = Cells.Design(Cells.Plain).Cathode!;
        double spheres = 3 * cathode.ActiveFraction / 2.5e-6;
        cathode.AreaActiveElectrolyte.Value.Value!.Value.ShouldBe(spheres, 1e-6 * spheres);
        cathode.AreaActiveCarbon.Value.Value!.Value.ShouldBe(spheres * cathode.Share("carbon") / (1 - cathode.ActiveFraction), 1);
        cathode.TriplePhaseLength.Value.Value!.Value.ShouldBe(Math.PI / 4 * spheres * cathode.AreaCarbonElectrolyte.Value.Value!.Value, 1e-6 * 1e12);
        cathode.Utilisation.Value.Value.ShouldBe(1);
        foreach (CompositeFigure figure in new[] { cathode.AreaActiveElectrolyte, cathode.AreaCarbonElectrolyte, cathode.AreaActiveCarbon, cathode.TriplePhaseLength, cathode.Utilisation })
        {
            figure.Origin.ShouldBe(FigureOrigin.ClosedForm);
            figure.IsEstimate.ShouldBeTrue();
        }
        Cells.Design(Cells.Plain, "cathode.contactFraction=0.6").Cathode!.AreaActiveElectrolyte.Value.Value!.Value.ShouldBe(0.6 * spheres, 1e-6 * spheres);
    }

    [Fact]
    public void An_area_and_a_contact_fraction_that_disagree_are_refused() =>
        Cells.Problem(Cells.Plain, "cathode.contactFraction=0.5", "cathode.areas.activeElectrolyte=900000 1/m").Found.ShouldContain("of surface");

    [Fact]
    public void A_written_area_is_the_contact_that_it_makes()
    {
        CompositeCoefficients made = Of(Cells.Read(Cells.Plain, "cathode.areas.activeElectrolyte=300000 1/m"));
        (made.ContactFraction * made.Classes.Sum(each => each.Area)).ShouldBe(3e5, 1e-3);
    }

    [Theory]
    [InlineData("cathode.porosity=20 %", "composition")]
    [InlineData("cathode.active.radius=2 um", "particles")]
    [InlineData("cathode.electrolyte.grainSize=0.9 um", "grains")]
    [InlineData("cathode.carbon.material=Ketjen black", "nano-carbon")]
    public void A_recipe_that_has_changed_since_is_told(string change, string what)
    {
        using Scratch folder = new();
        CellReading reading = Read(folder, Made(folder), change);
        Remark warning = reading.Design!.Remarks.Where(remark => remark.IsWarning && remark.Path == "cathode.structure").ShouldHaveSingleItem();
        warning.Text.ShouldContain(what);
        warning.Text.ShouldContain("->");
        Read(folder, Made(folder)).Design!.Remarks.ShouldNotContain(remark => remark.IsWarning);
    }

    [Fact]
    public void A_recipe_that_was_changed_by_hand_is_told()
    {
        using Scratch folder = new();
        Read(folder, Made(folder) with { RecipeHash = "00" }).Design!.Remarks.ShouldContain(remark => remark.IsWarning && remark.Text.Contains("own hash", StringComparison.Ordinal));
    }

    [Fact]
    public void An_image_of_another_composition_or_that_has_changed_is_told()
    {
        using Scratch folder = new();
        StructureFile image = Made(folder) with { IsGenerated = false, Recipe = null, RecipeHash = "", Seeds = [], Image = "scan.tif", ImageHash = "ab" };
        Read(folder, image).Design!.Remarks.ShouldNotContain(remark => remark.IsWarning);
        Read(folder, image with { Shares = image.Shares with { Active = 0.9 * image.Shares.Active } }).Design!.Remarks.ShouldContain(remark => remark.IsWarning && remark.Text.Contains("vol% of active", StringComparison.Ordinal));
        folder.Write("scan.tif", "other");
        Read(folder, image).Design!.Remarks.ShouldContain(remark => remark.IsWarning && remark.Text.Contains("scan.tif has changed", StringComparison.Ordinal));
    }

    [Fact]
    public void Conductors_in_another_ratio_are_told_where_it_matters()
    {
        using Scratch folder = new();
        StructureFile file = Made(folder);
        double active = StructureComparer.Conductivities(CellReader.Read(folder["plain.yaml"]), "cathode", false)["active"];
        StructureFile far = file with { Electronic = [new StructureFactor("active", 0.3, null, active * 100), new StructureFactor("carbon", 1e-6, null, 31600)] };
        Read(folder, far).Design!.Remarks.ShouldContain(remark => remark.IsWarning && remark.Path == "cathode.electronicConductivity");
    }

    [Fact]
    public void What_was_not_measured_is_the_closed_form_with_a_remark()
    {
        using Scratch folder = new();
        CellReading reading = Read(folder, Made(folder) with { Ionic = [], TriplePhaseLength = null });
        reading.Design!.Remarks.ShouldContain(remark => remark.Path == "cathode.ionicConductivity" && remark.Text.Contains("closed form", StringComparison.Ordinal));
        reading.Design!.Cathode!.TriplePhaseLength.Origin.ShouldBe(FigureOrigin.ClosedForm);
        Of(reading).IonicConductivity.ShouldBe(Of(CellReader.Read(folder["plain.yaml"])).IonicConductivity);
    }

    [Fact]
    public void Closed_forms_stand_beside_what_voxels_show()
    {
        using Scratch folder = new();
        CompositeDesign design = Read(folder, Made(folder)).Design!.Cathode!;
        design.Comparison.Length.ShouldBe(7);
        FigureComparison ionic = design.Comparison.Single(row => row.Name == "ionicConductivity");
        ionic.ClosedForm.Value!.Value.ShouldBe(Of(CellReader.Read(folder["plain.yaml"])).IonicConductivity, 1e-12);
        ionic.Ratio.Value!.Value.ShouldBe(ionic.ClosedForm.Value.Value / ionic.Voxels, 1e-12);
    }

    [Fact]
    public void A_structure_is_seen_from_the_file_that_names_it()
    {
        using Scratch folder = new();
        Write(folder, Made(folder));
        folder.Write("deep/child.yaml", "extends: ../cited.yaml\nname: child\n");
        CellReading reading = CellReader.Read(folder["deep/child.yaml"]);
        reading.Problems.ShouldBeEmpty();
        reading.Design!.Cathode!.Structure.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("anode.structure=x.json", "no composite")]
    [InlineData("cathode.structure=none.json", "no such file")]
    [InlineData("cathode.structure=.", "no way to read it")]
    public void What_cannot_be_cited_is_one_problem(string change, string found) => Cells.Problem(Cells.Plain, change).Found.ShouldContain(found);

    [Fact]
    public void A_file_that_need_not_be_read_is_not()
    {
        using Scratch folder = new();
        Write(folder, Made(folder));
        File.Delete(folder[Name]);
        CellReader.ReadWithoutStructures(folder["cited.yaml"]).Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("{", "no JSON")]
    [InlineData("[1]", "a list")]
    [InlineData("{}", "nothing")]
    [InlineData("{\"composite\":3}", "a number")]
    [InlineData("{\"composite\":null,\"compositeReason\":\"no roles\"}", "no roles")]
    public void What_is_no_structure_file_is_one_problem(string text, string found) => Fault(text).Found.ShouldContain(found);

    [Theory]
    [InlineData("version", "2", "2")]
    [InlineData("axis", "\"w\"", "`w`")]
    [InlineData("axis", "null", "null")]
    [InlineData("shares.active", "-0.1", "-0.1")]
    [InlineData("shares.active", "0", "no active material")]
    [InlineData("shares.void", "0.9", "add to")]
    [InlineData("ionicFactors", "{}", "an object")]
    [InlineData("ionicFactors.0.role", "\"void\"", "`void`")]
    [InlineData("ionicFactors.0.factor", "1e999", "1e999")]
    [InlineData("ionicFactors.0.factor", "-1", "-1")]
    [InlineData("areaActiveElectrolyte.value", "\"many\"", "a text")]
    [InlineData("areaActiveElectrolyte.unit", "\"1/um\"", "`1/um`")]
    [InlineData("areaActiveElectrolyte.error", "-3", "-3")]
    [InlineData("utilisation.value", "1.5", "1.5")]
    [InlineData("origin.kind", "\"dream\"", "`dream`")]
    [InlineData("origin.seeds", "[]", "no seed")]
    [InlineData("origin.seeds", "[0.5]", "a number")]
    [InlineData("origin.voxels", "1.5", "1.5")]
    [InlineData("origin.recipe", "{}", "0 lines")]
    [InlineData("origin.recipe.grains", "\"0.4\\num\"", "`0.4")]
    public void A_defect_is_told_with_its_member(string member, string value, string found)
    {
        using Scratch folder = new();
        JsonNode composite = Made(folder).ToJson();
        string[] path = member.Split('.');
        JsonNode at = composite;
        foreach (string part in path[..^1]) at = int.TryParse(part, out int index) ? at[index]! : at[part]!;
        string marker = "\"@@\"";
        at[path[^1]] = "@@";
        Problem problem = Fault("{\"composite\":" + composite.ToJsonString().Replace(marker, value, StringComparison.Ordinal) + "}");
        problem.Found.ShouldContain(found);
        problem.Subject.ShouldStartWith("composite.");
        problem.ToString().ShouldNotContain("\n");
    }

    [Fact]
    public void Every_member_is_missed()
    {
        using Scratch folder = new();
        JsonObject whole = Made(folder).ToJson();
        foreach (string key in whole.Select(pair => pair.Key).ToList())
        {
            JsonObject less = (JsonObject)whole.DeepClone();
            less.Remove(key);
            Fault($"{{\"composite\":{less.ToJsonString()}}}").Subject.ShouldContain(key);
        }
    }

    [Fact]
    public void A_damaged_file_is_one_problem_or_a_structure()
    {
        using Scratch folder = new();
        byte[] whole = Encoding.UTF8.GetBytes(new JsonObject { ["composite"] = Made(folder).ToJson() }.ToJsonString());
        var random = new Random(7);
        for (int round = 0; round < 3000; round++)
        {
            byte[] bytes = [.. whole];
            for (int i = 0; i <= round % 4; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (round % 5 == 0) bytes = bytes[..random.Next(bytes.Length)];
            var problems = new Problems();
            StructureFile? file = StructureFileReader.Parse(bytes, "x", problems);
            if (file is null) problems.ShouldHaveSingleItem().ToString().ShouldNotContain("\n");
            else problems.ShouldBeEmpty();
        }
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        using Scratch folder = new();
        StructureFile file = Made(folder);
        var problems = new Problems();
        StructureFile again = StructureFileReader.Parse(Encoding.UTF8.GetBytes(new JsonObject { ["composite"] = file.ToJson() }.ToJsonString()), "x", problems).ShouldNotBeNull();
        again.ToJson().ToJsonString().ShouldBe(file.ToJson().ToJsonString());
        again.Recipe!.Hash.ShouldBe(file.RecipeHash);
    }

    private static Problem Fault(string text)
    {
        var problems = new Problems();
        StructureFileReader.Parse(Encoding.UTF8.GetBytes(text), "x.structure.json", problems).ShouldBeNull();
        return problems.ShouldHaveSingleItem();
    }

    // Round numbers in place of what voxels would show; the recipe is that of the cell.
    private static StructureFile Made(Scratch folder)
    {
        folder.Write("plain.yaml", Cells.Plain);
        var problems = new Problems();
        StructurePlan plan = StructurePlan.Of(CellReader.Read(folder["plain.yaml"]), "cathode", 40, 4e-7, null, 0, problems).ShouldNotBeNull();
        StructureRecipe recipe = StructureRecipe.Of(plan);
        return new StructureFile
        {
            IsGenerated = true,
            Recipe = recipe,
            RecipeHash = recipe.Hash,
            Voxels = 40,
            VoxelSize = 4e-7,
            Seeds = [0],
            Axis = "x",
            Shares = plan.Recipe.Shares,
            Ionic = [new StructureFactor("electrolyte", 0.2, 0.01, plan.Conductivities.Electrolyte)],
            IonicError = 0.05,
            Electronic = [new StructureFactor("active", 0.1, null, plan.Conductivities.Active), new StructureFactor("carbon", 0.01, null, plan.Conductivities.Carbon)],
            AreaActiveElectrolyte = new StructureValue(4e5, 1e4),
            AreaCarbonElectrolyte = new StructureValue(1e6, null),
            AreaActiveCarbon = new StructureValue(5e4, null),
            TriplePhaseLength = new StructureValue(3e12, 1e11, true),
            Utilisation = new StructureValue(0.9, null),
        };
    }

    private static void Write(Scratch folder, StructureFile file)
    {
        folder.Write(Name, new JsonObject { ["composite"] = file.ToJson() }.ToJsonString());
        folder.Write("cited.yaml", $"extends: plain.yaml\nname: cited\ncathode: {{ structure: {Name} }}\n");
    }

    private static CellReading Read(Scratch folder, StructureFile file, params string[] overrides)
    {
        Write(folder, file);
        CellReading reading = CellReader.Read(folder["cited.yaml"], overrides);
        reading.Problems.ShouldBeEmpty();
        return reading;
    }

    private static CompositeCoefficients Coefficients(Scratch folder, StructureFile file) => Of(Read(folder, file));

    private static CompositeCoefficients Of(CellReading reading)
    {
        var problems = new Problems();
        CellSimulator simulator = CellSimulator.Prepare(reading, problems).ShouldNotBeNull(string.Join('\n', problems));
        return (CompositeCoefficients)simulator.Coefficients.Cathode;
    }
}
