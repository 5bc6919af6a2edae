using System.Collections.Immutable;

namespace Interphase.Measurements;

/// <summary>
/// Every column that a recording may have: those of the Battery Data Format (ontology 1.3.0) and those that Interphase adds.
/// Reading, writing, checking and docs/recordings.md are made from this table.
/// </summary>
public static class Columns
{
    private static readonly ImmutableArray<Column>.Builder Registry = ImmutableArray.CreateBuilder<Column>();

    // Machine names end in these, and older files in the others.
    private static readonly (string Unit, string Suffix, string Older)[] Suffixes =
    [
        ("s", "_second", "_s"), ("V", "_volt", "_v"), ("A", "_ampere", "_a"), ("W", "_watt", "_w"), ("Ah", "_ah", "_ampere_hour"), ("Wh", "_wh", "_watt_hour"),
        ("degC", "_celsius", "_degc"), ("Pa", "_pa", "_pascal"), ("ohm", "_ohm", ""), ("Hz", "_hertz", ""), ("deg", "_degree", ""), ("1", "", "_1"), ("", "", ""),
    ];

    /// <summary>Time since the start of the test.</summary>
    public static Column TestTime { get; } = Add("Test Time", "s", "Time since the start of the test.", obligation: Obligation.Required, others: [("Test Time / ms", 1e-3), ("test_time_millisecond", 1e-3), ("test_time_ms", 1e-3)]);

    /// <summary>Voltage between the terminals.</summary>
    public static Column Voltage { get; } = Add("Voltage", "V", "Voltage between the terminals.", obligation: Obligation.Required);

    /// <summary>Current; positive charges.</summary>
    public static Column Current { get; } = Add("Current", "A", "Current; positive charges.", obligation: Obligation.Required);

    /// <summary>Seconds since 1970-01-01T00:00:00 UTC.</summary>
    public static Column UnixTime { get; } = Add("Unix Time", "s", "Seconds since 1970-01-01T00:00:00 UTC.", obligation: Obligation.Recommended, others: [("Unix Time / ms", 1e-3), ("unix_time_millisecond", 1e-3), ("unix_time_ms", 1e-3), ("date_time_millisecond", 1e-3)]);

    /// <summary>Number of the cycle; never falls, may start anywhere.</summary>
    public static Column CycleCount { get; } = Add("Cycle Count", "1", "Number of the cycle; never falls, may start anywhere.", obligation: Obligation.Recommended, kind: ColumnKind.Whole, others: [("cycle_dimensionless", 1)]);

    /// <summary>Number of the step as carried out; never falls, never starts again.</summary>
    public static Column StepCount { get; } = Add("Step Count", "1", "Number of the step as carried out; never falls, never starts again.", obligation: Obligation.Recommended, kind: ColumnKind.Whole, others: [("step_dimensionless", 1)]);

    /// <summary>Temperature of the surroundings.</summary>
    public static Column AmbientTemperature { get; } = Add("Ambient Temperature", "degC", "Temperature of the surroundings.", obligation: Obligation.Recommended);

    /// <summary>The step as the protocol names it; Interphase writes its line.</summary>
    public static Column StepId { get; } = Add("Step ID", "", "The step as the protocol names it; Interphase writes its line.", kind: ColumnKind.Text);

    /// <summary>What the step does: CC_CHG, CC_DCH, CV_CHG, REST, EIS and others.</summary>
    public static Column StepType { get; } = Add("Step Type", "", "What the step does: CC_CHG, CC_DCH, CV_CHG, REST, EIS and others.", kind: ColumnKind.Text);

    /// <summary>Number of the record; grows with every record.</summary>
    public static Column RecordIndex { get; } = Add("Record Index", "1", "Number of the record; grows with every record.", kind: ColumnKind.Whole);

    /// <summary>Number of the record within the step, from 1.</summary>
    public static Column StepRecordIndex { get; } = Add("Step Record Index", "1", "Number of the record within the step, from 1.", kind: ColumnKind.Whole, others: [("Step Index / 1", 1), ("step_index", 1), ("step_index_1", 1)]);

    /// <summary>Time since the start of the step.</summary>
    public static Column StepTime { get; } = Add("Step Time", "s", "Time since the start of the step.");

    /// <summary>Voltage times current; positive charges.</summary>
    public static Column Power { get; } = Add("Power", "W", "Voltage times current; positive charges.");

    /// <summary>Charge put in while charging since the start of the test.</summary>
    public static Column ChargingCapacity { get; } = Add("Charging Capacity", "Ah", "Charge put in while charging since the start of the test.");

    /// <summary>Energy put in while charging since the start of the test.</summary>
    public static Column ChargingEnergy { get; } = Add("Charging Energy", "Wh", "Energy put in while charging since the start of the test.");

