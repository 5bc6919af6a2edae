namespace Interphase.Cells.Tests;

/// <summary>What each sentence becomes, in SI and per area. By hand: 10 mg/cm2 is 0.1 kg/m2, 200 mA/g makes 1C 20 A/m2, the cell has 2 cm2, Li-In stands at 0.62 V.</summary>
public class SentenceTests
{
    [Theory]
    [InlineData("charge at C/10 until 4.3 V", 2)]
    [InlineData("discharge at C/10 until 2.5 V", -2)]
    [InlineData("charge at 2C until 4.3 V", 40)]
    [InlineData("charge at 0.5C until 4.3 V", 10)]
    [InlineData("discharge at 1 mA/cm2 until 2.5 V", -10)]
    [InlineData("discharge at 3 A/m2 until 2.5 V", -3)]
    [InlineData("discharge at 1 mA until 2.5 V", -5)]
    [InlineData("charge at 100 mA/g until 4.3 V", 10)]
    [InlineData("Charge at 1e-3 A until 4.3 V", 5)]
    public void A_current_is_per_area_and_positive_when_it_charges(string sentence, double density) =>
        Protocols.Step(sentence).Control.ShouldBeOfType<CurrentControl>().Density.ShouldBe(density, 1e-12);

    [Theory]
    [InlineData("discharge at 2 mW until 2.5 V", -10)]
    [InlineData("discharge at 2 mW/cm2 until 2.5 V", -20)]
    [InlineData("charge at 5 W/m2 until 4.3 V", 5)]
    [InlineData("charge at 1 W/g until 4.3 V", 100)]
    public void A_power_is_per_area_and_positive_when_it_charges(string sentence, double density) =>
        Protocols.Step(sentence).Control.ShouldBeOfType<PowerControl>().Density.ShouldBe(density, 1e-12);

    [Theory]
    [InlineData("discharge over 100 ohm until 2.5 V", 0.02)]
    [InlineData("discharge over 100 ohm cm2 for 1 h", 0.01)]
    [InlineData("discharge over 0.5 ohm m2 until 0.1 mA", 0.5)]
    public void A_load_is_a_resistance_times_area(string sentence, double resistance) =>
        Protocols.Step(sentence).Control.ShouldBeOfType<ResistanceControl>().Resistance.ShouldBe(resistance, 1e-12);

    [Theory]
    [InlineData("hold 4.3 V until C/50", 4.3, StepVariable.Voltage)]
    [InlineData("hold at 4.3 V for 1 h", 4.3, StepVariable.Voltage)]
    [InlineData("hold 4.3 V vs Li until 0.05 mA/cm2", 3.68, StepVariable.Voltage)]
    [InlineData("hold cathode 4.3 V vs Li until C/50", 4.3, StepVariable.CathodePotential)]
    [InlineData("hold anode 10 mV vs Li until C/50", 0.01, StepVariable.AnodePotential)]
    [InlineData("hold upper cut-off until C/50", 3.68, StepVariable.Voltage)]
    public void A_hold_keeps_a_voltage(string sentence, double value, StepVariable variable)
    {
        var control = Protocols.Step(sentence).Control.ShouldBeOfType<VoltageControl>();
        control.Value.ShouldBe(value, 1e-12);
        control.Variable.ShouldBe(variable);
    }

    [Theory]
    [InlineData("charge at C/3 until 4.25 V, hold until C/20", 4.25, StepVariable.Voltage)]
    [InlineData("charge at C/3 until cathode 4.25 V vs Li then hold until C/20", 4.25, StepVariable.CathodePotential)]
    [InlineData("charge at C/3 for 2 h or until 4.25 V, hold until C/20", 4.25, StepVariable.Voltage)]
    [InlineData("discharge at C/3 until lower cut-off, hold until C/20", 1.88, StepVariable.Voltage)]
    [InlineData("sweep 1 mV/s to 4 V, hold for 1 h", 4, StepVariable.Voltage)]
    [InlineData("hold 3.9 V until C/10, hold for 1 h", 3.9, StepVariable.Voltage)]
    public void A_hold_without_a_voltage_keeps_that_of_the_step_before(string sentences, double value, StepVariable variable)
    {
        Protocol protocol = Protocols.Of(sentences);
        protocol.Items.Length.ShouldBe(2);
        var control = protocol.Items[1].ShouldBeOfType<ProtocolStep>().Control.ShouldBeOfType<VoltageControl>();
        control.Value.ShouldBe(value, 1e-12);
        control.Variable.ShouldBe(variable);
    }

    [Theory]
    [InlineData("rest 2 h", 7200)]
    [InlineData("rest for 30 min", 1800)]
    [InlineData("rest until 10 s", 10)]
    public void A_rest_is_no_current_for_a_time(string sentence, double seconds)
    {
        ProtocolStep step = Protocols.Step(sentence);
        step.Control.ShouldBe(new CurrentControl(0));
        StepLimit limit = step.Limits.ShouldHaveSingleItem();
        limit.Variable.ShouldBe(StepVariable.StepTime);
        limit.Threshold.ShouldBe(seconds);
    }

