using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells.Tests;

/// <summary>The cell as a whole: cut-offs, counter electrodes, separators, cells by coefficients alone.</summary>
public class CellTests
{
    // Coefficients only, as published model problems are: Li foil, ideal | single-ion electrolyte | NMC811, areas in A/m2, no density anywhere.
    private const string Coefficients = """
        name: a model problem
        temperature: 298 K
        oneC: 30 A/m2
        cutoffs: { lower: 2.8 V, upper: 4.25 V }
        initial: 0.27
        cathode:
          thickness: 60 um
          ionicConductivity: 0.056394 S/m
          electronicConductivity: 4.3034 S/m
          active:
            share: 47 vol%
            radius: 2.5 um
            diffusivity: 4.0e-15 m2/s
            maximumConcentration: 63104 mol/m3
            exchangeCurrent:
              formula: "k * sqrt(ce) * sqrt(cs * (cmax - cs))"
              of: [cs, ce]
              parameters: { k: 3.42e-6, cmax: 63104 }
              unit: A/m2
            openCircuit:
              formula: "-0.8090*y + 4.4875 - 0.0428*tanh(18.5138*(y - 0.5542)) - 17.7326*tanh(15.7890*(y - 0.3117)) + 17.5842*tanh(15.9308*(y - 0.3120))"
              of: y
              unit: V
              range: [0.26, 1]
          electrolyte: { share: 43 vol%, ionicConductivity: 0.2 S/m }
        separator: { thickness: 30 um, porosity: 0, ionicConductivity: 0.2 S/m }
        anode: { ideal: true }
        """;

    private const string Symmetric = """
        area: 1 cm2
        cutoffs: { lower: -0.5 V, upper: 0.5 V }
        cathode: { foil: { material: Li-Al, thickness: 20 um, prelithiation: 0.6 mAh } }
        separator: { material: Li6PS5Cl, thickness: 500 um }
        anode: { foil: { material: Li-Al, thickness: 20 um, prelithiation: 0.6 mAh } }
        """;

    [Fact]
    public void A_potential_against_lithium_is_converted_with_the_counter_electrode()
    {
        // 4.3 V vs Li is 3.68 V between the terminals against Li-In at 0.62 V.
        CutoffDesign upper = Cells.Design(Cells.Plain).Cutoffs[1];
        upper.Terminal.ShouldBe(3.68, 1e-12);
        upper.Cathode.In("V").ShouldBe(4.3, 1e-12);
        upper.IsCathode.ShouldBeFalse();
    }

    [Fact]
    public void A_bare_voltage_is_between_the_terminals()
    {
        CutoffDesign upper = Cells.Design(Cells.Plain, "cutoffs.upper=3.68 V").Cutoffs[1];
        upper.Terminal.ShouldBe(3.68, 1e-12);
        upper.Cathode.In("V").ShouldBe(4.3, 1e-12);
    }

    [Fact]
    public void The_three_ways_to_one_cutoff_make_one_nominal_capacity()
    {
        double Capacity(string upper) => Cells.Design(Cells.Plain, $"cutoffs.upper={upper}").Nominal.Capacity.In("mAh/g");
        Capacity("3.68 V").ShouldBe(Capacity("4.3 V vs Li"), 1e-9);
        Capacity("cathode 4.3 V vs Li").ShouldBe(Capacity("4.3 V vs Li"), 1e-9);
    }

    [Fact]
    public void A_cutoff_of_the_cathode_ends_on_the_cathode() => Cells.Design(Cells.Plain, "cutoffs.upper=cathode 4.3 V vs Li").Cutoffs[1].IsCathode.ShouldBeTrue();

    [Fact]
    public void Swapped_cutoffs_are_refused() => Cells.Problem(Cells.Plain, "cutoffs.lower=4.4 V vs Li").Suggestion.ShouldBe("swap them");

    [Fact]
    public void A_cutoff_against_an_electrode_without_a_potential_says_so()
    {
        string text = Cells.Plain[..Cells.Plain.IndexOf("anode:", StringComparison.Ordinal)] + "anode: { loading: null, thickness: 50 um, carbon: { material: Super P, share: 30 wt% }, electrolyte: { material: Li6PS5Cl, share: 70 wt% } }\n";
        Cells.Problem(text.Replace("loading: null, ", "", StringComparison.Ordinal)).Expected.ShouldBe("a voltage between the terminals");
        CellDesign design = Cells.Design(text.Replace("loading: null, ", "", StringComparison.Ordinal), "cutoffs={ lower: 1 V, upper: 3 V }");
        design.Cutoffs[0].Cathode.Exists.ShouldBeFalse();
        design.Nominal.Capacity.Reason!.ShouldContain("no active material");
    }

