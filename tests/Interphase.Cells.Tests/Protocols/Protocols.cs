using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>Reads protocols for the tests, held against cells with round numbers: 1 cm2, 10 mg/cm2, 1C = 20 A/m2, Li-In at 0.62 V.</summary>
internal static class Protocols
{
    public static readonly CellDesign Cell = Cells.Design(Cells.Plain.Replace("area: 1 cm2", "area: 2 cm2", StringComparison.Ordinal));

    /// <summary>The same with cut-offs of the cathode, without an area and without a 1C.</summary>
    public static readonly CellDesign Bare = Cells.Design(Cells.Plain
        .Replace("area: 1 cm2\n", "", StringComparison.Ordinal).Replace("oneC: 200 mA/g\n", "", StringComparison.Ordinal)
        .Replace("2.5 V vs Li, upper: 4.3 V vs Li", "cathode 2.5 V vs Li, upper: cathode 4.3 V vs Li", StringComparison.Ordinal));

    public static Protocol Of(params string[] sentences) => Of(Cell, sentences);

    public static Protocol Of(CellDesign cell, params string[] sentences)
    {
        var problems = new Problems();
        Protocol? protocol = ProtocolReader.FromSentences(sentences, cell, problems);
        problems.ShouldBeEmpty();
        return protocol.ShouldNotBeNull();
    }

    public static ProtocolStep Step(string sentence) => Of(sentence).Items.ShouldHaveSingleItem().ShouldBeOfType<ProtocolStep>();

    public static ProtocolStep Step(CellDesign cell, string sentence) => Of(cell, sentence).Items.ShouldHaveSingleItem().ShouldBeOfType<ProtocolStep>();

    public static StepLimit Limit(string sentence) => Step(sentence).Limits.ShouldHaveSingleItem();

    public static ProtocolRepeat Repeat(string sentence) => Of(sentence).Items.ShouldHaveSingleItem().ShouldBeOfType<ProtocolRepeat>();

    public static Problem Problem(string sentence) => Problem(Cell, sentence);

    public static Problem Problem(CellDesign cell, params string[] sentences)
    {
        var problems = new Problems();
        ProtocolReader.FromSentences(sentences, cell, problems).ShouldBeNull();
        return problems.ShouldHaveSingleItem();
    }

    public static Protocol? Text(string yaml, out Problems problems, CellDesign? cell = null)
    {
        using var scratch = new Scratch();
        problems = [];
        return ProtocolReader.FromFile(scratch.Write("protocol.yaml", yaml), cell ?? Cell, problems);
    }

    /// <summary>A protocol on one line per step, indented by repetition: what a test compares.</summary>
    public static string Told(Protocol protocol) => string.Join('\n', protocol.Items.SelectMany(item => Told(item, "")));

    private static IEnumerable<string> Told(ProtocolItem item, string indent)
    {
        if (item is ProtocolStep step) return [$"{indent}{step.Text}"];
        var repeat = (ProtocolRepeat)item;
        return repeat.Items.SelectMany(inner => Told(inner, indent + "  ")).Prepend($"{indent}{repeat.Count} times");
    }
}