    [Fact]
    public void A_rest_may_end_early() =>
        Protocols.Step("rest 5 h or until below 30 °C").Limits.Select(limit => (limit.Variable, limit.Threshold, limit.Side))
            .ShouldBe([(StepVariable.StepTime, 18000, LimitSide.Above), (StepVariable.Temperature, 303.15, LimitSide.Below)]);

    [Theory]
    [InlineData("charge at C/10 until 4.3 V", StepVariable.Voltage, 4.3, LimitSide.Above)]
    [InlineData("discharge at C/10 until 2.5 V", StepVariable.Voltage, 2.5, LimitSide.Below)]
    [InlineData("charge at C/10 until 4.3 V vs Li", StepVariable.Voltage, 3.68, LimitSide.Above)]
    [InlineData("charge at C/10 until cathode 4.3 V vs Li", StepVariable.CathodePotential, 4.3, LimitSide.Above)]
    [InlineData("charge at C/10 until anode 0 V vs Li", StepVariable.AnodePotential, 0, LimitSide.Below)]
    [InlineData("discharge at C/10 until anode 1 V vs Li", StepVariable.AnodePotential, 1, LimitSide.Above)]
    [InlineData("charge at C/10 until upper cut-off", StepVariable.Voltage, 3.68, LimitSide.Above)]
    [InlineData("discharge at C/10 until the lower cutoff", StepVariable.Voltage, 1.88, LimitSide.Below)]
    [InlineData("charge at C/10 until 1 mAh", StepVariable.StepCharge, 18000, LimitSide.Above)]
    [InlineData("charge at C/10 until 2 mAh/cm2", StepVariable.StepCharge, 72000, LimitSide.Above)]
    [InlineData("discharge at C/10 until 150 mAh/g", StepVariable.StepCharge, 54000, LimitSide.Above)]
    [InlineData("charge at C/10 for 30 min", StepVariable.StepTime, 1800, LimitSide.Above)]
    [InlineData("charge at C/10 until cathode y = 0.5", StepVariable.CathodeContent, 0.5, LimitSide.Below)]
    [InlineData("discharge at C/10 until cathode y=0.9", StepVariable.CathodeContent, 0.9, LimitSide.Above)]
    [InlineData("charge at C/10 until anode y = 0.9", StepVariable.AnodeContent, 0.9, LimitSide.Above)]
    [InlineData("hold 4.3 V until C/50", StepVariable.CurrentMagnitude, 0.4, LimitSide.Below)]
    [InlineData("hold 4.3 V until 10 uA", StepVariable.CurrentMagnitude, 0.05, LimitSide.Below)]
    public void An_ending_has_a_threshold_and_the_side_from_which_it_is_met(string sentence, StepVariable variable, double threshold, LimitSide side)
    {
        StepLimit limit = Protocols.Limit(sentence);
        limit.Variable.ShouldBe(variable);
        limit.Threshold.ShouldBe(threshold, 1e-9);
        limit.Side.ShouldBe(side);
        limit.EndsRepeat.ShouldBeFalse();
    }

    [Fact]
    public void A_cutoff_of_the_cathode_ends_a_step_on_the_cathode() =>
        Protocols.Step(Protocols.Bare, "charge at 1 mA/cm2 until upper cut-off").Limits.ShouldHaveSingleItem()
            .ShouldBe(new StepLimit(StepVariable.CathodePotential, 4.3, LimitSide.Above, "cathode 4.3 V vs Li"));

    [Fact]
    public void Several_endings_are_kept_in_order_and_as_written() =>
        Protocols.Step("discharge at 1C for 30 min or until 2.8 V or until 60 °C or 1 mAh").Limits.Select(limit => limit.Text).ShouldBe(["30 min", "2.8 V", "60 °C", "1 mAh"]);

    [Fact]
    public void A_step_keeps_its_sentence_and_its_place()
    {
        ProtocolStep second = Protocols.Of("rest 1 h", "charge at C/3 until 4.25 V, hold until C/20").Items[2].ShouldBeOfType<ProtocolStep>();
        second.Text.ShouldBe("hold until C/20");
        second.Place.Line.ShouldBe(2);
        second.Place.Column.ShouldBe(29);
    }

    [Fact]
    public void A_semicolon_separates_sentences_as_a_line_does() =>
        Protocols.Told(Protocols.Of("charge at C/10 until 4.3 V; rest 1 h; discharge at C/10 until 2.5 V;")).ShouldBe("charge at C/10 until 4.3 V\nrest 1 h\ndischarge at C/10 until 2.5 V");
}