    /// <summary>Charge taken out while discharging since the start of the test.</summary>
    public static Column DischargingCapacity { get; } = Add("Discharging Capacity", "Ah", "Charge taken out while discharging since the start of the test.");

    /// <summary>Energy taken out while discharging since the start of the test.</summary>
    public static Column DischargingEnergy { get; } = Add("Discharging Energy", "Wh", "Energy taken out while discharging since the start of the test.");

    /// <summary>Charging less discharging capacity since the start of the test.</summary>
    public static Column NetCapacity { get; } = Add("Net Capacity", "Ah", "Charging less discharging capacity since the start of the test.");

    /// <summary>Charging less discharging energy since the start of the test.</summary>
    public static Column NetEnergy { get; } = Add("Net Energy", "Wh", "Charging less discharging energy since the start of the test.");

    /// <summary>Charging plus discharging capacity since the start of the test.</summary>
    public static Column CumulativeCapacity { get; } = Add("Cumulative Capacity", "Ah", "Charging plus discharging capacity since the start of the test.");

    /// <summary>Charging plus discharging energy since the start of the test.</summary>
    public static Column CumulativeEnergy { get; } = Add("Cumulative Energy", "Wh", "Charging plus discharging energy since the start of the test.");

    /// <summary>Charge put in while charging since the start of the cycle.</summary>
    public static Column CycleChargingCapacity { get; } = Add("Cycle Charging Capacity", "Ah", "Charge put in while charging since the start of the cycle.", others: [("cycle_charge_capacity_ah", 1)]);

    /// <summary>Energy put in while charging since the start of the cycle.</summary>
    public static Column CycleChargingEnergy { get; } = Add("Cycle Charging Energy", "Wh", "Energy put in while charging since the start of the cycle.", others: [("cycle_charge_energy_wh", 1)]);

    /// <summary>Charge taken out while discharging since the start of the cycle.</summary>
    public static Column CycleDischargingCapacity { get; } = Add("Cycle Discharging Capacity", "Ah", "Charge taken out while discharging since the start of the cycle.", others: [("cycle_discharge_capacity_ah", 1)]);

    /// <summary>Energy taken out while discharging since the start of the cycle.</summary>
    public static Column CycleDischargingEnergy { get; } = Add("Cycle Discharging Energy", "Wh", "Energy taken out while discharging since the start of the cycle.", others: [("cycle_discharge_energy_wh", 1)]);

    /// <summary>Charging less discharging capacity since the start of the cycle.</summary>
    public static Column CycleNetCapacity { get; } = Add("Cycle Net Capacity", "Ah", "Charging less discharging capacity since the start of the cycle.");

    /// <summary>Charging less discharging energy since the start of the cycle.</summary>
    public static Column CycleNetEnergy { get; } = Add("Cycle Net Energy", "Wh", "Charging less discharging energy since the start of the cycle.");

    /// <summary>Charging plus discharging capacity since the start of the cycle.</summary>
    public static Column CycleCumulativeCapacity { get; } = Add("Cycle Cumulative Capacity", "Ah", "Charging plus discharging capacity since the start of the cycle.");

    /// <summary>Charging plus discharging energy since the start of the cycle.</summary>
    public static Column CycleCumulativeEnergy { get; } = Add("Cycle Cumulative Energy", "Wh", "Charging plus discharging energy since the start of the cycle.");

    /// <summary>Charge put in while charging since the start of the step.</summary>
    public static Column StepChargingCapacity { get; } = Add("Step Charging Capacity", "Ah", "Charge put in while charging since the start of the step.", others: [("step_charge_capacity_ah", 1)]);

    /// <summary>Energy put in while charging since the start of the step.</summary>
    public static Column StepChargingEnergy { get; } = Add("Step Charging Energy", "Wh", "Energy put in while charging since the start of the step.", others: [("step_charge_energy_wh", 1)]);

    /// <summary>Charge taken out while discharging since the start of the step.</summary>
    public static Column StepDischargingCapacity { get; } = Add("Step Discharging Capacity", "Ah", "Charge taken out while discharging since the start of the step.", others: [("step_discharge_capacity_ah", 1)]);

    /// <summary>Energy taken out while discharging since the start of the step.</summary>
    public static Column StepDischargingEnergy { get; } = Add("Step Discharging Energy", "Wh", "Energy taken out while discharging since the start of the step.", others: [("step_discharge_energy_wh", 1)]);

    /// <summary>Charging less discharging capacity since the start of the step.</summary>
    public static Column StepNetCapacity { get; } = Add("Step Net Capacity", "Ah", "Charging less discharging capacity since the start of the step.");

    /// <summary>Charging less discharging energy since the start of the step.</summary>
    public static Column StepNetEnergy { get; } = Add("Step Net Energy", "Wh", "Charging less discharging energy since the start of the step.");

