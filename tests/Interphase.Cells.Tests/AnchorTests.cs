using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>The design numbers that the papers print, each with its arithmetic.</summary>
public class AnchorTests
{
    // wu2025, doi 10.1007/s40820-025-01751-y; the disc of 10 mm has 0.7854 cm2.
    private const double Disc = Math.PI / 4;

    [Fact]
    public void Wu2025_has_an_N_over_P_of_1_point_1_over_its_stated_capacity()
    {
        // 3.6 - 0.6 = 3.0 mAh left on the plateau, over 3.5 mAh/cm2 x 0.7854 cm2 = 2.749 mAh.
        CellDesign design = Cells.Example("wu2025-li-al");
        (design.AnodeCapacity.In("mAh/cm2") * Disc).ShouldBe(3.0, 1e-6);
        design.Stated!.NegativeToPositive.In("").ShouldBe(3.0 / (3.5 * Disc), 1e-6);
        Math.Round(design.Stated.NegativeToPositive.In(""), 1).ShouldBe(1.1);
    }

    [Fact]
    public void Wu2025_has_a_nominal_N_over_P_of_0_point_92_and_says_why()
    {
        // 3.0 mAh over 14 mg x 232.5 mAh/g = 3.255 mAh, all that the curve holds between 2.73 and 4.40 V.
        CellDesign design = Cells.Example("wu2025-li-al");
        design.Nominal.NegativeToPositive.In("").ShouldBe(0.92, 0.005);
        design.Nominal.NegativeToPositive.In("").ShouldBe(3.0 / (14e-3 * design.Nominal.Capacity.In("mAh/g")), 1e-6);
        design.Remarks.ShouldContain(remark => remark.Path == "stated.designCapacity" && remark.Text.Contains("1.09") && remark.Text.Contains("0.92"));
        design.Remarks.ShouldContain(remark => remark.Path == "anode" && remark.Text.Contains("0.92"));
    }

    [Fact]
    public void Wu2025s_375_Wh_per_kg_takes_3_point_471_V()
    {
        // 375 Wh/kg x (20 + 4.3) mg / (14 mg x 187.5 mAh/g) = 9.1125 mWh / 2.625 mAh.
        CellDesign design = Cells.Example("wu2025-li-al");
        (design.Cathode!.ArealMass.In("mg/cm2") * Disc).ShouldBe(20, 1e-6);
        (design.AnodeFoil!.ArealMass.In("mg/cm2") * Disc).ShouldBe(4.3, 1e-6);
        EnergyRow row = design.Stated!.Row(Bases.CompositeAndAnode);
        row.Value.In("Wh/kg").ShouldBe(375, 1e-6);
        row.ImpliedMeanVoltage!.Value.In("V").ShouldBe(375 * 24.3e-3 / (14e-3 * 187.5), 1e-6);
        row.ImpliedMeanVoltage.Value.In("V").ShouldBe(3.471, 0.0005);
        row.Remark!.ShouldContain("polarisation");
    }

    [Fact]
    public void Wu2025s_sister_has_an_N_over_P_of_4() =>
        // 3.0 mAh over 0.955 mAh/cm2 x 0.7854 cm2.
        Cells.Example("wu2025-li-al-np4").Stated!.NegativeToPositive.In("").ShouldBe(3.0 / (0.955 * Disc), 1e-6);

    [Fact]
    public void Wu2025s_sister_states_4_to_a_digit() => Cells.Example("wu2025-li-al-np4").Stated!.NegativeToPositive.In("").ShouldBe(4.0, 0.01);

    [Fact]
    public void Xu2024_has_4_point_14_mAh_per_cm2_at_18_point_85_mg_per_cm2()
    {
        // doi 10.1039/d4ee00938j, S5: 18.85 mg/cm2 x 219.6 mAh/g.
        CellDesign design = Cells.Example("xu2024-li3incl6");
        design.Cathode!.Loading.In("mg/cm2").ShouldBe(18.85, 1e-9);
        design.ArealCapacity.In("mAh/cm2").ShouldBe(18.85e-3 * 219.6, 1e-9);
        design.ArealCapacity.In("mAh/cm2").ShouldBe(4.14, 0.005);
    }

    [Fact]
    public void Xu2024s_970_Wh_per_kg_takes_3_point_30_V() =>
        // 970 / 294.
        Cells.Example("xu2024-li3incl6").Stated!.Row(Bases.Active).ImpliedMeanVoltage!.Value.In("V").ShouldBe(970 / 294.0, 1e-9);

    [Fact]
    public void Xu2024s_495_Wh_per_kg_does_not_follow_from_its_970()
    {
        // Per gram of Li2RuO3: composite 1/0.7 g; lithium, two-fold, 2 x 294 mAh x 6.94/26801 = 0.1523 g; 970 / 1.5808 = 614 Wh/kg.
        // With capacity q: 495 = q 3.30 / (1/0.7 + 2 q 6.94/26801) has q = 232 mAh/g.
        const double perCharge = 2 * 6.94 / 26801.0, voltage = 970 / 294.0;
        EnergyRow row = Cells.Example("xu2024-li3incl6").Stated!.Row(Bases.CompositeAndAnode);
        row.Value.In("Wh/kg").ShouldBe(495, 1e-6);
        string remark = row.Remark.ShouldNotBeNull();
        remark.ShouldContain("does not follow");
        remark.ShouldContain($"{970 / (1 / 0.7 + 294 * perCharge):0} Wh/kg");
        remark.ShouldContain($"{495 / 0.7 / (voltage - 495 * perCharge):0} mAh/g");
        remark.ShouldContain("614 Wh/kg");
        remark.ShouldContain("232 mAh/g");
    }

