using System.Collections.Immutable;
using System.Globalization;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>Reads one line of a protocol: a sentence, or several joined by commas or <c>then</c>.</summary>
internal sealed class SentenceParser
{
    private const int LongestText = 1_000;
    private const int MostTimes = 1_000_000;
    private const int MostPerDecade = 1_000;
    private const double DefaultAmplitude = 0.01;
    private const int DefaultPerDecade = 10;
    private const double DefaultHighest = 1e6, DefaultLowest = 1e-2;
    private const string SeriesForm = "write it as `charge at C/10 until 4.3 V, impedance 1 MHz to 0.1 Hz every 10 % state of charge`";
    private const string AnEnding = "an ending such as `until 4.3 V`, `until C/20`, `for 30 min` or `until 1 mAh/cm2`";

    private static readonly string[] Verbs = ["charge", "discharge", "hold", "rest", "pulse", "sweep", "drive cycle", "impedance", "rate test", "temperature", "pressure"];

    // What people write elsewhere, and the verb that is meant.
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["wait"] = "rest",
        ["pause"] = "rest",
        ["relax"] = "rest",
        ["ocv"] = "rest",
        ["gitt"] = "pulse",
        ["cv"] = "sweep",
        ["lsv"] = "sweep",
        ["scan"] = "sweep",
        ["ramp"] = "sweep",
        ["eis"] = "impedance",
        ["peis"] = "impedance",
        ["drive"] = "drive cycle",
        ["rate"] = "rate test",
        ["heat"] = "temperature",
        ["cool"] = "temperature",
        ["press"] = "pressure",
    };

    private readonly string text;
    private readonly Func<int, Place> placeAt;
    private readonly string subject;
    private readonly Problems problems;
    private readonly List<SentenceWord> words;
    private int at;
    private bool failed;

    private SentenceParser(string text, Func<int, Place> placeAt, string subject, Problems problems) =>
        (this.text, this.placeAt, this.subject, this.problems, words) = (text, placeAt, subject, problems, SentenceWord.Split(text));

    /// <summary>The pieces of a script that a text makes; null after a problem.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="placeAt">Where a character of it stands.</param>
    /// <param name="subject">What messages call it.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static ImmutableArray<ScriptItem>? Parse(string text, Func<int, Place> placeAt, string subject, Problems problems)
    {
        if (text.Length > LongestText)
        {
            problems.Add(placeAt(0), subject, $"a sentence of {text.Length} characters", $"at most {LongestText}", "write one sentence a line");
            return null;
        }
        var parser = new SentenceParser(text, placeAt, subject, problems);
        var items = ImmutableArray.CreateBuilder<ScriptItem>();
        do
        {
            if (parser.Sentence() is not { } item || parser.failed) return null;
            items.Add(item);
        }
        while (parser.AcceptsLink());
        return parser.failed || !parser.IsAtEnd ? null : items.ToImmutable();
    }

    private bool IsAtEnd => at >= words.Count;

    private int Position => IsAtEnd ? text.Length : words[at].Start;

    // A comma, `then`, or both; behind the last sentence, neither.
    private bool AcceptsLink()
    {
        if (IsAtEnd) return false;
        bool comma = AcceptComma();
        if (comma) Accept("and");
        if (Accept("then") || comma) return true;
        Fail(Position, $"{Rest()} after a sentence that is complete", "a comma, `then` or the end of the line",
            Is("until") || Is("for") ? $"several endings are joined with `or {words[at].Text}`" : "");
        return false;
    }

    private ScriptItem? Sentence()
    {
        int start = at;
        if (IsAtEnd) return Fail<ScriptItem>(text.Length, text.Trim().Length == 0 ? "an empty sentence" : "nothing after the last comma", "a sentence such as `charge at C/10 until 4.3 V`", "");
        string verb = words[at].IsQuoted ? "" : words[at].Text.ToLowerInvariant();
        switch (verb)
        {
            case "charge" or "discharge":
                at++;
                return Is("pulse") ? Pulse(start, verb == "charge" ? 1 : -1) : Drive(start, verb);
            case "pulse":
                return Pulse(start, 0);
            case "hold":
                at++;
                return Hold(start);
            case "rest":
                at++;
                return RestFor(start);
            case "sweep":
                at++;
                return Sweep(start);
            case "impedance":
                at++;
                return Impedance(start);
            case "temperature":
                return Ambient(start, CellFields.Temperature, si => new TemperatureControl(si));
            case "pressure":
                return Ambient(start, CellFields.StackPressure, si => new PressureControl(si));
            case "drive" when IsNext("cycle"):
                at += 2;
                return Profile(start);
            case "rate" when IsNext("test"):
                at += 2;
                return RateTest(start);
        }
        string? near = Synonyms.GetValueOrDefault(verb) ?? Names.Nearest(verb, Verbs);
        return Fail<ScriptItem>(Position, Quoted.Of(words[at].Text), $"a sentence that begins with one of {string.Join(", ", Verbs)}", near is null ? "" : $"did you mean `{near}`?");
    }

    private ScriptItem? Drive(int start, string verb)
    {
        if (Accept("over"))
        {
            if (verb == "charge") return Fail<ScriptItem>(words[at - 1].Start, "`charge over`", "`discharge over`", "a resistance only discharges");
            if (Positive(ProtocolMeasures.Resistances, "a resistance such as `100 ohm` or `100 ohm cm2`") is not { } load || Endings(Direction.Discharge) is not { } ends) return null;
            return Certain(new ScriptLoad(PlaceOf(start), TextFrom(start), load, ends), ends, EndingKind.Time, EndingKind.Charge, EndingKind.Level, EndingKind.Current);
        }
        const string expected = "a current such as `C/10` or `1 mA/cm2`, or a power";
        if (!Accept("at"))
        {
            int before = at;
            string after = Take();
            at = before;
            return Fail<ScriptItem>(Position, Rest(), $"`at` and {expected}", after.Length > 0 && Quantity.TryParse(after, ProtocolMeasures.Drives.AsSpan(), out _, out _) ? $"did you mean `{verb} at {Quoted.Cut(after, 30)}`?" : $"write it as `{verb} at C/10 until ...`");
        }
        if (Positive(ProtocolMeasures.Drives, expected, verb == "charge" ? "discharge" : "charge") is not { } amount) return null;
        bool isPower = amount.Quantity.IsOne(ProtocolMeasures.Powers);
        if (Endings(verb == "charge" ? Direction.Charge : Direction.Discharge) is not { } endings) return null;
        if (!isPower && endings.FirstOrDefault(ending => ending.Kind == EndingKind.Current) is { } current)
            return Fail<ScriptItem>(current, $"`{current.Amount.Text}` as the end of a constant current", "a voltage, a time or a capacity", $"a current ends a hold: `hold until {current.Amount.Text}`");
        return Certain(
            new ScriptDrive(PlaceOf(start), TextFrom(start), verb == "charge" ? 1 : -1, amount, endings), endings, EndingKind.Time, EndingKind.Charge, EndingKind.Level, EndingKind.CathodeContent, EndingKind.AnodeContent);
    }

    private ScriptItem? Hold(int start)
    {
        Accept("at");
        Level? level = null;
        if (!IsAtEnd && !Is("until") && !Is("for") && (level = Voltage()) is null) return null;
        if (Endings(Direction.None) is not { } endings) return null;
        return Certain(new ScriptHold(PlaceOf(start), TextFrom(start), level, endings), endings, EndingKind.Time, EndingKind.Current);
    }

    private ScriptItem? RestFor(int start)
    {
        ImmutableArray<Ending> endings;
        if (IsAtEnd || Is("until") || Is("for"))
        {
            if (Endings(Direction.Rest) is not { } several) return null;
            endings = several;
        }
        else
        {
            if (Positive([Measures.Time], "a time such as `2 h`") is not { } time) return null;
            endings = [new Ending(EndingKind.Time, time, null, null)];
            if (Is("or"))
            {
                at++;
                if (Endings(Direction.Rest) is not { } further) return null;
                endings = endings.AddRange(further);
            }
        }
        return Certain(new ScriptRest(PlaceOf(start), TextFrom(start), endings), endings, EndingKind.Time);
    }

    private ScriptItem? Pulse(int start, int sign)
    {
        const string form = "write it as `pulse 0.1 mA/cm2 for 1 h, rest 2 h, until 2.5 V`";
        at++;
        Accept("at");
        if (Positive(ProtocolMeasures.Currents, "a current such as `0.1 mA/cm2` or `C/20`") is not { } current) return null;
        if (!Accept("for")) return Fail<ScriptItem>(Position, Rest(), "`for` and the time of one pulse", form);
        if (Positive([Measures.Time], "a time such as `1 h`") is not { } time) return null;
        var pulse = new ScriptPart(PlaceOf(start), TextFrom(start), new Ending(EndingKind.Time, time, null, null));
        if (!(AcceptComma() | Accept("then")) || !Is("rest")) return Fail<ScriptItem>(Position, Rest(), "`, rest` and a time", form);
        int restStart = at++;
        Accept("for");
        if (Positive([Measures.Time], "a time such as `2 h`") is not { } pause) return null;
        var rest = new ScriptRest(PlaceOf(restStart), TextFrom(restStart), [new Ending(EndingKind.Time, pause, null, null)]);
        int? times = null;
        ImmutableArray<Ending>? endings = null;
        for (int part = 0; part < 2; part++)
        {
            int before = at;
            _ = AcceptComma() | Accept("or");
            if (times is null && Count("times", "time") is { } count) times = count;
            else if (endings is null && Is("until") && (endings = Endings(sign == 0 ? Direction.Unsaid : sign > 0 ? Direction.Charge : Direction.Discharge)) is not null) continue;
            else at = before;
            if (failed) return null;
        }
        endings ??= [];
        if (endings.Value.Length == 0 && times is null) return Fail<ScriptItem>(Position, $"{Rest()} where the pulses must end", "`, until` and a voltage, or a number of `times`", form);
        foreach (Ending ending in endings)
        {
            if (ending.Kind is EndingKind.Level or EndingKind.CathodeContent or EndingKind.AnodeContent) continue;
            return Fail<ScriptItem>(ending, $"`{ending.Amount.Text}` as the end of a titration", "a voltage or a lithium content", "a number of pulses is written as `10 times`");
        }
        if (sign == 0 && (endings.Value.Length != 1 || endings.Value[0].Kind != EndingKind.Level || endings.Value[0].Level!.Potential.Reference == PotentialReference.Anode))
            return Fail<ScriptItem>(words[start].Start, "pulses of unknown direction", "one voltage of the terminals or the cathode at which they end, or a direction", "write `charge pulse` or `discharge pulse`");
        return new ScriptPulse(PlaceOf(start), TextFrom(start), sign, current, pulse, rest, times, endings.Value);
    }

    private ScriptItem? Sweep(int start)
    {
        Accept("at");
        if (Positive([ProtocolMeasures.SweepRate], "a voltage per time such as `0.1 mV/s`") is not { } rate) return null;
        if (Accept("to"))
        {
            if (Voltage() is not { } target) return null;
            return new ScriptSweep(PlaceOf(start), TextFrom(start), rate, target);
        }
        if (!Accept("between")) return Fail<ScriptItem>(Position, Rest(), "`between` two voltages, or `to` one", "write it as `sweep 0.1 mV/s between 2.5 and 4.4 V, 3 cycles`");
        if (Between() is not var (lower, upper)) return null;
        int cycles = OptionalCount() ?? 1;
        return failed ? null : new ScriptCycledSweep(PlaceOf(start), TextFrom(start), rate, lower, upper, cycles);
    }

    private ScriptItem? Impedance(int start)
    {
        (double highest, double lowest) = (DefaultHighest, DefaultLowest);
        if (!IsAtEnd && !IsComma() && !Is("every") && !Is("then"))
        {
            if (Frequencies() is not { } given) return null;
            (highest, lowest) = given;
        }
        double? amplitude = null;
        int? points = null, cycles = null;
        Amount? interval = null;
        bool isOfCharge = false, everyPulse = false;
        while (!failed && (IsComma() || Is("every") || Is("and")))
        {
            int before = at;
            if (!Is("every")) at++;
            Accept("and");
            if (Accept("every"))
            {
                if (cycles is null && Count("cycles", "cycle") is { } many) cycles = many;
                else if (failed || interval is not null || everyPulse) return failed ? null : Fail<ScriptItem>(Position, Rest(), "one interval, and beside it a number of cycles", SeriesForm);
                else if (Accept("pulse")) everyPulse = true;
                else if (Interval(out isOfCharge) is { } each) interval = each;
                else return null;
            }
            else if (points is null && PerDecade() is { } many) points = many;
            else if (failed) return null;
            else if (amplitude is null && StartsNumber())
            {
                if (Positive([Measures.Voltage], "an amplitude such as `10 mV`") is not { } volts) return null;
                amplitude = volts.Quantity.Si;
            }
            else
            {
                at = before;
                break;
            }
        }
        if (failed) return null;
        var control = new ImpedanceControl(highest, lowest, points ?? DefaultPerDecade, amplitude ?? DefaultAmplitude) { Cycles = cycles ?? 1 };
        return interval is null && !everyPulse ? new ScriptControl(PlaceOf(start), TextFrom(start), control) : new ScriptSeries(PlaceOf(start), TextFrom(start), control, interval, isOfCharge);
    }

    private (double Highest, double Lowest)? Frequencies()
    {
        const string form = "write it as `impedance 1 MHz to 0.1 Hz, 10 mV`";
        Accept("from");
        if (Positive([ProtocolMeasures.Frequency], "a frequency such as `1 MHz`") is not { } first) return null;
        if (!Accept("to")) return Fail<(double, double)?>(Position, Rest(), "`to` and the other end of the frequencies", form);
        if (Positive([ProtocolMeasures.Frequency], "a frequency such as `0.1 Hz`") is not { } second) return null;
        double highest = Math.Max(first.Quantity.Si, second.Quantity.Si), lowest = Math.Min(first.Quantity.Si, second.Quantity.Si);
        if (highest > 1e12 || lowest < 1e-12) return Fail<(double, double)?>(first, $"frequencies from {Quoted.Of(first.Text)} to {Quoted.Of(second.Text)}", "frequencies from 1e-12 Hz to 1e12 Hz", "check the prefix: mHz or MHz");
        return (highest, lowest);
    }

    // 10 % state of charge, 30 min, 0.5 mAh/cm2, 50 mV
    private Amount? Interval(out bool isOfCharge)
    {
        const string expected = "an interval such as `10 % state of charge`, `30 min`, `0.5 mAh/cm2`, `50 mV`, `pulse` or `50 cycles`";
        int position = Position;
        string written = Take(), share = written;
        isOfCharge = false;
        foreach (string name in (ReadOnlySpan<string>)["state of charge", "SOC", "of charge"])
        {
            if (!share.EndsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            (share, isOfCharge) = (share[..^name.Length].TrimEnd(), true);
            break;
        }
        if (written.Length == 0) return Fail<Amount?>(position, Rest(), expected, SeriesForm);
        QuantityFault? fault;
        if (isOfCharge)
        {
            if (!Quantity.TryParse(share, [Measures.Share], out Quantity part, out fault)) return Fail<Amount?>(position, fault!.Found, expected, "write `every 10 % state of charge`");
            return part.Si is > 0 and <= 1 ? new Amount(part, placeAt(position), written) : Fail<Amount?>(position, Quoted.Of(written), "a share of the state of charge above 0 and up to 100 %", "write `every 10 % state of charge`");
        }
        if (!Quantity.TryParse(share, ProtocolMeasures.Intervals.AsSpan(), out Quantity quantity, out fault))
            return Fail<Amount?>(position, fault!.Found, expected, Quantity.TryParse(share, [Measures.Share], out _, out _) ? $"write `every {Quoted.Cut(share, 20)} state of charge`" : "");
        return quantity.Si > 0 ? new Amount(quantity, placeAt(position), written) : Fail<Amount?>(position, Quoted.Of(written), "an interval above 0", "");
    }

    private ScriptItem? Ambient(int start, QuantityField field, Func<double, Control> control)
    {
        at++;
        Accept("to");
        QuantityRange range = field.Ranges[0];
        string expected = $"{field.Measures[0].Name} between {range.Lowest} and {range.Highest}";
        if (AmountOf(field.Measures, expected) is not { } amount) return null;
        if (!range.Contains(amount.Quantity.Si)) return Fail<ScriptItem>(amount, Quoted.Of(amount.Text), expected, "check the unit and the power of ten");
        return new ScriptControl(PlaceOf(start), TextFrom(start), control(amount.Quantity.Si));
    }

    private ScriptItem? Profile(int start)
    {
        int position = Position, first = at;
        while (!IsAtEnd && !IsComma() && !Is("until") && !Is("for") && !Is("then")) at++;
        string file = first == at ? "" : at - first == 1 ? words[first].Text : text[words[first].Start..words[at - 1].End];
        if (file.Length == 0) return Fail<ScriptItem>(position, Rest(), "the name of a table of time and current or power", "write it as `drive cycle profile.csv`");
        if (Endings(Direction.None) is not { } endings) return null;
        return new ScriptProfile(PlaceOf(start), TextFrom(start), file, placeAt(position), endings);
    }

    private ScriptRateTest? RateTest(int start)
    {
        const string expected = "a current such as `C/10` or `1 mA/cm2`";
        var rates = ImmutableArray.CreateBuilder<Amount>();
        do
        {
            if (Positive(ProtocolMeasures.Currents, expected) is not { } rate) return null;
            rates.Add(rate);
        }
        while (IsComma() && StartsNumber(1) && !IsCount(1) && ++at > 0);
        (Level Lower, Level Upper) between = (CutoffLevel("lower", start), CutoffLevel("upper", start));
        if (Accept("between"))
        {
            if (Between() is not { } given) return null;
            between = given;
        }
        int? cycles = OptionalCount();
        Amount? charge = null;
        if (!failed && IsComma() && IsNext("charge") && !EndsOf(at + 1))
        {
            at += 2;
            if (!Accept("at")) return Fail<ScriptRateTest>(Position, Rest(), "`at` and the current of the charges", "write it as `charge at C/10`");
            if ((charge = Positive(ProtocolMeasures.Currents, expected)) is null) return null;
        }
        cycles ??= OptionalCount();
        return failed ? null : new ScriptRateTest(PlaceOf(start), TextFrom(start), rates.ToImmutable(), between.Lower, between.Upper, cycles ?? 1, charge ?? rates[0]);
    }

    // Whether the sentence that begins with a word has an ending of its own and is therefore no part of another.
    private bool EndsOf(int word)
    {
        for (; word < words.Count && !words[word].IsComma; word++)
            if (words[word].Is("until") || words[word].Is("for")) return true;
        return false;
    }

    // Endings joined by `or`; none is none, and whether a step needs one is its own question.
    private ImmutableArray<Ending>? Endings(Direction direction)
    {
        var endings = ImmutableArray.CreateBuilder<Ending>();
        string word = "";
        while (true)
        {
            if (Accept("until")) word = "until";
            else if (Accept("for")) word = "for";
            else if (word.Length == 0) return failed ? null : [];
            if (EndingAfter(word, direction) is not { } ending) return null;
            endings.Add(ending);
            if (!Accept("or")) return endings.ToImmutable();
        }
    }

    private Ending? EndingAfter(string word, Direction direction)
    {
        LimitSide? side = Accept("above") ? LimitSide.Above : Accept("below") ? LimitSide.Below : null;
        int position = Position;
        string written = Take();
        if (written.Length == 0) return Fail<Ending>(position, Rest(), word == "for" ? "a time such as `30 min`" : AnEnding["an ending such as ".Length..], "");
        if (word == "for")
        {
            if (Quantity.TryParse(written, [Measures.Time], out Quantity duration, out QuantityFault? fault) && duration.Si > 0 && side is null)
                return new Ending(EndingKind.Time, new Amount(duration, placeAt(position), written), null, null);
            bool other = Quantity.TryParse(written, ProtocolMeasures.Endings.AsSpan(), out Quantity meant, out _) && meant.Dimension != Measures.Time.Dimension;
            return Fail<Ending>(position, fault?.Found ?? Quoted.Of(written), "a time such as `30 min` after `for`", other ? $"did you mean `until {Quoted.Cut(written, 40)}`?" : fault?.Suggestion ?? "a time is longer than 0");
        }
        if (ContentOf(written) is var (kind, content))
        {
            if (!Quantity.TryParse(content, [Measures.Number], out Quantity share, out _) || share.Si is < 0 or > 1)
                return Fail<Ending>(position, Quoted.Of(written), "a lithium content from 0 to 1, such as `cathode y = 0.5`", "");
            return Sided(new Ending(kind, new Amount(share, placeAt(position), written), null, side), direction);
        }
        if (IsLevel(written))
            return LevelOf(written, position) is { } level ? Sided(new Ending(EndingKind.Level, new Amount(default, placeAt(position), written), level, side), direction) : null;
        if (!Quantity.TryParse(written, ProtocolMeasures.Endings.AsSpan(), out Quantity quantity, out QuantityFault? wrong))
            return Fail<Ending>(position, wrong!.Found, AnEnding, wrong.Found.Contains("no unit", StringComparison.Ordinal) ? "write its unit" : Useful(wrong));
        var amount = new Amount(quantity, placeAt(position), written);
        if (Measures.Temperature.Accepts(quantity.Unit)) return Sided(new Ending(EndingKind.Temperature, amount, null, side), direction);
        if (quantity.Si <= 0) return Fail<Ending>(position, Quoted.Of(written), "an ending above 0", "magnitudes are positive whether the cell is charged or discharged");
        EndingKind read = quantity.IsOne(ProtocolMeasures.Currents) ? EndingKind.Current : quantity.IsOne(ProtocolMeasures.Capacities) ? EndingKind.Charge : EndingKind.Time;
        return Sided(new Ending(read, amount, null, side), direction);
    }

    // Where nothing says from which side a threshold will be met, the sentence must.
    private Ending? Sided(Ending ending, Direction direction)
    {
        if (ending.Kind is EndingKind.Time or EndingKind.Charge)
        {
            if (direction == Direction.Rest && ending.Kind == EndingKind.Charge) return Fail<Ending>(ending, $"`{ending.Amount.Text}` as the end of a rest", "a time", "no charge passes at rest");
            return ending.Side is null or LimitSide.Above ? ending with { Side = null } : Fail<Ending>(ending, $"`below {ending.Amount.Text}`", "a time or a capacity without `below`", "both grow from 0");
        }
        if (direction == Direction.Rest && ending.Kind == EndingKind.Current) return Fail<Ending>(ending, $"`{ending.Amount.Text}` as the end of a rest", "a time", "no current flows at rest");
        if (direction is Direction.Charge or Direction.Discharge)
        {
            bool up = direction == Direction.Charge;
            if (ending.Side is null && ending.Level?.Cutoff is { } cutoff && cutoff == "upper" != up)
                return Fail<Ending>(ending, $"`until {ending.Amount.Text}` of a {(up ? "charge" : "discharge")}", $"the {(up ? "upper" : "lower")} cut-off", $"write `until {(up ? "upper" : "lower")} cut-off`");
            // Said, though the direction says it too.
            bool falls = ending.Kind == EndingKind.CathodeContent || (ending.Kind == EndingKind.Level && ending.Level!.Potential.Reference == PotentialReference.Anode);
            LimitSide natural = up != falls ? LimitSide.Above : LimitSide.Below;
            if (ending.Side == natural && ending.Kind is EndingKind.Level or EndingKind.CathodeContent or EndingKind.AnodeContent) return ending with { Side = null };
        }
        bool known = ending.Side is not null || direction is Direction.Charge or Direction.Discharge or Direction.Unsaid || ending.Level?.Cutoff is not null
            || ending.Kind == EndingKind.Current || (ending.Kind == EndingKind.Temperature && direction == Direction.None);
        return known ? ending : Fail<Ending>(ending, $"`until {ending.Amount.Text}`, which may be met from either side", "`until above` or `until below`", $"write `until below {ending.Amount.Text}` if it falls");
    }

    private ScriptItem? Certain(ScriptItem item, ImmutableArray<Ending> endings, params ReadOnlySpan<EndingKind> certain)
    {
        if (failed) return null;
        foreach (Ending ending in endings)
            if (certain.Contains(ending.Kind) && ending.Side is null) return item;
        string suggestion = item switch
        {
            ScriptRest => "write `rest 2 h`",
            ScriptHold => "add `until C/20` or `for 1 h`",
            ScriptDrive { Sign: > 0 } => "add `until 4.3 V`, `until upper cut-off` or `for 1 h`",
            _ => "add `until 2.5 V`, `until lower cut-off` or `for 1 h`",
        };
        problems.Add(item.Place, subject, endings.Length == 0 ? $"{Quoted.Of(item.Text)} without an end" : $"{Quoted.Of(item.Text)}, whose end may never come", "an ending that is certain", endings.Length == 0 ? suggestion : suggestion.Replace("add `", "add `or ", StringComparison.Ordinal));
        failed = true;
        return null;
    }

    private (Level Lower, Level Upper)? Between()
    {
        int position = Position, start = at;
        string first = Take();
        if (first.Replace("the ", "", StringComparison.OrdinalIgnoreCase) is var plain && (IsCutoff(plain, "cut-offs") || IsCutoff(plain, "cutoffs"))) return (CutoffLevel("lower", start), CutoffLevel("upper", start));
        if (!Accept("and")) return Fail<(Level, Level)?>(Position, Rest(), "`and` and the upper voltage", "write it as `between 2.5 and 4.3 V`");
        int secondPosition = Position;
        string second = Take();
        if (first.Equals("lower", StringComparison.OrdinalIgnoreCase) && CutoffOf(second) == "upper") return (CutoffLevel("lower", start), CutoffLevel("upper", start));
        foreach (string electrode in (ReadOnlySpan<string>)["cathode ", "anode "])
            if (first.StartsWith(electrode, StringComparison.Ordinal) && !second.StartsWith(electrode, StringComparison.Ordinal)) second = electrode + second;
        if (LevelOf(second, secondPosition) is not { } upper) return null;
        Level? lower;
        string bare = upper.Cutoff is null && first.IndexOf(' ', StringComparison.Ordinal) is > 0 and int space && char.IsLetter(first[0]) && second.StartsWith(first[..space], StringComparison.Ordinal) ? first[(space + 1)..] : first;
        if (upper.Cutoff is null && Quantity.TryParse(bare, [Measures.Number], out Quantity number, out _))
        {
            var potential = new Potential(new Quantity(number.Number, upper.Potential.Voltage.Unit), upper.Potential.Reference);
            lower = Bounded(new Level(potential, null, placeAt(position), $"{potential}"));
        }
        else lower = LevelOf(first, position);
        if (lower is null) return null;
        if (lower.Cutoff is null && upper.Cutoff is null)
        {
            if (lower.Potential.Reference != upper.Potential.Reference) return Fail<(Level, Level)?>(position, $"{Quoted.Of(first)} and {Quoted.Of(second)}", "two voltages of one kind", "write what both are against");
            if (lower.Potential.Voltage.Si >= upper.Potential.Voltage.Si) return Fail<(Level, Level)?>(position, $"{Quoted.Of(first)} and {Quoted.Of(second)}", "the lower voltage first", "swap them");
        }
        return (lower, upper);
    }

    private Level? Voltage()
    {
        int position = Position;
        string written = Take();
        return written.Length == 0 ? Fail<Level>(position, Rest(), "a voltage such as `4.3 V`", "") : LevelOf(written, position);
    }

    private Level? LevelOf(string written, int position)
    {
        if (CutoffOf(written) is { } cutoff) return new Level(default, cutoff, placeAt(position), written);
        if (!Potential.TryParse(written, out Potential potential, out QuantityFault? fault)) return Fail<Level>(position, fault!.Found, fault.Expected, Useful(fault));
        return Bounded(new Level(potential, null, placeAt(position), written));
    }

    private Level? Bounded(Level level) => level.Potential.Voltage.Si is >= ProtocolMeasures.LowestVoltage and <= ProtocolMeasures.HighestVoltage ? level
        : Fail<Level>(level.Place, Quoted.Of(level.Text), $"a voltage between {ProtocolMeasures.LowestVoltage} V and {ProtocolMeasures.HighestVoltage} V", "check the unit and the power of ten");

    private Level CutoffLevel(string name, int start) => new(default, name, PlaceOf(start), $"{name} cut-off");

    private static string? CutoffOf(string written)
    {
        string plain = written.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? written[4..] : written;
        foreach (string name in (ReadOnlySpan<string>)["lower", "upper"])
            if (plain.StartsWith(name, StringComparison.OrdinalIgnoreCase) && plain[name.Length..].TrimStart() is var rest && (IsCutoff(rest, "cut-off") || IsCutoff(rest, "cutoff"))) return name;
        return null;
    }

    private static bool IsCutoff(string written, string word) => written.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsLevel(string written) => CutoffOf(written) is not null || written.StartsWith("cathode", StringComparison.Ordinal) || written.StartsWith("anode", StringComparison.Ordinal)
        || written.Contains(" vs", StringComparison.Ordinal) || Quantity.TryParse(written, [Measures.Voltage], out _, out _);

    // cathode y = 0.5
    private static (EndingKind Kind, string Content)? ContentOf(string written)
    {
        foreach ((string electrode, EndingKind kind) in (ReadOnlySpan<(string, EndingKind)>)[("cathode", EndingKind.CathodeContent), ("anode", EndingKind.AnodeContent)])
        {
            if (!written.StartsWith(electrode + " ", StringComparison.Ordinal) || written[electrode.Length..].TrimStart() is not ['y', .. string rest]) continue;
            if (rest.TrimStart() is ['=', .. string content]) return (kind, content.Trim());
        }
        return null;
    }

    private Amount? Positive(ImmutableArray<Measure> measures, string expected, string? opposite = null)
    {
        if (AmountOf(measures, expected) is not { } amount) return null;
        if (amount.Quantity.Si > 0) return amount;
        string suggestion = opposite is null ? "write it without a sign" : amount.Quantity.Si < 0 ? $"the verb says the direction; write `{opposite} at {Quoted.Cut(amount.Text.TrimStart('-', '−'), 30)}`" : "write `rest` for no current";
        return Fail<Amount?>(amount, Quoted.Of(amount.Text), $"{expected}, above 0", suggestion);
    }

    private Amount? AmountOf(ImmutableArray<Measure> measures, string expected)
    {
        int position = Position;
        string written = Take();
        if (written.Length == 0) return Fail<Amount?>(position, Rest(), expected, "");
        if (Quantity.TryParse(written, measures.AsSpan(), out Quantity quantity, out QuantityFault? fault)) return new Amount(quantity, placeAt(position), written);
        return Fail<Amount?>(position, fault!.Found, expected, Useful(fault));
    }

    // What a quantity's reader offers for want of anything better is told as what was expected already.
    private static string Useful(QuantityFault fault) => fault.Suggestion.StartsWith("for example", StringComparison.Ordinal) ? "" : fault.Suggestion;

    private int? OptionalCount()
    {
        if (!IsComma() || !IsCount(1)) return null;
        at++;
        int? count = Count("cycles", "cycle", "times");
        Accept("each");
        return count;
    }

    // A whole number and one of these words behind it; null when something else stands there.
    private int? Count(params ReadOnlySpan<string> units)
    {
        if (!IsCount(0)) return null;
        foreach (string unit in units)
        {
            if (!words[at + 1].Is(unit)) continue;
            if (!int.TryParse(words[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count is < 1 or > MostTimes)
                return Fail<int?>(Position, Quoted.Of($"{words[at].Text} {unit}"), $"a whole number from 1 to {MostTimes}", "");
            at += 2;
            return count;
        }
        return null;
    }

    private bool IsCount(int ahead) => at + ahead + 1 < words.Count && StartsNumber(ahead)
        && (words[at + ahead + 1].Is("cycles") || words[at + ahead + 1].Is("cycle") || words[at + ahead + 1].Is("times") || words[at + ahead + 1].Is("time"));

    private int? PerDecade()
    {
        if (at + 2 >= words.Count || !words[at + 1].Is("per") || !words[at + 2].Is("decade")) return null;
        if (!int.TryParse(words[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out int points) || points is < 1 or > MostPerDecade)
            return Fail<int?>(Position, Quoted.Of($"{words[at].Text} per decade"), $"a whole number from 1 to {MostPerDecade}", "");
        at += 3;
        return points;
    }

    private bool StartsNumber(int ahead = 0) => at + ahead < words.Count && words[at + ahead] is { IsQuoted: false, Text: [var first, ..] and var word }
        && (char.IsAsciiDigit(first) || first is '+' or '-' or '−' or '.' || word.StartsWith("C/", StringComparison.Ordinal));

    // The words up to one that belongs to the sentence and to no quantity.
    private string Take()
    {
        int first = at;
        while (!IsAtEnd && !IsComma() && !IsConnector()) at++;
        return first == at ? "" : text[words[first].Start..words[at - 1].End];
    }

    private bool IsConnector() => Is("until") || Is("for") || Is("or") || Is("then") || Is("and") || Is("between") || Is("to") || Is("at") || Is("over") || Is("every");

    private bool Is(string keyword) => !IsAtEnd && words[at].Is(keyword);

    private bool IsNext(string keyword) => at + 1 < words.Count && words[at + 1].Is(keyword);

    private bool IsComma() => !IsAtEnd && words[at].IsComma;

    private bool Accept(string keyword)
    {
        if (!Is(keyword)) return false;
        at++;
        return true;
    }

    private bool AcceptComma()
    {
        if (!IsComma()) return false;
        at++;
        return true;
    }

    private string Rest() => IsAtEnd ? "the end of the sentence" : Quoted.Of(text[words[at].Start..]);

    private Place PlaceOf(int word) => placeAt(words[word].Start);

    private string TextFrom(int word) => text[words[word].Start..words[at - 1].End];

    private T? Fail<T>(Ending ending, string found, string expected, string suggestion) => Fail<T>(ending.Amount.Place, found, expected, suggestion);

    private T? Fail<T>(Amount amount, string found, string expected, string suggestion) => Fail<T>(amount.Place, found, expected, suggestion);

    private T? Fail<T>(int position, string found, string expected, string suggestion) => Fail<T>(placeAt(position), found, expected, suggestion);

    private T? Fail<T>(Place place, string found, string expected, string suggestion)
    {
        if (!failed) problems.Add(place, subject, found, expected, suggestion);
        failed = true;
        return default;
    }

    private void Fail(int position, string found, string expected, string suggestion) => Fail<object>(position, found, expected, suggestion);

    private enum Direction
    {
        None,
        Charge,
        Discharge,
        Unsaid,
        Rest,
    }
}
