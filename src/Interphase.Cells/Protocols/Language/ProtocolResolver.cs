using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>Holds a script against a cell: rates become currents, capacities per gram become charges per area, cut-offs become voltages.</summary>
internal sealed class ProtocolResolver(CellDesign design, string subject, Problems problems)
{
    private const double LeastDensity = 1e-12, MostDensity = 1e9;
    private const double MostSteps = 1e9;

    private Derived Loading => design.Cathode?.Loading ?? Derived.None(design.CathodeFoil is not null ? "the cathode is a foil" : "the cathode is ideal");

    /// <summary>The protocol; null after problems.</summary>
    public Protocol? Resolve(ProtocolScript script)
    {
        int before = problems.Count + problems.Unlisted;
        ImmutableArray<ProtocolItem> items = Items(script.Items, 1);
        return problems.Count + problems.Unlisted > before ? null : new Protocol(items);
    }

    private ImmutableArray<ProtocolItem> Items(ImmutableArray<ScriptItem> script, double passes)
    {
        var items = ImmutableArray.CreateBuilder<ProtocolItem>();
        ScriptItem? last = null;
        int resolvedAt = 0;
        foreach (ScriptItem item in script)
        {
            // A hold says no voltage of its own: it keeps what the step before it kept or ended on.
            ScriptItem resolved = item is ScriptHold { Level: null } hold ? hold with { Level = LevelBefore(hold, last) } : item;
            if (resolved is ScriptSeries series)
            {
                Attach(series, last, items, resolvedAt);
                continue;
            }
            resolvedAt = items.Count;
            if (resolved is ScriptRepeat repeat && passes * repeat.Count > MostSteps)
                Refuse(repeat.Place, $"repetitions that make more than {MostSteps:0e0} passes", "a protocol that ends in a lifetime", "lower one of the counts");
            else items.AddRange(Resolved(resolved, passes));
            last = resolved;
        }
        return items.ToImmutable();
    }

    // The spectra belong to what stands before them, which may have become several steps.
    private void Attach(ScriptSeries series, ScriptItem? before, ImmutableArray<ProtocolItem>.Builder items, int from)
    {
        if (before is null or ScriptRepeat or ScriptControl || (series.Interval is null && before is not ScriptPulse))
        {
            string form = series.Interval is null ? "write it as `pulse C/10 for 1 h, rest 2 h, until 4.3 V, impedance every pulse`" : $"write it behind the step: `charge at C/10 until 4.3 V, {Quoted.Cut(series.Text, 80)}`";
            Refuse(series.Place, $"{Quoted.Of(series.Text)} {(before is null ? "before any step" : $"behind {Quoted.Of(before.Text, 60)}")}", series.Interval is null ? "pulses before it" : "a step before it that goes on for a while", form);
            return;
        }
        if (series.Interval is null)
        {
            for (int i = from; i < items.Count; i++)
                if (items[i] is ProtocolRepeat { IsCycle: false } pulses) items[i] = pulses with { Items = [.. pulses.Items, new ProtocolStep(series.Place, series.Text, series.Impedance, [])] };
            return;
        }
        if (Marks(series, series.Interval.Value) is not { } marks) return;
        for (int i = from; i < items.Count; i++) items[i] = With(items[i]);

        ProtocolItem With(ProtocolItem item) => item switch
        {
            ProtocolRepeat repeat => repeat with { Items = [.. repeat.Items.Select(With)] },
            ProtocolStep { Series: not null } step => Twice(step),
            ProtocolStep step => step with { Series = marks },
            _ => item,
        };

        ProtocolStep Twice(ProtocolStep step)
        {
            Refuse(series.Place, $"{Quoted.Of(series.Text)} behind {Quoted.Of(step.Text, 60)}, which has spectra already", "one series of spectra for a step", "leave one of them out");
            return step;
        }
    }

    private ImpedanceSeries? Marks(ScriptSeries series, Amount interval)
    {
        if (!series.IsOfCharge)
        {
            Quantity quantity = interval.Quantity;
            return Measures.Time.Accepts(quantity.Unit) ? new ImpedanceSeries(series.Text, series.Impedance, StepVariable.StepTime, 0, Bounded(interval, quantity.Si))
                : Measures.Voltage.Accepts(quantity.Unit) ? new ImpedanceSeries(series.Text, series.Impedance, StepVariable.Voltage, 0, quantity.Si)
                : new ImpedanceSeries(series.Text, series.Impedance, StepVariable.StepCharge, 0, ChargeDensity(interval));
        }
        if (design.Equilibrium is { } window) return new ImpedanceSeries(series.Text, series.Impedance, StepVariable.CathodeContent, window.Discharged, (window.Charged - window.Discharged) * interval.Quantity.Si);
        Refuse(interval.Place, $"{Quoted.Of(interval.Text)} of a cell whose state of charge has no ends: {design.Nominal.ArealCapacity.Reason}", "an interval of charge, time or voltage, or a composite cathode between `cutoffs`", "write `every 0.5 mAh/cm2`");
        return null;
    }

