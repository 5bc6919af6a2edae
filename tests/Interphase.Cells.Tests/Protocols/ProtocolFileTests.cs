using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>Protocols in files of their own and in cell files: repetitions, inheritance, overrides, places.</summary>
public class ProtocolFileTests
{
    private const string Nested = """
        - rest 1 h
        - repeat: 2
          steps:
            - repeat: 500
              steps:
                - discharge at 1C until 2.5 V
                - charge at C/3 until 4.3 V, hold until C/20
            - impedance 1 MHz to 0.1 Hz, 10 mV
        - rest 2 h
        """;

    private const string NestedTold = """
        rest 1 h
        2 times
          500 times
            discharge at 1C until 2.5 V
            charge at C/3 until 4.3 V
            hold until C/20
          impedance 1 MHz to 0.1 Hz, 10 mV
        rest 2 h
        """;

    [Fact]
    public void A_file_is_a_list_or_a_map_with_the_list()
    {
        Protocols.Told(Protocols.Text(Nested, out _)!).ShouldBe(NestedTold);
        Protocols.Told(Protocols.Text($"name: ageing\nprotocol:\n{Nested}\n", out _)!).ShouldBe(NestedTold);
    }

    [Fact]
    public void A_cell_file_may_carry_its_protocol()
    {
        CellReading reading = Cells.Read($"{Cells.Plain}\nprotocol:\n{Nested}\n");
        reading.Problems.ShouldBeEmpty();
        Protocols.Told(reading.Protocol!).ShouldBe(NestedTold);
        reading.Protocol!.Items[0].Place.Line.ShouldBe(Cells.Plain.Split('\n').Length + 2);
    }

    [Fact]
    public void A_cell_file_without_a_protocol_has_none() => Cells.Read(Cells.Plain).Protocol.ShouldBeNull();

    [Fact]
    public void A_fault_of_the_protocol_is_a_fault_of_the_cell_file()
    {
        Problem problem = Cells.Problem($"{Cells.Plain}\nprotocol:\n- rest 1 h\n- hold until C/20\n");
        problem.Place.Line.ShouldBe(Cells.Plain.Split('\n').Length + 3);
        Cells.Problem($"{Cells.Plain}\nprotocol:\n- charge at C/10\n").Subject.ShouldBe("protocol");
    }

    [Fact]
    public void A_file_that_extends_another_replaces_its_protocol_whole()
    {
        using var scratch = new Scratch();
        scratch.Write("parent.yaml", $"{Cells.Plain}\nprotocol:\n{Nested}\n");
        Protocols.Told(CellReader.Read(scratch.Write("same.yaml", "extends: parent.yaml\n")).Protocol!).ShouldBe(NestedTold);
        Protocols.Told(CellReader.Read(scratch.Write("other.yaml", "extends: parent.yaml\nprotocol: [rest 1 h, rest 2 h]\n")).Protocol!).ShouldBe("rest 1 h\nrest 2 h");
        CellReader.Read(scratch.Write("none.yaml", "extends: parent.yaml\nprotocol: null\n")).Protocol.ShouldBeNull();
    }

    [Theory]
    [InlineData("protocol=rest 1 h; rest 2 h", "rest 1 h\nrest 2 h")]
    [InlineData("protocol=[rest 1 h, { repeat: 2, steps: rest 2 h }]", "rest 1 h\n2 times\n  rest 2 h")]
    public void A_protocol_may_be_given_beside_the_file(string given, string told) => Protocols.Told(Cells.Read(Cells.Plain, given).Protocol!).ShouldBe(told);

    [Theory]
    [InlineData(Nested)]
    [InlineData("- rest 1 h\n- temperature 60 °C\n- charge at C/10 until cathode y = 0.5, hold 3.9 V for 1 h\n- hold cathode 4 V vs Li for 1 h")]
    [InlineData("- 'charge at C/3 until 4.3 V vs Li+/Li'")]
    public void A_protocol_as_listed_makes_the_same_protocol_again(string text)
    {
        CellReading reading = Cells.Read($"{Cells.Plain}\nprotocol:\n{text}\n");
        ISetting setting = reading.Description!.Get(CellFields.Protocol)!;
        Protocols.Told(Cells.Read(Cells.Plain, $"protocol={setting.Field.Show(setting.Content)}").Protocol!).ShouldBe(Protocols.Told(reading.Protocol!));
    }

