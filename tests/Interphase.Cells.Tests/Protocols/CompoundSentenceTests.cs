namespace Interphase.Cells.Tests;

/// <summary>Sentences that become several steps, and those that do something else than drive a current.</summary>
public class CompoundSentenceTests
{
    [Fact]
    public void A_titration_repeats_pulse_and_rest_until_the_voltage_which_also_gives_the_direction()
    {
        ProtocolRepeat pulses = Protocols.Repeat("pulse 0.1 mA/cm2 for 1 h, rest 2 h, until 2.5 V");
        (pulses.Count, pulses.IsCycle).ShouldBe((int.MaxValue, false));
        var pulse = pulses.Items[0].ShouldBeOfType<ProtocolStep>();
        pulse.Control.ShouldBe(new PulseControl(1, 2.5, StepVariable.Voltage));
        pulse.Text.ShouldBe("pulse 0.1 mA/cm2 for 1 h");
        pulse.Limits.ShouldBe([new StepLimit(StepVariable.StepTime, 3600, LimitSide.Above, "1 h"), new StepLimit(StepVariable.Voltage, 2.5, LimitSide.ByDirection, "2.5 V", EndsRepeat: true)]);
        var rest = pulses.Items[1].ShouldBeOfType<ProtocolStep>();
        rest.Text.ShouldBe("rest 2 h");
        rest.Limits.ShouldBe([new StepLimit(StepVariable.StepTime, 7200, LimitSide.Above, "2 h")]);
    }

    [Theory]
    [InlineData("discharge pulse C/20 for 15 min, rest for 1 h, until 2.5 V", -1, LimitSide.Below, int.MaxValue)]
    [InlineData("charge pulse at C/20 for 15 min, rest 1 h, 10 times or until 4.3 V", 1, LimitSide.Above, 10)]
    [InlineData("discharge pulse C/20 for 15 min, rest 1 h, until cathode y = 0.9, 20 times", -1, LimitSide.Above, 20)]
    public void A_titration_may_say_its_direction(string sentence, double density, LimitSide side, int count)
    {
        ProtocolRepeat pulses = Protocols.Repeat(sentence);
        pulses.Count.ShouldBe(count);
        var pulse = pulses.Items[0].ShouldBeOfType<ProtocolStep>();
        pulse.Control.ShouldBe(new CurrentControl(density));
        pulse.Limits[1].EndsRepeat.ShouldBeTrue();
        pulse.Limits[1].Side.ShouldBe(side);
    }

    [Fact]
    public void A_number_of_pulses_needs_no_limit() => Protocols.Repeat("discharge pulse C/20 for 15 min, rest 1 h, 10 times").Items[0].ShouldBeOfType<ProtocolStep>().Limits.Length.ShouldBe(1);

    [Theory]
    [InlineData("pulse C/20 for 15 min, rest 1 h", "where the pulses must end")]
    [InlineData("pulse C/20 for 15 min, rest 1 h, 10 times", "charge pulse")]
    [InlineData("pulse C/20 for 15 min, until 2.5 V", "`, rest` and a time")]
    [InlineData("pulse C/20, rest 1 h, until 2.5 V", "the time of one pulse")]
    [InlineData("pulse C/20 for 15 min, rest 1 h, until 1 mAh", "a voltage or a lithium content")]
    [InlineData("discharge pulse C/20 for 15 min, rest 1 h, 0 times", "from 1 to 1000000")]
    public void A_titration_that_cannot_be_is_told(string sentence, string told) => Protocols.Problem(sentence).ToString().ShouldContain(told);

    [Fact]
    public void A_voltammogram_sweeps_up_and_down_and_each_pass_is_a_cycle()
    {
        ProtocolRepeat cycles = Protocols.Repeat("sweep 0.1 mV/s between 2.5 and 4.4 V, 3 cycles");
        (cycles.Count, cycles.IsCycle).ShouldBe((3, true));
        cycles.Items.Select(item => ((ProtocolStep)item).Control).ShouldBe([new SweepControl(1e-4, 4.4), new SweepControl(1e-4, 2.5)]);
        cycles.Items.Select(item => ((ProtocolStep)item).Text).ShouldBe(["sweep 0.1 mV/s to 4.4 V", "sweep 0.1 mV/s to 2.5 V"]);
    }

    [Theory]
    [InlineData("sweep 0.1 mV/s between 2.5 V and 4.4 V", 2.5, 4.4, StepVariable.Voltage)]
    [InlineData("sweep 0.1 mV/s between 2500 and 4400 mV", 2.5, 4.4, StepVariable.Voltage)]
    [InlineData("sweep 0.1 mV/s between 2.5 and 4.4 V vs Li", 1.88, 3.78, StepVariable.Voltage)]
    [InlineData("sweep 0.1 mV/s between cathode 2.5 and 4.4 V vs Li", 2.5, 4.4, StepVariable.CathodePotential)]
    [InlineData("sweep 0.1 mV/s between cathode 2.5 V vs Li and cathode 4.4 V vs Li", 2.5, 4.4, StepVariable.CathodePotential)]
    [InlineData("sweep 0.1 mV/s between the cut-offs", 1.88, 3.68, StepVariable.Voltage)]
    [InlineData("sweep 0.1 mV/s between lower and upper cut-off", 1.88, 3.68, StepVariable.Voltage)]
    [InlineData("sweep 0.1 mV/s between lower cut-off and 4.4 V", 1.88, 4.4, StepVariable.Voltage)]
    public void A_window_may_be_written_in_short(string sentence, double lower, double upper, StepVariable variable)
    {
        SweepControl[] sweeps = [.. Protocols.Repeat(sentence).Items.Select(item => (SweepControl)((ProtocolStep)item).Control)];
        sweeps[0].Target.ShouldBe(upper, 1e-12);
        sweeps[1].Target.ShouldBe(lower, 1e-12);
        sweeps.ShouldAllBe(sweep => sweep.Variable == variable);
    }