    [Fact]
    public void Wang2026_has_4_point_55_mAh_per_cm2_at_182_mAh_per_g()
    {
        // doi 10.1021/acsenergylett.5c02607: 25 mg/cm2 x 182 mAh/g; the paper rounds to 4.6 (25.3 mg/cm2).
        CellDesign design = Cells.Example("wang2026-nanofibre");
        design.ArealCapacity.In("mAh/cm2").ShouldBe(4.55, 1e-9);
        design.Cathode!.Thickness.ShouldBe(110e-6, 1e-12);
    }

    [Theory]
    [InlineData(0, 1115, 4.6, 3.64)]
    [InlineData(1, 1210, 5.0, 3.63)]
    public void Wang2026s_projections_take_3_point_64_and_3_point_63_V(int which, double energy, double capacity, double voltage)
    {
        // 1115 Wh/L x (110 + 20 + 20) um / 4.6 mAh/cm2, and 1210 at 5.0.
        EnergyRow[] rows = [.. Cells.Example("wang2026-nanofibre").Stated!.Energies.Where(row => row.ImpliedMeanVoltage is not null)];
        rows[which].Value.In("Wh/L").ShouldBe(energy, 1e-6);
        rows[which].ImpliedMeanVoltage!.Value.In("V").ShouldBe(energy * 150e-4 / capacity, 1e-6);
        Math.Round(rows[which].ImpliedMeanVoltage!.Value.In("V"), 2).ShouldBe(voltage);
    }

    [Fact]
    public void Wang2026s_volumes_stand_49_to_42_to_5_with_the_void_that_follows()
    {
        // 25 mg/cm2 of 4.78 g/cm3 at 49/96 of the solid is 102.5 um of solid; the rest of 110 um is void, 6.8 %.
        CompositeDesign cathode = Cells.Example("wang2026-nanofibre").Cathode!;
        double Of(string role) => cathode.Components.Single(component => component.Role == role).VolumeFraction;
        (Of(CellSections.Active) / Of(CellSections.Electrolyte)).ShouldBe(49.0 / 42, 1e-9);
        (Of(CellSections.Carbon) / Of(CellSections.Electrolyte)).ShouldBe(5.0 / 42, 1e-9);
        cathode.Porosity.ShouldBe(1 - 25e-3 / 4.78 / (49.0 / 96) / 110e-4, 1e-9);
        cathode.Components.Single(component => component.Role == CellSections.Active).MassFraction.In("").ShouldBe(0.75, 0.005);
        cathode.Components.Single(component => component.Role == CellSections.Carbon).MassFraction.In("").ShouldBe(0.03, 0.005);
    }

    [Theory]
    [InlineData("1.07 mg/cm2", 0.15)]
    [InlineData("7.14mg/cm2", 1.0)]
    [InlineData("21.4mg/cm2", 3.0)]
    public void Gao2025_has_both_loadings_one_setting_apart(string loading, double capacity) =>
        // doi 10.1007/s40820-025-01667-7: 0.15, about 1 and 3.00 mAh/cm2 at 140 mAh/g, so 1C is that capacity per hour.
        Cells.Example("gao2025-mo-ni", $"cathode.loading={loading}").OneC.In("mA/cm2").ShouldBe(capacity, 0.01 * capacity);

    [Fact]
    public void Every_example_gives_finite_figures_or_says_why_not()
    {
        foreach (string name in Cells.Examples)
        {
            CellDesign design = Cells.Example(name);
            design.Nominal.Capacity.In("mAh/g").ShouldBeInRange(100, 320, name);
            design.Nominal.MeanVoltage.In("V").ShouldBeInRange(2, 4, name);
            foreach (EnergyRow row in design.Nominal.Energies) row.Value.In(row.PerVolume ? "Wh/L" : "Wh/kg").ShouldBeGreaterThan(0, name);
        }
    }

    [Fact]
    public void A_default_that_names_a_source_names_one_of_the_library()
    {
        foreach (string text in (string[])[Cells.Plain.Replace(", porosity: 18 %", ""), Cells.Plain.Replace("  porosity: 15 %\n", "")])
        {
            CellReading reading = Cells.Read(text);
            (string Path, ISetting Setting) defaulted = reading.Description!.Settings().Single(each => each.Setting.Origin.Kind == OriginKind.Default && each.Path.EndsWith("porosity", StringComparison.Ordinal));
            string detail = defaulted.Setting.Origin.Detail!;
            reading.Library.Sources.Find(detail[(detail.LastIndexOf('(') + 1)..^1]).ShouldNotBeNull(detail);
        }
    }
}
