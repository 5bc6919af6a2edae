using Interphase.Measurements;

namespace Interphase.Cells.Tests;

/// <summary>Mechanisms of the cell under current, each against its closed form.</summary>
public sealed class MechanismTests
{
    private const string CarbonAlone = """
        name: carbon and electrolyte
        temperature: 25 °C
        cathode:
          thickness: 5 um
          porosity: 15 %
          doubleLayer: 0.05 F/m2
          redox: { chargePerArea: 5 mAh/m2 }
          carbon: { material: carbon nanofibres, share: 30 wt% }
          electrolyte: { material: Li6PS5Cl, share: 70 wt% }
        separator: { material: Li6PS5Cl, thickness: 20 um }
        anode: { ideal: true }
        """;

    private static (RunCollector Result, RunEnd End) Run(string text, string[] protocol, params string[] overrides)
    {
        using var folder = new Scratch();
        string path = folder.Write("cell.yaml", text);
        (RunCollector result, RunEnd end, _) = Runs.File(path, protocol, overrides);
        return (result, end);
    }

    [Fact]
    public void A_voltammogram_of_the_electrolytes_redox_peaks_near_2_8_and_2_1_volts()
    {
        (RunCollector result, RunEnd end) = Run(CarbonAlone, ["sweep 0.1 mV/s between 1.5 and 3.5 V, 2 cycles"]);
        end.Exit.ShouldBe(ExitKind.Completed);
        Recording series = result.Series;
        foreach (StepReport step in result.Steps)
        {
            (double Voltage, double Current) peak = Peak(series, step.Step);
            peak.Voltage.ShouldBe(step.Current > 0 ? 2.8 : 2.1, 0.03);
            // A couple bound to the surface, far from equilibrium (Laviron): E = U +- RT/(a F) ln(a F v q/(R T k)), whatever the area; the current at the peak is a F v Q/(e R T) and the double layer's.
            double thermal = 8.314462618 * 298.15 / 96485.33212, charge = 5 * 3.6, expected = thermal / 0.5 * Math.Log(0.5 * 1e-4 * charge / (thermal * 5e-5));
            peak.Voltage.ShouldBe(2.45 + Math.Sign(step.Current) * expected, 5e-3);
        }
        // All of the reservoir passes in each sweep, and the double layer.
        double area = Area(5e-6);
        Math.Abs(result.Steps[2].Charge).ShouldBe(area * (5 * 3.6 + 0.05 * 2), 2e-3 * area * 18);

        static double Area(double thickness)
        {
            using var folder = new Scratch();
            CellReading reading = CellReader.Read(folder.Write("cell.yaml", CarbonAlone));
            var coefficients = (CompositeCoefficients)CellSimulator.Prepare(reading, [])!.Coefficients.Cathode;
            return coefficients.CarbonArea * thickness;
        }
    }

    [Fact]
    public void The_peak_current_of_a_bound_couple_is_lavirons()
    {
        (RunCollector result, _) = Run(CarbonAlone, ["sweep 0.1 mV/s to 1.5 V; sweep 0.1 mV/s to 3.5 V"]);
        (_, double current) = Peak(result.Series, 2);
        double thermal = 8.314462618 * 298.15 / 96485.33212;
        // Charge of the sweep less what the double layer took; 1 cm2.
        double reservoir = (result.Steps[1].Charge - result.Steps[1].Charge * 0.1 / 18.1) * 1e-4, capacitive = result.Steps[1].Charge * 1e-4 / 18.1 * 0.05 * 1e-4;
        (current - capacitive).ShouldBe(0.5 * 1e-4 * reservoir / (Math.E * thermal), 0.01 * current);
    }

    private static (double Voltage, double Current) Peak(Recording series, int step)
    {
        (double Voltage, double Current) peak = default;
        for (int i = 0; i < series.Rows; i++)
            if ((int)series[Columns.StepCount][i] == step && Math.Abs(series[Columns.Current][i]) > Math.Abs(peak.Current)) peak = (series[Columns.Voltage][i], series[Columns.Current][i]);
        return peak;
    }