    private IEnumerable<ProtocolItem> Resolved(ScriptItem item, double passes)
    {
        switch (item)
        {
            case ScriptRepeat repeat:
                return [new ProtocolRepeat(repeat.Place, repeat.Count, Items(repeat.Items, passes * repeat.Count))];
            case ScriptDrive drive:
                double density = DriveDensity(drive.Amount);
                Control control = drive.Amount.Quantity.IsOne(ProtocolMeasures.Powers) ? new PowerControl(drive.Sign * density) : new CurrentControl(drive.Sign * density);
                return [Step(drive, control, drive.Endings, drive.Sign)];
            case ScriptLoad load:
                double resistance = Measures.ArealResistance.Accepts(load.Amount.Quantity.Unit) ? load.Amount.Quantity.Si : load.Amount.Quantity.Si * Area(load.Amount, "ohm cm2");
                return [Step(load, new ResistanceControl(Bounded(load.Amount, resistance)), load.Endings, -1)];
            case ScriptHold { Level: { } level } hold:
                (double value, StepVariable variable) = Voltage(level);
                return [Step(hold, new VoltageControl(value, variable), hold.Endings, 0)];
            case ScriptRest rest:
                return [Step(rest, new CurrentControl(0), rest.Endings, 0)];
            case ScriptPulse pulse:
                return [Titration(pulse)];
            case ScriptSweep sweep:
                return [SweepTo(sweep, sweep.Text, sweep.Rate, sweep.Target)];
            case ScriptCycledSweep sweep:
                if (!Ascending(sweep, sweep.Lower, sweep.Upper)) return [];
                return
                [
                    new ProtocolRepeat(
                        sweep.Place, sweep.Cycles,
                        [SweepTo(sweep, $"sweep {sweep.Rate.Text} to {Told(sweep.Upper)}", sweep.Rate, sweep.Upper), SweepTo(sweep, $"sweep {sweep.Rate.Text} to {Told(sweep.Lower)}", sweep.Rate, sweep.Lower)]),
                ];
            case ScriptRateTest test:
                return RateTest(test);
            case ScriptProfile profile:
                return Profile(profile) is { } step ? [step] : [];
            case ScriptControl ready:
                return [new ProtocolStep(ready.Place, ready.Text, ready.Control, [])];
            default:
                return [];
        }
    }

    private ProtocolRepeat Titration(ScriptPulse pulse)
    {
        double density = DriveDensity(pulse.Current);
        ImmutableArray<StepLimit> ends = [.. pulse.Endings.Select(ending => Limit(ending, pulse.Sign) with { EndsRepeat = true })];
        Control control = pulse.Sign == 0 ? new PulseControl(density, ends[0].Threshold, ends[0].Variable) : new CurrentControl(pulse.Sign * density);
        var step = new ProtocolStep(pulse.Pulse.Place, pulse.Pulse.Text, control, [Limit(pulse.Pulse.Ending, 0), .. ends]);
        return new ProtocolRepeat(pulse.Place, pulse.Times ?? int.MaxValue, [step, Step(pulse.Rest, new CurrentControl(0), pulse.Rest.Endings, 0)], IsCycle: false);
    }

    private IEnumerable<ProtocolItem> RateTest(ScriptRateTest test)
    {
        if (!Ascending(test, test.Lower, test.Upper)) yield break;
        Ending upper = new(EndingKind.Level, default, test.Upper, null), lower = new(EndingKind.Level, default, test.Lower, null);
        ProtocolStep charge = Step(test.Place, $"charge at {test.Charge.Text} until {Told(test.Upper)}", new CurrentControl(DriveDensity(test.Charge)), [upper], 1);
        foreach (Amount rate in test.Rates)
        {
            ProtocolStep discharge = Step(test.Place, $"discharge at {rate.Text} until {Told(test.Lower)}", new CurrentControl(-DriveDensity(rate)), [lower], -1);
            yield return new ProtocolRepeat(test.Place, test.Cycles, [charge, discharge]);
        }
    }

    private ProtocolStep SweepTo(ScriptItem item, string text, Amount rate, Level target)
    {
        (double value, StepVariable variable) = Voltage(target);
        return new ProtocolStep(item.Place, text, new SweepControl(Bounded(rate, rate.Quantity.Si), value, variable), []);
    }

