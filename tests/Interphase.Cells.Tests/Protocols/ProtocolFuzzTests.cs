using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>Sentences spoilt in every way: they end in a protocol of finite numbers with certain ends, or in problems on one line each, and never in an exception.</summary>
public sealed class ProtocolFuzzTests
{
    private static readonly string[] Good =
    [
        "charge at C/10 until 4.3 V", "discharge at 1 mA/cm2 until 2.5 V vs Li", "discharge at 1C for 30 min or until 2.8 V", "hold cathode 4.3 V vs Li until C/50",
        "charge at C/3 until 4.25 V, hold until C/20", "rest 2 h or until below 30 °C", "discharge at 2 mW until lower cut-off", "discharge over 100 ohm cm2 until 0.1 mA",
        "pulse 0.1 mA/cm2 for 1 h, rest 2 h, until 2.5 V", "charge pulse C/20 for 15 min, rest 1 h, 10 times", "sweep 0.1 mV/s between 2.5 and 4.4 V, 3 cycles",
        "sweep 0.1 mV/s to 4.4 V then hold for 1 h", "drive cycle 'profile.csv' until above 4 V", "impedance 1 MHz to 0.1 Hz, 10 mV, 10 per decade",
        "rate test C/10, C/5, 2C between the cut-offs, 3 cycles, charge at C/10", "temperature 60 °C; pressure 5 MPa", "charge at 100 mA/g until 150 mAh/g or cathode y = 0.5",
    ];

    private static readonly string[] Pieces = [.. Good.SelectMany(sentence => sentence.Split(' ')).Distinct(), ",", ";", "or", "and", "then", "'", "\"", "\0", "\u202e", "\ud800", "1e999", "-1", "0", "C/0", "NaN", "٣", "99999999999999999999", "/", "=", "cathode", "anode", "y", "vs", "\t", "\n"];

    [Fact]
    public void Ten_thousand_spoilt_sentences_end_in_protocols_or_problems()
    {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) Hold(Spoilt(random), i % 2 == 0 ? Protocols.Cell : Protocols.Bare);
    }

    [Fact]
    public void Every_beginning_of_a_sentence_ends_in_a_protocol_or_problems()
    {
        foreach (string sentence in Good)
            for (int length = 0; length <= sentence.Length; length++) Hold(sentence[..length], Protocols.Cell);
    }

    private static string Spoilt(Random random)
    {
        string text = Good[random.Next(Good.Length)];
        for (int times = 1 + random.Next(4); times > 0; times--)
        {
            List<string> words = [.. text.Split(' ')];
            int at = random.Next(words.Count);
            string piece = Pieces[random.Next(Pieces.Length)];
            switch (random.Next(7))
            {
                case 0:
                    words.RemoveAt(at);
                    break;
                case 1:
                    words.Insert(at, piece);
                    break;
                case 2:
                    words[at] = piece;
                    break;
                case 3:
                    (words[at], words[^1]) = (words[^1], words[at]);
                    break;
                case 4:
                    words[at] = words[at].Insert(random.Next(words[at].Length + 1), piece);
                    break;
                case 5 when words[at].Length > 0:
                    words[at] = words[at].Remove(random.Next(words[at].Length), 1);
                    break;
                default:
                    words.AddRange(Good[random.Next(Good.Length)].Split(' '));
                    break;
            }
            text = string.Join(' ', words);
        }
        return text;
    }

    private static void Hold(string sentence, CellDesign cell)
    {
        Problems problems = [];
        Protocol? protocol = ProtocolReader.FromSentences([sentence], cell, problems);
        (protocol is null).ShouldBe(problems.Count > 0, sentence);
        foreach (Problem problem in problems)
        {
            string told = problem.ToString();
            told.Length.ShouldBeLessThan(1_000, sentence);
            told.Any(char.IsControl).ShouldBeFalse(sentence);
            problem.Place.Line.ShouldBe(1, sentence);
        }
        if (protocol is not null) foreach (ProtocolItem item in protocol.Items) Hold(item, sentence);
    }

    private static void Hold(ProtocolItem item, string sentence)
    {
        if (item is ProtocolRepeat repeat)
        {
            repeat.Count.ShouldBeGreaterThan(0, sentence);
            if (repeat.Count == int.MaxValue) repeat.Items.OfType<ProtocolStep>().Any(step => step.Limits.Any(limit => limit.EndsRepeat)).ShouldBeTrue(sentence);
            foreach (ProtocolItem inner in repeat.Items) Hold(inner, sentence);
            return;
        }
        var step = (ProtocolStep)item;
        foreach (StepLimit limit in step.Limits) double.IsFinite(limit.Threshold).ShouldBeTrue(sentence);
        double[] numbers = step.Control switch
        {
            CurrentControl current => [current.Density],
            PowerControl power => [power.Density],
            ResistanceControl load => [load.Resistance],
            VoltageControl voltage => [voltage.Value],
            SweepControl sweep => [sweep.Rate, sweep.Target],
            PulseControl pulse => [pulse.Magnitude, pulse.Target],
            ImpedanceControl impedance => [impedance.HighestFrequency, impedance.LowestFrequency, impedance.Amplitude],
            TemperatureControl temperature => [temperature.Temperature],
            PressureControl pressure => [pressure.Pressure],
            _ => [],
        };
        numbers.ShouldAllBe(number => double.IsFinite(number), sentence);
        if (step.Control is CurrentControl or PowerControl or ResistanceControl or VoltageControl or PulseControl) step.Limits.ShouldNotBeEmpty(sentence);
    }
}