    [Fact]
    public void An_aluminium_foil_traps_lithium_as_its_traps_fill()
    {
        const string foil = """
            diameter: 10 mm
            cathode: { foil: { material: Li-Al, thickness: 20 um } }
            separator: { material: Li6PS5Cl, thickness: 500 um }
            anode: { ideal: true }
            """;
        (RunCollector result, RunEnd end) = Run(foil, ["discharge at 0.12732 mA/cm2 for 10 h; charge at 0.12732 mA/cm2 until 0.38 V; discharge at 0.12732 mA/cm2 for 10 h; charge at 0.12732 mA/cm2 until 0.38 V"]);
        end.Exit.ShouldBe(ExitKind.Completed);
        // wu2025: 0.291 of the first 1 mAh stay behind. In closed form Q_t = Q_inf (1 - exp(-s Q/Q_inf)), over all that has entered.
        double disc = Math.PI / 4 * 1e-4, entered = 0.12732 * 10 * disc * 1e4, traps = 26.801 / 26.982 * 2.699 * 20e-4 * disc * 1e4 * 0.14 * 1000;
        for (int cycle = 1; cycle <= 2; cycle++)
        {
            double trapped = traps * (Math.Exp(-0.4 * (cycle - 1) * entered / traps) - Math.Exp(-0.4 * cycle * entered / traps));
            double back = result.Steps[2 * cycle - 1].Charge * disc / 3.6;
            // What the rise of the potential at the plateau's beginning leaves out is a few thousandths.
            (entered - back).ShouldBe(trapped, 0.02, $"cycle {cycle}");
        }
        ((entered - result.Steps[1].Charge * disc / 3.6) / entered).ShouldBe(0.291, 0.01);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(50, 0, 1)]
    [InlineData(50, 20, 0.5)]
    public void A_resistor_warms_its_cell_as_its_closed_form_says(double transfer, double warmer, double milliamperes)
    {
        const string resistor = """
            temperature: 25 °C
            cathode: { ideal: true }
            separator: { thickness: 1 mm, ionicConductivity: 1e-3 mS/cm }
            anode: { ideal: true }
            """;
        double capacity = 3000, current = milliamperes * 10, resistance = 1e-3 / 1e-4;
        (RunCollector result, RunEnd end) = Run(resistor, [$"temperature {25 + warmer} °C; charge at {milliamperes} mA/cm2 for 100 s; rest 200 s"], $"thermal.heatTransfer={transfer} W/m2/K", $"thermal.heatCapacity={capacity} J/m2/K");
        end.Exit.ShouldBe(ExitKind.Completed);
        Recording series = result.Series;
        int at = 0;
        foreach (double time in (double[])[20, 60, 99.9, 150, 299])
        {
            double heated = Math.Min(time, 100), rest = time - heated, heat = current * current * resistance;
            double rise = transfer == 0 ? heat * heated / capacity : (heat / transfer + warmer) * (1 - Math.Exp(-transfer * heated / capacity));
            if (transfer > 0) rise = warmer + (rise - warmer) * Math.Exp(-transfer * rest / capacity);
            (Runs.At(series, Columns.SurfaceTemperature, time, ref at) - 25).ShouldBe(rise, 0.03 + 2e-3 * rise);
        }
    }

    [Fact]
    public void A_warmer_cell_loses_less_and_an_adiabatic_one_keeps_all_of_its_losses()
    {
        string cell = Path.Combine(Runs.Examples(), "reference", "assb-1C.yaml");
        const string heat = "thermal={ heatTransfer: 0 W/m2/K, heatCapacity: 500 J/m2/K }";
        (RunCollector adiabatic, RunEnd end, _) = Runs.File(cell, null, heat);
        end.Exit.ShouldBe(ExitKind.Completed);
        Recording series = adiabatic.Series;
        double rise = series[Columns.SurfaceTemperature][^1] - series[Columns.SurfaceTemperature][0];
        // C dT is the integral of I (V - U) by the budget's own parts.
        double lost = 0;
        BudgetPoint[] points = [.. adiabatic.Budget];
        for (int i = 1; i < points.Length; i++) lost += 0.5 * (Loss(points[i]) + Loss(points[i - 1])) * (points[i].Charge - points[i - 1].Charge);
        (500 * rise).ShouldBe(lost, 0.02 * lost);
        rise.ShouldBeGreaterThan(5);

        static double Loss(BudgetPoint point) => point.Voltage - point.Parts.Where(part => part.Name.EndsWith("equilibrium", StringComparison.Ordinal)).Sum(part => part.Value);
    }