    [Fact]
    public void In_JSON_a_protocol_is_a_list_of_sentences_and_repetitions()
    {
        ISetting setting = Cells.Read($"{Cells.Plain}\nprotocol:\n- repeat: 3\n  steps: rest 1 h\n- rest 2 h\n").Description!.Get(CellFields.Protocol)!;
        setting.Field.ToJson(setting.Content)!.ToJsonString().ShouldBe("""[{"repeat":3,"steps":"rest 1 h"},"rest 2 h"]""");
    }

    [Theory]
    [InlineData("repeat: 3\nsteps: [rest 1 h]", "write a dash before `repeat`", 1)]
    [InlineData("- repeat: 3", "`repeat` and `steps`", 1)]
    [InlineData("- repeat: 0\n  steps: [rest 1 h]", "from 1 to 1000000", 1)]
    [InlineData("- repeat: 2.5\n  steps: [rest 1 h]", "from 1 to 1000000", 1)]
    [InlineData("- rest 1 h\n- repeat: 3\n  step: [rest 1 h]", "did you mean `steps`?", 3)]
    [InlineData("- repeat: 3\n  steps: []", "an empty list", 2)]
    [InlineData("- repeat: 3\n  steps:\n  - hold 4 V", "without an end", 3)]
    [InlineData("- charge at C/10: until 4 V", "leave the colon out", 1)]
    [InlineData("- [rest 1 h]", "leave the inner dash out", 1)]
    [InlineData("- ", "found nothing", 1)]
    [InlineData("protcol: [rest 1 h]", "did you mean `protocol`?", 1)]
    [InlineData("[]", "an empty list", 1)]
    public void A_list_that_is_none_is_told_with_its_line(string text, string told, int line)
    {
        Protocols.Text(text, out Problems problems).ShouldBeNull();
        Problem problem = problems.ShouldHaveSingleItem();
        problem.ToString().ShouldContain(told);
        problem.Place.Line.ShouldBe(line);
    }

    [Fact]
    public void Repetitions_nest_deeply_but_not_endlessly()
    {
        static string Deep(int depth) => $"[{string.Concat(Enumerable.Repeat("{ repeat: 2, steps: [", depth))}rest 1 h{string.Concat(Enumerable.Repeat("] }", depth))}]";
        Protocols.Text(Deep(16), out _).ShouldNotBeNull();
        Protocols.Text(Deep(17), out Problems problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain("deeper than 16");
    }

    [Fact]
    public void Repetitions_that_never_end_are_refused()
    {
        Protocols.Text("[{ repeat: 1000000, steps: [{ repeat: 1000000, steps: [rest 1 h] }] }]", out Problems problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Found.ShouldContain("passes");
    }

    [Fact]
    public void What_stands_behind_the_option_is_a_file_or_sentences()
    {
        using var scratch = new Scratch();
        Protocols.Told(ProtocolReader.Read([scratch.Write("p.yaml", Nested)], Protocols.Cell, [])!).ShouldBe(NestedTold);
        Protocols.Told(ProtocolReader.Read(["rest 1 h", "rest 2 h; rest 3 h"], Protocols.Cell, [])!).ShouldBe("rest 1 h\nrest 2 h\nrest 3 h");
        Problems problems = [];
        ProtocolReader.Read([scratch["q.yaml"]], Protocols.Cell, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain("no such file");
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("16", 16)]
    public void A_refinement_is_a_whole_number(string text, int refine) =>
        Cells.Read($"{Cells.Plain}\nnumerics: {{ refine: {text} }}\n").Description!.Within(CellSections.Numerics)!.Get(CellFields.Refine)!.Value.ShouldBe(refine);

    [Theory]
    [InlineData("1.5")]
    [InlineData("0")]
    [InlineData("17")]
    [InlineData("fine")]
    public void Another_refinement_is_refused(string text) => Cells.Problem($"{Cells.Plain}\nnumerics: {{ refine: {text} }}\n").Expected.ShouldBe("a whole number from 1 to 16");
}