    private ProtocolStep? Profile(ScriptProfile profile)
    {
        if (DriveCycleReader.Read(profile.File, profile.FilePlace, subject, problems) is not { } table) return null;
        double scale = 1;
        if (table.Measure.Kind == MeasureKind.Rate) scale = OneC(table.Column);
        else if (table.Measure == Measures.Current || table.Measure == ProtocolMeasures.Power) scale = 1 / Area(table.Column, table.Measure == Measures.Current ? "A/m2" : "W/m2");
        else if (table.Measure == Measures.SpecificCurrent || table.Measure == ProtocolMeasures.SpecificPower) scale = Mass(table.Column);
        if (!double.IsFinite(scale)) return null;
        ImmutableArray<double> values = [.. table.Values.Select(value => value * scale)];
        if (values.Any(value => !(Math.Abs(value) <= MostDensity)))
        {
            Refuse(table.Column.Place, $"values of {table.Column.Text} that make more than {MostDensity:0e0} per square metre", "currents or powers that a cell can carry", "check the unit in the header");
            return null;
        }
        return Step(profile, new ProfileControl(table.Times, values, ProtocolMeasures.Powers.Contains(table.Measure)), profile.Endings, 0);
    }

    private ProtocolStep Step(ScriptItem item, Control control, ImmutableArray<Ending> endings, int sign) => Step(item.Place, item.Text, control, endings, sign);

    private ProtocolStep Step(Place place, string text, Control control, ImmutableArray<Ending> endings, int sign) =>
        new(place, text, control, [.. endings.Select(ending => Limit(ending, sign))]);

    // What a charge raises ends it from below, what it lowers from above; a discharge the other way round.
    private StepLimit Limit(Ending ending, int sign)
    {
        LimitSide rising = sign > 0 ? LimitSide.Above : sign < 0 ? LimitSide.Below : LimitSide.ByDirection;
        LimitSide falling = sign > 0 ? LimitSide.Below : sign < 0 ? LimitSide.Above : LimitSide.ByDirection;
        switch (ending.Kind)
        {
            case EndingKind.Level:
                Level level = ending.Level!;
                (double threshold, StepVariable variable) = Voltage(level);
                LimitSide natural = level.Cutoff is { } name ? name == "upper" ? LimitSide.Above : LimitSide.Below : variable == StepVariable.AnodePotential ? falling : rising;
                return new StepLimit(variable, threshold, ending.Side ?? natural, Told(level));
            case EndingKind.Current:
                return new StepLimit(StepVariable.CurrentMagnitude, DriveDensity(ending.Amount), ending.Side ?? LimitSide.Below, ending.Amount.Text);
            case EndingKind.Charge:
                return new StepLimit(StepVariable.StepCharge, ChargeDensity(ending.Amount), LimitSide.Above, ending.Amount.Text);
            case EndingKind.Temperature:
                return new StepLimit(StepVariable.Temperature, ending.Amount.Quantity.Si, ending.Side ?? LimitSide.Above, ending.Amount.Text);
            case EndingKind.CathodeContent:
                return new StepLimit(StepVariable.CathodeContent, ending.Amount.Quantity.Si, ending.Side ?? falling, ending.Amount.Text);
            case EndingKind.AnodeContent:
                return new StepLimit(StepVariable.AnodeContent, ending.Amount.Quantity.Si, ending.Side ?? rising, ending.Amount.Text);
            default:
                return new StepLimit(StepVariable.StepTime, Bounded(ending.Amount, ending.Amount.Quantity.Si), LimitSide.Above, ending.Amount.Text);
        }
    }

    private Level? LevelBefore(ScriptHold hold, ScriptItem? last)
    {
        Level[] levels = last switch
        {
            ScriptHold { Level: { } held } => [held],
            ScriptSweep sweep => [sweep.Target],
            ScriptDrive drive => Ends(drive.Endings),
            ScriptLoad load => Ends(load.Endings),
            _ => [],
        };
        if (levels.Length == 1) return levels[0];
        string found = levels.Length > 1 ? $"{Quoted.Of(hold.Text)} after a step that ends on {levels.Length} voltages" : $"{Quoted.Of(hold.Text)} after no step that ends on a voltage";
        Refuse(hold.Place, found, "the voltage to hold", "write it as `hold 4.3 V until C/20`");
        return null;

        static Level[] Ends(ImmutableArray<Ending> endings) => [.. endings.Select(ending => ending.Level).OfType<Level>()];
    }