    /// <summary>Charging plus discharging capacity since the start of the step.</summary>
    public static Column StepCumulativeCapacity { get; } = Add("Step Cumulative Capacity", "Ah", "Charging plus discharging capacity since the start of the step.", others: [("Step Capacity / Ah", 1), ("step_capacity_ah", 1), ("step_capacity_ampere_hour", 1)]);

    /// <summary>Charging plus discharging energy since the start of the step.</summary>
    public static Column StepCumulativeEnergy { get; } = Add("Step Cumulative Energy", "Wh", "Charging plus discharging energy since the start of the step.", others: [("Step Energy / Wh", 1), ("step_energy_wh", 1), ("step_energy_watt_hour", 1)]);

    /// <summary>Charging capacity that starts again where the schedule of the instrument says so.</summary>
    public static Column ScheduleChargingCapacity { get; } = Add("Schedule Charging Capacity", "Ah", "Charging capacity that starts again where the schedule of the instrument says so.");

    /// <summary>Charging energy that starts again where the schedule of the instrument says so.</summary>
    public static Column ScheduleChargingEnergy { get; } = Add("Schedule Charging Energy", "Wh", "Charging energy that starts again where the schedule of the instrument says so.");

    /// <summary>Discharging capacity that starts again where the schedule of the instrument says so.</summary>
    public static Column ScheduleDischargingCapacity { get; } = Add("Schedule Discharging Capacity", "Ah", "Discharging capacity that starts again where the schedule of the instrument says so.");

    /// <summary>Discharging energy that starts again where the schedule of the instrument says so.</summary>
    public static Column ScheduleDischargingEnergy { get; } = Add("Schedule Discharging Energy", "Wh", "Discharging energy that starts again where the schedule of the instrument says so.");

    /// <summary>Internal resistance by a method that is not told.</summary>
    public static Column InternalResistance { get; } = Add("Internal Resistance", "ohm", "Internal resistance by a method that is not told.");

    /// <summary>Change of voltage over change of current in a pulse.</summary>
    public static Column DcInternalResistance { get; } = Add("DC Internal Resistance", "ohm", "Change of voltage over change of current in a pulse.", others: [("dc_resistance_ohm", 1), ("dcir", 1), ("dcir_ohm", 1)]);

    /// <summary>Magnitude of the impedance at one frequency, 1 kHz unless told otherwise.</summary>
    public static Column AcInternalResistance { get; } = Add("AC Internal Resistance", "ohm", "Magnitude of the impedance at one frequency, 1 kHz unless told otherwise.", others: [("ac_resistance_ohm", 1), ("acr", 1)]);

    /// <summary>Frequency of the excitation.</summary>
    public static Column Frequency { get; } = Add("Frequency", "Hz", "Frequency of the excitation.");

    /// <summary>Real part of the impedance.</summary>
    public static Column RealImpedance { get; } = Add("Real Impedance", "ohm", "Real part of the impedance.");

    /// <summary>Imaginary part of the impedance; negative when capacitive.</summary>
    public static Column ImaginaryImpedance { get; } = Add("Imaginary Impedance", "ohm", "Imaginary part of the impedance; negative when capacitive.");

    /// <summary>Magnitude of the impedance.</summary>
    public static Column AbsoluteImpedance { get; } = Add("Absolute Impedance", "ohm", "Magnitude of the impedance.");

    /// <summary>Angle of the impedance; negative when capacitive.</summary>
    public static Column Phase { get; } = Add("Phase", "deg", "Angle of the impedance; negative when capacitive.");

    /// <summary>Pressure of the surrounding air.</summary>
    public static Column AmbientPressure { get; } = Add("Ambient Pressure", "Pa", "Pressure of the surrounding air.");

    /// <summary>Pressure that a press or clamp applies: the stack pressure.</summary>
    public static Column AppliedPressure { get; } = Add("Applied Pressure", "Pa", "Pressure that a press or clamp applies: the stack pressure.");

    /// <summary>Pressure measured at the surface of the cell.</summary>
    public static Column SurfacePressure { get; } = Add("Surface Pressure", "Pa", "Pressure measured at the surface of the cell.");

    /// <summary>Temperature of the cell; Interphase writes the one temperature of its lumped balance.</summary>
    public static Column SurfaceTemperature { get; } = Add("Surface Temperature", "degC", "Temperature of the cell; Interphase writes the one temperature of its lumped balance.");

    /// <summary>Temperature at sensor 1, placed as the setup has it.</summary>
    public static Column Temperature1 { get; } = Add("Temperature T1", "degC", "Temperature at sensor 1, placed as the setup has it.", others: [("Surface Temperature T1 / degC", 1), ("surface_temperature_t1_celsius", 1)]);