    [Fact]
    public void A_cell_by_coefficients_has_the_capacity_of_its_maximum_concentration()
    {
        // F c_max eps L (y(2.8 V) - y(4.25 V)), counted from the curve as given; the whole is 96485.33 x 63104 x 0.47 x 60e-6 = 171700 C/m2 = 47.69 Ah/m2.
        CellDesign design = Cells.Design(Coefficients);
        design.ArealCapacity.In("A h/m2").ShouldBeInRange(47.69 * 0.70, 47.69 * 0.74);
        double whole = 96485.33212 * 63104 * 0.47 * 60e-6;
        (design.ArealCapacity.Value!.Value / whole).ShouldBe(1 - Content(4.25), 1e-6);
        design.OneC.In("A/m2").ShouldBe(30, 1e-12);
        design.Cathode!.Porosity.ShouldBe(0.10, 1e-12);
        design.Cathode.Loading.Exists.ShouldBeFalse();
        design.Nominal.Capacity.Reason.ShouldBe("densities are missing");

        double Content(double volts)
        {
            CellReading reading = Cells.Read(Coefficients);
            reading.Description!.Within("cathode")!.Within("active")!.Get(MaterialFields.OpenCircuit)!.Value.TryCurve(out Curve? curve, out _).ShouldBeTrue();
            return Numerics.Bisection.WhereFallingReachesZero(y => curve!.Value(y) - volts, 0.26, 1);
        }
    }

    [Fact]
    public void A_cell_by_coefficients_wants_densities_only_for_masses()
    {
        Problem problem = Cells.Problem(Coefficients.Replace("  thickness: 60 um", "  loading: 10 mg/cm2", StringComparison.Ordinal));
        problem.Subject.ShouldBe("cathode.loading");
        problem.Suggestion.ShouldContain("give the thickness");
    }

