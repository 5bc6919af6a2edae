using Interphase.Thermodynamics;

namespace Interphase.Cells.Tests;

/// <summary>What touches what in a cell.</summary>
public class InterfaceTests
{
    [Fact]
    public void Every_two_solids_of_a_composite_touch_and_the_separator_and_the_foil()
    {
        string[] pairs = [.. Find(Cells.Plain).Contacts.Select(contact => $"{contact.A.Material} | {contact.B.Material}")];
        pairs.ShouldBe(["NCM811 | Li6PS5Cl", "NCM811 | carbon nanofibres", "Li6PS5Cl | carbon nanofibres", "Li-In | Li6PS5Cl"], ignoreOrder: true);
    }

    [Fact]
    public void The_same_pair_in_two_places_is_one_row() =>
        Find(Cells.Plain).Contacts.Single(contact => contact.A.Material == "NCM811" && contact.B.Material == "Li6PS5Cl").Where.ShouldBe("in the cathode; cathode | separator");

    [Fact]
    public void The_active_material_has_the_lithium_of_its_potential()
    {
        CellContact contact = Find(Cells.Plain).Contacts.Single(each => each.A.Material == "NCM811" && each.B.Material == "Li6PS5Cl");
        double charged = contact.State("charged")!.Reaction.A.Amount("Li").ToDouble(), discharged = contact.State("discharged")!.Reaction.A.Amount("Li").ToDouble();
        charged.ShouldBeInRange(0.1, 0.35);
        discharged.ShouldBeInRange(0.9, 1);
        contact.State("charged")!.Voltage!.Value.ShouldBe(4.3, 0.01);
        contact.A.Formula!.Text.ShouldBe("LiNi0.8Co0.1Mn0.1O2");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(", coverage: 60 %", true)]
    [InlineData(", coverage: 100 %", false)]
    public void A_coating_stands_between_unless_it_has_gaps(string coverage, bool touches)
    {
        CellInterfaces found = Find(Cells.Plain.Replace("radius: 2.5 um }", $"radius: 2.5 um, coating: {{ material: LiNbO3, thickness: 10 nm{coverage} }} }}", StringComparison.Ordinal));
        string[] pairs = [.. found.Contacts.Select(contact => $"{contact.A.Material} | {contact.B.Material}")];
        pairs.ShouldContain("NCM811 | LiNbO3");
        pairs.ShouldContain("LiNbO3 | Li6PS5Cl");
        pairs.Contains("NCM811 | Li6PS5Cl").ShouldBe(touches);
    }

    [Fact]
    public void Lithium_metal_is_a_closed_pair_and_holds_the_separator_at_zero()
    {
        CellInterfaces found = Find(Cells.Plain.Replace("{ material: Li-In, thickness: 100 um, lithiumRatio: 0.5 }", "{ material: Li, thickness: 50 um }", StringComparison.Ordinal));
        CellContact contact = found.Contacts.Single(each => each.A.Material == "Li");
        contact.Worst.Voltage.ShouldBeNull();
        contact.Worst.MutualEnergy.ShouldBeLessThan(-0.2);
        found.Exposures.Single(each => each.Where == "at the anode").Voltage.ShouldBe(0);
    }

    [Fact]
    public void An_alloy_reduces_its_separator_at_its_own_potential()
    {
        CellExposure exposure = Find(Cells.Plain).Exposures.Single(each => each.Where == "at the anode");
        exposure.Voltage.ShouldBe(0.62, 1e-9);
        exposure.Step.Reaction.IsBalanced.ShouldBeTrue();
        exposure.Energy.ShouldBeLessThan(0);
    }

    [Fact]
    public void An_ideal_anode_touches_nothing_and_says_so()
    {
        CellInterfaces found = Find(Cells.Plain[..Cells.Plain.IndexOf("anode:", StringComparison.Ordinal)] + "anode: { ideal: true }\n");
        found.Remarks.ShouldContain(remark => remark.Contains("anode is ideal"));
        found.Contacts.Length.ShouldBe(3);
    }

    private static CellInterfaces Find(string text)
    {
        using var scratch = new Scratch();
        CellReading reading = CellReader.Read(scratch.Write("cell.yaml", text));
        reading.Problems.ShouldBeEmpty();
        CellInterfaces found = CellInterfaces.Of(reading, PhaseSet.Default, threads: 2).ShouldNotBeNull();
        foreach (CellContact contact in found.Contacts)
            foreach (ContactState state in contact.States) state.Reaction.Minimum.Reaction.IsBalanced.ShouldBeTrue();
        return found;
    }
}