    private bool Ascending(ScriptItem item, Level lower, Level upper)
    {
        int before = problems.Count + problems.Unlisted;
        (double least, StepVariable one) = Voltage(lower);
        (double most, StepVariable other) = Voltage(upper);
        if (problems.Count + problems.Unlisted > before) return false;
        if (one == other && least < most) return true;
        Refuse(item.Place, $"{Quoted.Of(Told(lower))} and {Quoted.Of(Told(upper))}", one == other ? "the lower voltage first" : "two voltages of one kind", "");
        return false;
    }

    private (double Value, StepVariable Variable) Voltage(Level level)
    {
        if (level.Cutoff is { } name)
        {
            if (design.Cutoffs.FirstOrDefault(cutoff => cutoff.Name == name) is not { } cutoff)
            {
                Refuse(level.Place, $"`{name} cut-off` of a cell without one", "a voltage, or the cell's `cutoffs`", $"write `cutoffs: {{ lower: 2.5 V, upper: 4.3 V }}` in the cell file");
                return (0, StepVariable.Voltage);
            }
            return cutoff.IsCathode ? (cutoff.Written.Voltage.Si, StepVariable.CathodePotential) : (cutoff.Terminal, StepVariable.Voltage);
        }
        double voltage = level.Potential.Voltage.Si;
        switch (level.Potential.Reference)
        {
            case PotentialReference.Cathode:
                return (voltage, StepVariable.CathodePotential);
            case PotentialReference.Anode:
                return (voltage, StepVariable.AnodePotential);
            case PotentialReference.Lithium when design.AnodePotential.Exists:
                return (voltage - design.AnodePotential.Value.Value, StepVariable.Voltage);
            case PotentialReference.Lithium:
                Refuse(level.Place, Quoted.Of(level.Text), "a voltage between the terminals", design.AnodePotential.Reason!);
                return (voltage, StepVariable.Voltage);
            default:
                return (voltage, StepVariable.Voltage);
        }
    }

    // A cut-off is told with what it is.
    private string Told(Level level) => level.Cutoff is { } name && design.Cutoffs.FirstOrDefault(cutoff => cutoff.Name == name) is { } cutoff ? $"{cutoff.Written}" : level.Text;

    private double DriveDensity(Amount amount)
    {
        Quantity quantity = amount.Quantity;
        double density = Measures.Rate.Accepts(quantity.Unit) ? quantity.Si * OneC(amount)
            : Measures.Current.Accepts(quantity.Unit) ? quantity.Si / Area(amount, "mA/cm2")
            : ProtocolMeasures.Power.Accepts(quantity.Unit) ? quantity.Si / Area(amount, "mW/cm2")
            : Measures.SpecificCurrent.Accepts(quantity.Unit) || ProtocolMeasures.SpecificPower.Accepts(quantity.Unit) ? quantity.Si * Mass(amount)
            : quantity.Si;
        return Bounded(amount, density);
    }

    private double ChargeDensity(Amount amount) => Bounded(
        amount,
        Measures.Charge.Accepts(amount.Quantity.Unit) ? amount.Quantity.Si / Area(amount, "mAh/cm2")
        : Measures.SpecificCapacity.Accepts(amount.Quantity.Unit) ? amount.Quantity.Si * Mass(amount)
        : amount.Quantity.Si);

    // NaN below stands for what was told already.
    private double Bounded(Amount amount, double si)
    {
        if (!double.IsNaN(si) && si is not (>= LeastDensity and <= MostDensity))
            Refuse(amount.Place, $"{Quoted.Of(amount.Text)}, which is {Quantity.Significant(si, 3)} in SI", "a value that a cell can meet", "check the unit and the power of ten");
        return si;
    }

    private double OneC(Amount amount)
    {
        if (design.OneC.Exists) return design.OneC.Value.Value;
        Refuse(amount.Place, $"{Quoted.Of(amount.Text)}, a multiple of 1C, which is unknown: {design.OneC.Reason}", "a current such as `1 mA/cm2`, or `oneC` in the cell file", "write `oneC: 200 mA/g` there");
        return double.NaN;
    }

    private double Area(Amount amount, string perArea)
    {
        if (design.IsAreaGiven) return design.Area;
        Refuse(amount.Place, $"{Quoted.Of(amount.Text)} of a cell without an area", $"a value per area, in {perArea}, or the cell's `area` or `diameter`", "write `diameter: 10 mm` in the cell file");
        return double.NaN;
    }

    private double Mass(Amount amount)
    {
        if (Loading is { Exists: true, Value: > 0 and double loading }) return loading;
        Refuse(amount.Place, $"{Quoted.Of(amount.Text)}, per gram of a mass that is unknown: {Loading.Reason ?? "the cathode has no active material"}", "a value per area", "");
        return double.NaN;
    }

    private void Refuse(Place place, string found, string expected, string suggestion) => problems.Add(place, subject, found, expected, suggestion);
}