    [Fact]
    public void A_first_charge_and_the_hysteresis_after_it_follow_their_law()
    {
        // So slow that the surface is the mean: the equilibrium part of the budget is the law itself.
        (RunCollector result, RunEnd end, CellSimulator simulator) = Runs.File(
            Path.Combine(Runs.Examples(), "xu2024-li3incl6.yaml"), ["charge at 0.2 mA/g until cathode y = 0.6; discharge at 0.2 mA/g until cathode y = 0.8; charge at 0.2 mA/g until cathode y = 0.3; discharge at 0.2 mA/g until cathode y = 0.7"], "cathode.latticeOxygen=null");
        end.Exit.ShouldBe(ExitKind.Completed);
        var composite = (CompositeCoefficients)simulator.Coefficients.Cathode;
        ActiveCoefficients active = composite.Active!;
        PathCoefficients path = active.Path!;
        double content = composite.InitialContent, lowest = content, branch = 0, charge = 0;
        int checkedPoints = 0;
        foreach (BudgetPoint point in result.Budget)
        {
            double next = composite.InitialContent - point.Charge / composite.Capacity, moved = next - content;
            // dh/dt = gamma (dy/dt - |dy/dt| h): towards 1 where lithium enters, -1 where it leaves.
            branch = moved >= 0 ? 1 - (1 - branch) * Math.Exp(-path.Rate * moved) : -1 + (1 + branch) * Math.Exp(path.Rate * moved);
            (content, charge) = (next, point.Charge);
            lowest = Math.Min(lowest, content);
            double ground = Math.Exp(-(content - lowest) / 0.04), made = Math.Clamp((path.Start - lowest) / (path.Start - path.End), 0, 1);
            double first = path.FirstCharge!.Value(content), later = active.OpenCircuit.Value(content) - branch * path.Hysteresis!.Value(content);
            double expected = ground * first + (1 - ground) * ((1 - made) * first + made * later);
            double found = point.Parts.First(part => part.Name == "cathode equilibrium").Value;
            if (content > 0.985) continue;
            found.ShouldBe(expected, 1.5e-3, $"y = {content}, step {point.Step}");
            checkedPoints++;
        }
        checkedPoints.ShouldBeGreaterThan(60);
        charge.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Repetitions_make_cycles_and_outside_them_a_charge_after_a_discharge_does()
    {
        (RunCollector result, _, _) = Runs.Reference("assb", ["discharge at 1C for 5 min; charge at 1C for 2 min; discharge at 1C for 2 min; charge at 1C for 2 min"]);
        result.Steps.Select(step => step.Cycle).ShouldBe([1, 2, 2, 3]);
        (result, _, _) = Runs.Reference("assb-cccv");
        result.Steps.Select(step => step.Cycle).ShouldBe([1, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
        result.Cycles.Count.ShouldBe(2);
        result.Cycles[1].CoulombicEfficiency!.Value.ShouldBe(1, 0.02);
    }

    [Fact]
    public void Profiles_hold_the_lithium_that_the_electrode_has()
    {
        CellReading reading = CellReader.Read(Path.Combine(Runs.Examples(), "reference", "assb-2C.yaml"));
        var result = new RunCollector("run");
        CellSimulator.Prepare(reading, [])!.Run(reading.Protocol!, result, new RunOptions { Profiles = true });
        ContentProfile profile = result.Profiles.ShouldHaveSingleItem();
        int places = profile.Radii.Length;
        // The mean over spheres and, by the Gauss rule of three points, over the electrode is the mean content of the series.
        double[] weights = [5.0 / 18, 8.0 / 18, 5.0 / 18];
        double mean = 0;
        for (int k = 0; k < profile.Positions.Length; k++)
        {
            double sum = 0, volume = 0;
            for (int i = 0; i < places; i++)
            {
                double shell = profile.Radii[i] * profile.Radii[i];
                (sum, volume) = (sum + shell * profile.Contents[k * places + i], volume + shell);
            }
            mean += weights[k] * sum / volume;
            // A discharge fills from outside.
            profile.Surface[k].ShouldBeGreaterThan(profile.Contents[k * places]);
        }
        mean.ShouldBe(result.Series[Columns.CathodeLithiumContent][^1], 2e-3);
    }

    [Theory]
    [InlineData("{ value: 0.01 mS/cm, at: 25 °C, activationEnergy: 0.35 eV }", 0.35)]
    [InlineData("{ formula: \"0.01*exp(-0.3/8.617333262e-5*(1/T - 1/298.15))\", of: T, unit: mS/cm, range: [250, 400] }", 0.3)]
    public void A_conductivity_follows_the_temperature_by_its_activation_energy(string conductivity, double energy)
    {
        const string resistor = """
            temperature: 25 °C
            cathode: { ideal: true }
            separator: { thickness: 100 um }
            anode: { ideal: true }
            """;
        (RunCollector result, RunEnd end) = Run(resistor, ["charge at 1 mA/cm2 for 10 s; temperature 60 °C; charge at 1 mA/cm2 for 10 s"], $"separator.ionicConductivity={conductivity}");
        end.Exit.ShouldBe(ExitKind.Completed);
        result.Steps[0].Voltage.ShouldBe(10 * 100e-6 / 1e-3, 1e-9);
        (result.Steps[0].Voltage / result.Steps[2].Voltage).ShouldBe(Math.Exp(-energy * 1.602176634e-19 / 1.380649e-23 * (1 / 333.15 - 1 / 298.15)), 2e-4);
    }

    [Fact]
    public void A_full_surface_is_charged_although_its_first_instant_is_a_spike()
    {
        // At y = 1 the exchange current is nothing: an instant of any current away from there needs more than any limit.
        string file = Path.Combine(Runs.Examples(), "gao2025-mo-ni.yaml");
        (RunCollector result, RunEnd end, _) = Runs.File(file, ["charge at 0.1C until upper cut-off; discharge at 0.1C until lower cut-off; charge at 0.1C until upper cut-off"], "cathode.oxidation=null", "cathode.carbonSurface=null");
        end.Exit.ShouldBe(ExitKind.Completed);
        result.Steps[2].Kind.ShouldBe(StepEnd.Limit);
        result.Steps[2].Charge.ShouldBe(-result.Steps[1].Charge, 1e-3 * result.Steps[2].Charge);
        // A limit that is passed and stays so is still one that is passed at the start.
        (result, end, _) = Runs.Reference("assb", ["discharge at 1C until 4.5 V"]);
        end.Exit.ShouldBe(ExitKind.LimitAtStart);
        result.Steps[0].End.ShouldBe(0);
    }
}
