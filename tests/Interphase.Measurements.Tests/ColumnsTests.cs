namespace Interphase.Measurements.Tests;

public class ColumnsTests
{
    [Theory]
    [InlineData("Voltage / V")]
    [InlineData("voltage_volt")]
    [InlineData("voltage_v")]
    [InlineData(" voltage/v ")]
    public void A_column_is_found_by_its_label_its_machine_name_and_its_older_names(string header) => Columns.Find(header).ShouldBe(Columns.Voltage);

    [Theory]
    [InlineData("test_time_second", "Test Time / s")]
    [InlineData("current_ampere", "Current / A")]
    [InlineData("unix_time_second", "Unix Time / s")]
    [InlineData("cycle_count", "Cycle Count / 1")]
    [InlineData("step_count", "Step Count / 1")]
    [InlineData("ambient_temperature_celsius", "Ambient Temperature / degC")]
    [InlineData("step_id", "Step ID")]
    [InlineData("step_type", "Step Type")]
    [InlineData("power_watt", "Power / W")]
    [InlineData("charging_capacity_ah", "Charging Capacity / Ah")]
    [InlineData("cycle_net_energy_wh", "Cycle Net Energy / Wh")]
    [InlineData("step_cumulative_capacity_ah", "Step Cumulative Capacity / Ah")]
    [InlineData("schedule_discharging_energy_wh", "Schedule Discharging Energy / Wh")]
    [InlineData("ac_internal_resistance_ohm", "AC Internal Resistance / ohm")]
    [InlineData("frequency_hertz", "Frequency / Hz")]
    [InlineData("imaginary_impedance_ohm", "Imaginary Impedance / ohm")]
    [InlineData("phase_degree", "Phase / deg")]
    [InlineData("applied_pressure_pa", "Applied Pressure / Pa")]
    [InlineData("surface_temperature_celsius", "Surface Temperature / degC")]
    [InlineData("temperature_t5_celsius", "Temperature T5 / degC")]
    [InlineData("cathode_potential_volt", "Cathode Potential / V")]
    [InlineData("anode_lithium_content", "Anode Lithium Content / 1")]
    public void Machine_names_and_labels_are_those_of_the_Battery_Data_Format(string machineName, string label)
    {
        Column? column = Columns.Find(machineName);
        column.ShouldNotBeNull();
        column.MachineName.ShouldBe(machineName);
        column.Label.ShouldBe(label);
    }

    [Theory]
    [InlineData("step_index", "Step Record Index / 1")]
    [InlineData("cycle_dimensionless", "Cycle Count / 1")]
    [InlineData("step_capacity_ampere_hour", "Step Cumulative Capacity / Ah")]
    [InlineData("Step Energy / Wh", "Step Cumulative Energy / Wh")]
    [InlineData("applied_pressure_pascal", "Applied Pressure / Pa")]
    [InlineData("surface_temperature_t1_celsius", "Temperature T1 / degC")]
    [InlineData("Test Time / ms", "Test Time / s")]
    public void Deprecated_names_are_read(string header, string label) => Columns.Find(header)!.Label.ShouldBe(label);

    [Fact]
    public void Three_columns_are_required_and_four_recommended()
    {
        Columns.All.Where(column => column.Obligation == Obligation.Required).ShouldBe([Columns.TestTime, Columns.Voltage, Columns.Current]);
        Columns.All.Where(column => column.Obligation == Obligation.Recommended).ShouldBe([Columns.UnixTime, Columns.CycleCount, Columns.StepCount, Columns.AmbientTemperature]);
    }

    [Fact]
    public void Columns_that_Interphase_adds_are_never_required() =>
        Columns.All.Where(column => !column.IsStandard).ShouldBe([Columns.CathodePotential, Columns.AnodePotential, Columns.CathodeLithiumContent, Columns.AnodeLithiumContent]);

    [Fact]
    public void Every_column_is_documented_in_one_line() =>
        Columns.All.ShouldAllBe(column => column.Documentation.EndsWith('.') && !column.Documentation.Contains('\n') && !column.Documentation.Contains('|'));
}