    /// <summary>Temperature at sensor 2, placed as the setup has it.</summary>
    public static Column Temperature2 { get; } = Add("Temperature T2", "degC", "Temperature at sensor 2, placed as the setup has it.", others: [("Surface Temperature T2 / degC", 1), ("surface_temperature_t2_celsius", 1)]);

    /// <summary>Temperature at sensor 3, placed as the setup has it.</summary>
    public static Column Temperature3 { get; } = Add("Temperature T3", "degC", "Temperature at sensor 3, placed as the setup has it.", others: [("Surface Temperature T3 / degC", 1), ("surface_temperature_t3_celsius", 1)]);

    /// <summary>Temperature at sensor 4, placed as the setup has it.</summary>
    public static Column Temperature4 { get; } = Add("Temperature T4", "degC", "Temperature at sensor 4, placed as the setup has it.", others: [("Surface Temperature T4 / degC", 1), ("surface_temperature_t4_celsius", 1)]);

    /// <summary>Temperature at sensor 5, placed as the setup has it.</summary>
    public static Column Temperature5 { get; } = Add("Temperature T5", "degC", "Temperature at sensor 5, placed as the setup has it.", others: [("Surface Temperature T5 / degC", 1), ("surface_temperature_t5_celsius", 1)]);

    /// <summary>Potential of the positive electrode against Li.</summary>
    public static Column CathodePotential { get; } = Add("Cathode Potential", "V", "Potential of the positive electrode against Li.", isStandard: false);

    /// <summary>Potential of the negative electrode against Li.</summary>
    public static Column AnodePotential { get; } = Add("Anode Potential", "V", "Potential of the negative electrode against Li.", isStandard: false);

    /// <summary>Mean lithium content of the positive electrode, as a fraction of its sites.</summary>
    public static Column CathodeLithiumContent { get; } = Add("Cathode Lithium Content", "1", "Mean lithium content of the positive electrode, as a fraction of its sites.", isStandard: false);

    /// <summary>Mean lithium content of the negative electrode, as a fraction of its sites.</summary>
    public static Column AnodeLithiumContent { get; } = Add("Anode Lithium Content", "1", "Mean lithium content of the negative electrode, as a fraction of its sites.", isStandard: false);

    /// <summary>Every column, in the order in which files are written.</summary>
    public static ImmutableArray<Column> All { get; } = Registry.DrainToImmutable();

    private static readonly Dictionary<string, (Column Column, double Factor)> ByName = Index();

    /// <summary>The column of a preferred label, a machine name or an older name, whatever its case and the blanks around the slash; null when there is none.</summary>
    public static Column? Find(string header) => Find(header, out _);

    /// <summary>The column of a header, and what a field under it is multiplied by to stand in the column's unit.</summary>
    internal static Column? Find(string header, out double factor)
    {
        bool known = ByName.TryGetValue(Key(header), out (Column Column, double Factor) found);
        factor = known ? found.Factor : 1;
        return known ? found.Column : null;
    }

    /// <summary>The column that a header names with another unit, such as <c>Voltage / mV</c>; null when there is none.</summary>
    internal static Column? InAnotherUnit(string header)
    {
        int slash = header.IndexOf('/', StringComparison.Ordinal);
        string name = Key(slash < 0 ? header : header[..slash]);
        foreach (Column column in All)
            if (Key(column.Name) == name) return column;
        return null;
    }

    private static Dictionary<string, (Column Column, double Factor)> Index()
    {
        var byName = new Dictionary<string, (Column Column, double Factor)>(StringComparer.Ordinal);
        foreach (Column column in All)
        {
            byName.Add(Key(column.Label), (column, 1));
            byName.Add(column.MachineName, (column, 1));
            foreach ((string name, double factor) in column.OtherNames) byName.Add(Key(name), (column, factor));
        }
        return byName;
    }

    private static string Key(string header)
    {
        string[] parts = header.Split('/', StringSplitOptions.TrimEntries);
        return string.Join('/', parts).ToLowerInvariant();
    }

    private static Column Add(
        string name, string unit, string documentation, Obligation obligation = Obligation.Optional, ColumnKind kind = ColumnKind.Real, bool isStandard = true, (string Name, double Factor)[]? others = null)
    {
        string root = name.ToLowerInvariant().Replace(' ', '_');
        (_, string suffix, string older) = Array.Find(Suffixes, entry => entry.Unit == unit);
        ImmutableArray<(string Name, double Factor)> names = [.. older.Length == 0 || !isStandard ? [] : new[] { (root + older, 1.0) }, .. others ?? []];
        var column = new Column(Registry.Count, name, unit, root + suffix, kind, obligation, isStandard, documentation, names);
        Registry.Add(column);
        return column;
    }
}
