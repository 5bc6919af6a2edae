namespace Interphase.Descriptions.Tests;

public sealed class LayeringTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_file_states_only_what_differs_from_its_parent()
    {
        bench.Write("parent.yaml", "thickness: 90 um\nframe: { thickness: 5 um }\npart: { material: oxide, share: 50 wt% }\n");
        Description cell = bench.Sound("extends: parent.yaml\nframe: { thickness: 6 um }\n");
        cell.Get(Bench.Thickness)!.Value.ToString().ShouldBe("90 um");
        cell.Within("frame")!.Get(Bench.Thickness)!.Value.ToString().ShouldBe("6 um");
        cell.Get(Bench.Thickness)!.Origin.Kind.ShouldBe(OriginKind.Parent);
        cell.Within("frame")!.Get(Bench.Thickness)!.Origin.Kind.ShouldBe(OriginKind.File);
    }

    [Fact]
    public void A_field_is_replaced_whole_with_its_source()
    {
        bench.Write("parent.yaml", "thickness: { value: 90 um, source: paper, note: p.3 }\n");
        bench.Sound("extends: parent.yaml\nthickness: 80 um\n").Get(Bench.Thickness)!.Annotation.ShouldBe(Annotation.None);
    }

    [Fact]
    public void Null_takes_away_what_the_parent_gives()
    {
        bench.Write("parent.yaml", "thickness: 90 um\nframe: { thickness: 5 um }\n");
        Description cell = bench.Sound("extends: parent.yaml\nthickness: null\nframe:\n");
        cell.Has(Bench.Thickness).ShouldBeFalse();
        cell.Within("frame").ShouldBeNull();
    }

    [Fact]
    public void A_list_of_layers_is_replaced_whole()
    {
        bench.Write("parent.yaml", "layer: [{ material: a, thickness: 5 um }, b]\n");
        bench.Sound("extends: parent.yaml\nlayer: [c, d]\n").All("layer").Select(layer => layer.Get(Bench.Material)!.Value).ShouldBe(["c", "d"]);
    }

    [Fact]
    public void A_material_fills_what_the_file_leaves_out()
    {
        Description part = bench.Sound("part: { material: oxide, density: 4.7 g/cm3 }\n").Within("part")!;
        part.Get(Bench.Density)!.Origin.Kind.ShouldBe(OriginKind.File);
        part.Get(Bench.Diffusivity)!.Origin.Kind.ShouldBe(OriginKind.Library);
    }

    [Theory]
    [InlineData("LCO")]
    [InlineData("OXIDE")]
    public void A_material_called_by_another_of_its_names_fills_as_much(string name)
    {
        Description part = bench.Sound($"part: {name}\n").Within("part")!;
        part.Get(Bench.Density)!.Value.ToString().ShouldBe("5 g/cm3");
        part.Get(Bench.Material)!.Value.ShouldBe(name);
    }

    [Fact]
    public void A_part_of_a_formula_of_the_library_changes_alone()
    {
        Property curve = bench.Sound("part: { material: oxide, openCircuit: { parameters: { stretch: 1.12 } } }\n").Within("part")!.Get(Bench.OpenCircuit)!.Value;
        curve.Formula!.Parameters.ShouldBe([new("a", 4.4), new("stretch", 1.12)]);
    }

    [Fact]
    public void A_condition_may_be_added_to_a_bare_value_of_the_library()
    {
        Setting<Property> setting = bench.Sound("part: { material: oxide, diffusivity: { activationEnergy: 0.3 eV, at: 25 °C } }\n").Within("part")!.Get(Bench.Diffusivity)!;
        setting.Value.Constant!.Value.ToString().ShouldBe("1e-12 cm2/s");
        setting.Value.Activation!.ReferenceTemperature.ShouldBe(298.15);
    }

    [Fact]
    public void A_new_material_drops_what_was_said_of_the_old_one_but_not_of_the_cell()
    {
        bench.Write("parent.yaml", "part: { material: oxide, density: 4.7 g/cm3, share: 50 wt% }\n");
        Description part = bench.Sound("extends: parent.yaml\npart: phosphate\n").Within("part")!;
        part.Get(Bench.Density)!.Value.ToString().ShouldBe("3.6 g/cm3");
        part.Get(Bench.Share)!.Value.ToString().ShouldBe("50 wt%");
    }

    [Fact]
    public void Grandparents_lie_beneath_parents()
    {
        bench.Write("grandparent.yaml", "name: g\nthickness: 1 um\ntemperature: 30 °C\n");
        bench.Write("parent.yaml", "extends: grandparent.yaml\nthickness: 2 um\n");
        Description cell = bench.Sound("extends: parent.yaml\nname: c\n");
        (cell.Get(Bench.Name)!.Value, cell.Get(Bench.Thickness)!.Value.ToString(), cell.Get(Bench.Temperature)!.Value.ToString()).ShouldBe(("c", "2 um", "30 °C"));
    }

    [Fact]
    public void A_circle_of_parents_is_told_as_a_chain()
    {
        bench.Write("a.yaml", "extends: b.yaml\n");
        bench.Write("b.yaml", "extends: a.yaml\n");
        bench.Read("extends: a.yaml\n").ShouldBeNull();
        bench.Problems.ShouldHaveSingleItem().Suggestion.ShouldBe("the chain is cell.yaml -> a.yaml -> b.yaml -> a.yaml");
    }

    [Fact]
    public void A_missing_parent_is_told_where_it_is_named_with_the_nearest_name()
    {
        bench.Write("parent.yaml", "name: p\n");
        bench.Read("name: c\nextends: parnet.yaml\n").ShouldBeNull();
        Problem problem = bench.Problems.ShouldHaveSingleItem();
        problem.Place.ShouldBe(new Place("cell.yaml", 2, 10));
        problem.Suggestion.ShouldBe("did you mean `parent.yaml`?");
    }

    [Fact]
    public void A_fault_in_a_parent_is_told_at_its_place_in_the_parent()
    {
        bench.Write("parent.yaml", "name: p\nthickness: 5 mg\n");
        bench.Read("extends: parent.yaml\n");
        bench.Problems.ShouldHaveSingleItem().Place.ShouldBe(new Place("parent.yaml", 2, 12));
    }
}