    [Fact]
    public void A_symmetric_cell_of_foils_has_reasons_in_place_of_figures()
    {
        CellDesign design = Cells.Design(Symmetric);
        design.CathodeFoil!.Remaining.In("mAh/cm2").ShouldBe(design.AnodeFoil!.Remaining.In("mAh/cm2"), 1e-12);
        foreach (Derived figure in (Derived[])[design.Nominal.Capacity, design.Nominal.ArealCapacity, design.Nominal.MeanVoltage, design.Nominal.NegativeToPositive, design.ArealCapacity])
            figure.Reason.ShouldBe("the cathode is a foil");
        foreach (EnergyRow row in design.Nominal.Energies) row.Value.Reason.ShouldNotBeNullOrEmpty();
        design.Equilibrium.ShouldBeNull();
        design.OneC.Reason.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_separator_may_have_several_layers_from_anode_to_cathode()
    {
        CellDesign design = Cells.Design(
            Cells.Plain.Replace("separator: { material: Li6PS5Cl, thickness: 500 um, porosity: 18 % }", "separator: [{ material: Li6PS5Cl, thickness: 400 um, porosity: 18 % }, { material: Li3InCl6, mass: 20 mg, porosity: 10 % }]", StringComparison.Ordinal));
        design.Separator.Select(layer => layer.Material).ShouldBe(["Li6PS5Cl", "Li3InCl6"]);
        design.Separator[1].ArealMass.In("mg/cm2").ShouldBe(20, 1e-9);
        EnergyRow stack = design.Nominal.Row(Bases.Stack, perVolume: true);
        double length = design.Cathode!.Thickness + design.Separator[0].Thickness + design.Separator[1].Thickness + design.AnodeFoil!.Thickness.Value!.Value;
        stack.Value.Value!.Value.ShouldBe(design.Nominal.ArealCapacity.Value!.Value * design.Nominal.MeanVoltage.Value!.Value / length, 1e-3);
    }

    [Fact]
    public void A_layer_of_mass_thickness_and_porosity_must_agree()
    {
        // 120 mg of 1.86 to 1.87 g/cm3 on 0.7854 cm2 is 0.82 mm of solid.
        string text = Cells.Plain.Replace("area: 1 cm2", "diameter: 10 mm", StringComparison.Ordinal);
        Cells.Design(text, "separator={ material: Li6PS5Cl, mass: 120 mg, thickness: 1 mm }").Separator[0].Porosity.ShouldBe(0.18, 0.005);
        Cells.Problem(text, "separator={ material: Li6PS5Cl, mass: 120 mg, thickness: 1 mm, porosity: 40 % }").Suggestion.ShouldContain("leave one of the three out");
        Cells.Problem(text, "separator={ material: Li6PS5Cl, mass: 120 mg, thickness: 0.5 mm }").Suggestion.ShouldContain("even without void");
    }

    [Fact]
    public void What_Li_In_holds_and_still_takes_up_is_its_plateau()
    {
        // 100 um x 7.31 g/cm3 x 233.4 mAh/g = 17.06 mAh/cm2, half of it filled at Li:In = 0.5.
        FoilDesign foil = Cells.Design(Cells.Plain).AnodeFoil!;
        (foil.Held.In("mAh/cm2") + foil.Remaining.In("mAh/cm2")).ShouldBe(0.01 * 7.31 * 233.4, 1e-3);
        foil.Held.In("mAh/cm2").ShouldBe(0.5 * 0.01 * 7.31 / 114.818 * 26801.48, 1e-3);
    }

    [Fact]
    public void A_foil_by_mass_is_the_foil_by_thickness()
    {
        FoilDesign byThickness = Cells.Design(Cells.Plain).AnodeFoil!;
        FoilDesign byMass = Cells.Design(Cells.Plain.Replace("thickness: 100 um, lithiumRatio", $"mass: {byThickness.ArealMass.In("mg/cm2"):R} mg, lithiumRatio", StringComparison.Ordinal)).AnodeFoil!;
        byMass.Thickness.Value!.Value.ShouldBe(100e-6, 1e-12);
        byMass.Remaining.Value!.Value.ShouldBe(byThickness.Remaining.Value!.Value, 1e-4);
    }

    [Theory]
    [InlineData("anode.foil.mass=100 mg", "anode.foil.mass")]
    [InlineData("anode.foil.prelithiation=4 mAh", "anode.foil.prelithiation")]
    public void A_foil_that_contradicts_itself_is_refused(string setting, string path)
    {
        Problem problem = Cells.Problem(Cells.Plain, setting);
        problem.Subject.ShouldBe(path);
        problem.Suggestion.ShouldContain("disagree by");
    }

    [Fact]
    public void Lithium_metal_holds_its_weight_and_plates_without_limit()
    {
        // 20 um x 0.534 g/cm3 / 6.94 g/mol x 26801 mAh/mol = 4.12 mAh/cm2.
        CellDesign design = Cells.Design(Cells.Plain.Replace("material: Li-In, thickness: 100 um, lithiumRatio: 0.5", "material: Li, thickness: 20 um", StringComparison.Ordinal));
        design.AnodeFoil!.Held.In("mAh/cm2").ShouldBe(4.12, 0.03);
        design.AnodeCapacity.Reason!.ShouldContain("without limit");
        design.Nominal.NegativeToPositive.Exists.ShouldBeFalse();
    }

    [Fact]
    public void An_anode_that_ends_the_charge_has_an_N_over_P_below_1()
    {
        CellDesign full = Cells.Example("wang2026-nanofibre"), small = Cells.Example("wang2026-nanofibre", "anode.loading=20 mg/cm2");
        small.Nominal.NegativeToPositive.In("").ShouldBe(full.Nominal.NegativeToPositive.In("") * 20 / 45, 1e-6);
        small.Nominal.NegativeToPositive.In("").ShouldBeLessThan(1);
        small.Nominal.ArealCapacity.In("mAh/cm2").ShouldBeLessThan(full.Nominal.ArealCapacity.In("mAh/cm2"));
        small.Remarks.ShouldContain(remark => remark.Path == "anode");
    }

    [Fact]
    public void Stated_figures_never_enter_the_nominal_column()
    {
        CellDesign without = Cells.Example("xu2024-li3incl6", "stated="), with = Cells.Example("xu2024-li3incl6");
        without.Stated.ShouldBeNull();
        without.Nominal.Capacity.ShouldBe(with.Nominal.Capacity);
        without.Nominal.MeanVoltage.ShouldBe(with.Nominal.MeanVoltage);
    }

    [Theory]
    [InlineData("{ value: 500 Wh/L, basis: stack, lithiumExcess: 2 }", "lithiumExcess")]
    [InlineData("{ value: 500 Wh/kg, basis: active, lithiumExcess: 2 }", "lithiumExcess")]
    [InlineData("{ value: 500 Wh/kg, basis: stack, thickness: 150 um }", "thickness")]
    [InlineData("{ value: 500 Wh/L, basis: active }", "basis")]
    public void A_stated_energy_says_nothing_that_would_be_passed_over(string energy, string field) =>
        Cells.Problem(Cells.Plain + $"\nstated: {{ capacity: 180 mAh/g, energies: [{energy}] }}\n").Subject.ShouldEndWith(field);

    [Fact]
    public void A_concentration_that_is_no_density_is_remarked() =>
        Cells.Design(Cells.Plain, "cathode.active.maximumConcentration=63104 mol/m3").Remarks.ShouldContain(remark => remark.Path == "cathode.active.maximumConcentration" && remark.Text.Contains("+28"));

    [Fact]
    public void Area_and_diameter_must_agree()
    {
        Problem problem = Cells.Problem(Cells.Plain + "\ndiameter: 10 mm\n");
        problem.Subject.ShouldBe("area");
        problem.Suggestion.ShouldContain("+27.3 %");
    }

    [Fact]
    public void A_diameter_given_beside_the_file_holds_against_its_area() =>
        (Cells.Design(Cells.Plain, "diameter=10 mm").Area * 1e4).ShouldBe(Math.PI / 4, 1e-12);

    [Fact]
    public void An_exchange_current_may_be_given_by_its_prefactor_alone()
    {
        // 3.42e-6 A m^2.5 mol^-1.5 x sqrt(1000 mol/m3) x 63104 mol/m3, as in Chen2020's positive electrode (doi 10.1149/1945-7111/ab9050).
        CellReading reading = Cells.Read(Cells.Plain, "cathode.active.exchangeCurrent={ prefactor: 6.8246 A/m2, at: 25 °C, activationEnergy: 17.8 kJ/mol }");
        reading.Problems.ShouldBeEmpty();
        Property current = reading.Description!.Within("cathode")!.Within("active")!.Get(Interphase.Materials.MaterialFields.ExchangeCurrent)!.Value;
        current.TryCurve(out Curve? curve, out _).ShouldBeTrue();
        curve!.Value(0.5).ShouldBe(6.8246 / 2, 1e-8);
        curve.Value(0.9).ShouldBe(6.8246 * 0.3, 1e-8);
        current.Activation!.MolarEnergy.ShouldBe(17800, 1e-9);
        Cells.Problem(Cells.Plain, "cathode.active.diffusivity={ prefactor: 1e-14 m2/s }").Found.ShouldContain("prefactor");
    }

    [Theory]
    [InlineData("2 mS/cm", 0.325)]
    [InlineData("{ value: 2 mS/cm, at: 25 °C, activationEnergy: 0.4 eV }", 0.4)]
    public void Another_conductivity_keeps_the_activation_energy_unless_it_brings_its_own(string value, double energy)
    {
        Property conductivity = Cells.Read(Cells.Plain, $"separator.ionicConductivity={value}").Description!.Within("separator")!.Get(Interphase.Materials.MaterialFields.IonicConductivity)!.Value;
        conductivity.Constant!.Value.Si.ShouldBe(0.2, 1e-12);
        conductivity.Activation!.Energy.Number.ShouldBe(energy);
        conductivity.Activation.ReferenceTemperature.ShouldBe(298.15);
    }

    [Theory]
    [InlineData("temperature=298", "`298 K`")]
    [InlineData("temperature=60 C", "`60 °C`")]
    [InlineData("cathode.thickness=110 micron", "`110 um`")]
    [InlineData("cathode.porosity=15", "`15 %`")]
    [InlineData("cathode.loading=10", "`10 mg/cm2`")]
    public void A_suggestion_keeps_the_number_that_was_written(string setting, string suggestion) =>
        Cells.Problem(Cells.Plain, setting).Suggestion.ShouldContain(suggestion);

    [Fact]
    public void A_tab_that_indents_is_told_at_its_own_line()
    {
        Problem problem = Cells.Problem("name: x\n\n\ncathode:\n\tloading: 10 mg/cm2\n");
        problem.Place.Line.ShouldBe(5);
        problem.Expected.ShouldBe("spaces");
    }

    [Fact]
    public void A_parameter_that_a_formula_does_not_use_is_refused_with_the_nearest() =>
        Cells.Problem(Cells.Plain, "cathode.active.openCircuit.parameters.strech=1.12").Suggestion.ShouldContain("`stretch`");

    [Fact]
    public void Every_default_is_listed_with_its_reason()
    {
        CellReading reading = Cells.Read(Cells.Plain);
        (string Path, ISetting Setting) temperature = reading.Description!.Settings().Single(each => each.Path == "temperature");
        temperature.Setting.Origin.ToString().ShouldBe("default: room temperature");
    }
}