    [Fact]
    public void A_linear_sweep_ends_at_its_target() =>
        Protocols.Step("sweep 10 mV/s to cathode 4.4 V vs Li").Control.ShouldBe(new SweepControl(0.01, 4.4, StepVariable.CathodePotential));

    [Theory]
    [InlineData("sweep 0.1 mV/s", "`between` two voltages")]
    [InlineData("sweep 0.1 V between 2 and 3 V", "a voltage per time")]
    [InlineData("sweep 0.1 mV/s between 4.4 and 2.5 V", "the lower voltage first")]
    [InlineData("sweep 0.1 mV/s between 4.4 V and lower cut-off", "the lower voltage first")]
    [InlineData("sweep 0.1 mV/s between 2.5 V and cathode 4.4 V vs Li", "two voltages of one kind")]
    [InlineData("sweep 0.1 mV/s between 2.5 V", "`and` and the upper voltage")]
    public void A_sweep_that_cannot_be_is_told(string sentence, string told) => Protocols.Problem(sentence).ToString().ShouldContain(told);

    [Theory]
    [InlineData("impedance 1 MHz to 0.1 Hz, 10 mV", 1e6, 0.1, 10, 0.01)]
    [InlineData("impedance from 1 mHz to 100 kHz", 1e5, 1e-3, 10, 0.01)]
    [InlineData("impedance 1 MHz to 0.1 Hz, 5 mV, 20 per decade", 1e6, 0.1, 20, 0.005)]
    [InlineData("impedance 1 MHz to 0.1 Hz, 7 per decade", 1e6, 0.1, 7, 0.01)]
    public void An_impedance_has_frequencies_and_an_amplitude(string sentence, double highest, double lowest, int points, double amplitude) =>
        Protocols.Step(sentence).Control.ShouldBe(new ImpedanceControl(highest, lowest, points, amplitude));

    [Fact]
    public void An_impedance_may_be_followed_by_further_sentences() =>
        Protocols.Told(Protocols.Of("impedance 1 MHz to 0.1 Hz, 10 mV, rest 1 h then temperature 60 °C, pressure to 5 MPa"))
            .ShouldBe("impedance 1 MHz to 0.1 Hz, 10 mV\nrest 1 h\ntemperature 60 °C\npressure to 5 MPa");

    [Fact]
    public void Surroundings_change_at_once()
    {
        Protocols.Step("temperature 60 °C").Control.ShouldBe(new TemperatureControl(333.15));
        Protocols.Step("pressure 5 MPa").Control.ShouldBe(new PressureControl(5e6));
        Protocols.Problem("temperature 600 °C").Expected.ShouldBe("a temperature between -100 °C and 300 °C");
        Protocols.Problem("pressure 60 °C").Expected.ShouldContain("a pressure");
    }

    [Fact]
    public void A_rate_test_charges_alike_and_discharges_at_one_rate_after_the_other()
    {
        Protocol test = Protocols.Of("rate test C/10, C/5, 2C between 2.5 and 4.3 V, 3 cycles, charge at C/20");
        Protocols.Told(test).ShouldBe("""
            3 times
              charge at C/20 until 4.3 V
              discharge at C/10 until 2.5 V
            3 times
              charge at C/20 until 4.3 V
              discharge at C/5 until 2.5 V
            3 times
              charge at C/20 until 4.3 V
              discharge at 2C until 2.5 V
            """);
        var last = test.Items[2].ShouldBeOfType<ProtocolRepeat>();
        last.IsCycle.ShouldBeTrue();
        ((ProtocolStep)last.Items[0]).Control.ShouldBe(new CurrentControl(1));
        ((ProtocolStep)last.Items[1]).Control.ShouldBe(new CurrentControl(-40));
        ((ProtocolStep)last.Items[1]).Limits.ShouldBe([new StepLimit(StepVariable.Voltage, 2.5, LimitSide.Below, "2.5 V")]);
    }

    [Fact]
    public void A_rate_test_by_itself_takes_the_cutoffs_one_cycle_and_the_first_rate() =>
        Protocols.Told(Protocols.Of("rate test C/10, 1C, charge at C/10 until 4 V")).ShouldBe("""
            1 times
              charge at C/10 until 4.3 V vs Li
              discharge at C/10 until 2.5 V vs Li
            1 times
              charge at C/10 until 4.3 V vs Li
              discharge at 1C until 2.5 V vs Li
            charge at C/10 until 4 V
            """);
}
