namespace Interphase.Descriptions.Tests;

public sealed class YamlReaderTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_value_knows_its_line_and_column()
    {
        var root = (MapNode)Read("a: 1\nb:\n  c: [x, yy]\n");
        MapEntry c = ((MapNode)root["b"]!).Entry("c")!;
        c.KeyPlace.ShouldBe(new Place("f", 3, 3));
        ((ListNode)c.Value).Items[1].Place.ShouldBe(new Place("f", 3, 10));
    }

    [Theory]
    [InlineData("k: abc", 5)]
    [InlineData("k: \"abc\"", 6)]
    [InlineData("k: 'abc'", 6)]
    [InlineData("k: \"a\\u0062c\"", 4)]
    [InlineData("k: 'a''c'", 4)]
    [InlineData("k: |\n  abc", 4)]
    public void A_character_has_a_column_where_the_text_stands_as_it_is(string text, int column) =>
        ((ScalarNode)((MapNode)Read(text))["k"]!).PlaceAt(1).ShouldBe(new Place("f", 1, column));

    [Fact]
    public void A_key_that_stands_twice_is_told_with_the_line_of_the_first()
    {
        Problem problem = Refused("a: 1\nb: 2\na: 3\n");
        problem.Place.ShouldBe(new Place("f", 3, 1));
        problem.Suggestion.ShouldContain("line 1");
    }

    [Fact]
    public void An_alias_stands_for_its_anchor() =>
        ((ScalarNode)((MapNode)Read("a: &x 5\nb: *x\n"))["b"]!).Text.ShouldBe("5");

    [Theory]
    [InlineData("a: &x [*x]", "alias")]
    [InlineData("a: *nothing", "alias `*nothing`")]
    [InlineData("a: !!int 5", "tag")]
    [InlineData("a: 1\n---\nb: 2", "second document")]
    [InlineData("", "empty file")]
    [InlineData("# only a remark", "empty file")]
    [InlineData("[a]: 1", "key that is no text")]
    [InlineData("a: [1, 2", "no YAML")]
    [InlineData("a:\n\t- b", "no YAML")]
    [InlineData("a: {b: c{: d}", "no YAML")]
    public void What_cannot_be_read_is_told_with_what_stands_there(string text, string found) => Refused(text).Found.ShouldContain(found);

    [Fact]
    public void Depth_is_bounded()
    {
        var limits = new ReadingLimits(Depth: 5);
        YamlReader.ReadText("[[[[[1]]]]]", "f", [], limits).ShouldNotBeNull();
        Problems problems = [];
        YamlReader.ReadText("[[[[[[1]]]]]]", "f", problems, limits).ShouldBeNull();
        problems.ShouldHaveSingleItem().Found.ShouldBe("nesting deeper than 5");
    }

    [Fact]
    public void Aliases_count_as_what_they_expand_to()
    {
        const string text = "a: &a [1, 1, 1, 1]\nb: &b [*a, *a, *a]\nc: [*b, *b]\n";
        YamlReader.ReadText(text, "f", [], new ReadingLimits(Nodes: 60)).ShouldNotBeNull();
        Problems problems = [];
        YamlReader.ReadText(text, "f", problems, new ReadingLimits(Nodes: 50)).ShouldBeNull();
        problems.ShouldHaveSingleItem().Suggestion.ShouldContain("aliases");
    }

    [Theory]
    [InlineData("~", false, true)]
    [InlineData("null", false, true)]
    [InlineData("\"\"", true, false)]
    [InlineData("'null'", true, false)]
    public void Only_unquoted_nothing_is_nothing(string text, bool quoted, bool empty)
    {
        var scalar = (ScalarNode)((MapNode)Read($"a: {text}"))["a"]!;
        (scalar.IsQuoted, scalar.IsEmpty).ShouldBe((quoted, empty));
    }

    [Fact]
    public void A_zero_byte_is_found_at_its_line_and_column()
    {
        Problem problem = RefusedFile("a: 1\nb: \0\n"u8.ToArray());
        (problem.Place.Line, problem.Place.Column, problem.Found).ShouldBe((2, 4, "a zero byte"));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_found_at_their_line()
    {
        Problem problem = RefusedFile([.. "a: 1\nb: "u8, 0xFF, (byte)'\n']);
        (problem.Place.Line, problem.Place.Column).ShouldBe((2, 4));
        problem.Suggestion.ShouldContain("UTF-8");
    }

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_change_nothing()
    {
        File.WriteAllBytes(bench["bom.yaml"], [0xEF, 0xBB, 0xBF, .. "a: 1\r\nb: 2\r\n"u8]);
        var root = (MapNode)YamlReader.ReadFile(bench["bom.yaml"], "f", bench.Problems)!;
        root.Entry("b")!.KeyPlace.ShouldBe(new Place("f", 2, 1));
        ((ScalarNode)root["b"]!).Text.ShouldBe("2");
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void A_file_may_be_as_long_as_the_limit_and_no_longer(int length, bool read)
    {
        bench.Write("long.yaml", "a: " + new string('x', length - 3));
        (YamlReader.ReadFile(bench["long.yaml"], "f", bench.Problems, new ReadingLimits(Bytes: 1_000)) is not null).ShouldBe(read);
    }

    [Fact]
    public void A_file_of_many_pieces_is_read_whole()
    {
        bench.Write("long.yaml", "a: " + new string('x', 500_000));
        ((ScalarNode)((MapNode)YamlReader.ReadFile(bench["long.yaml"], "f", bench.Problems)!)["a"]!).Text.Length.ShouldBe(500_000);
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        YamlReader.ReadFile(Path.GetTempPath(), "f", bench.Problems).ShouldBeNull();
        bench.Problems.ShouldHaveSingleItem().Found.ShouldBe("a folder");
    }

    [Fact]
    public void A_missing_file_is_told_with_the_nearest_name_beside_it()
    {
        bench.Write("nanofibre.yaml", "a: 1");
        YamlReader.ReadFile(bench["nanofiber.yaml"], "f", bench.Problems).ShouldBeNull();
        bench.Problems.ShouldHaveSingleItem().Suggestion.ShouldBe("did you mean `nanofibre.yaml`?");
    }

    [Fact]
    public void A_message_is_one_line_without_control_sequences_or_turns_of_direction()
    {
        string text = new Problem(new Place("f"), "", "a\u001b[31m\n\u2028\u202E\uD83Db", "é 中 😀", "").ToString();
        text.ShouldBe("f: found a [31m    b; expected é 中 😀");
    }

    [Fact]
    public void Problems_beyond_fifty_are_counted_only()
    {
        for (int i = 0; i < 60; i++) bench.Problems.Add(new Place("f"), "", "x", "y");
        (bench.Problems.Count, bench.Problems.Unlisted, bench.Problems.IsFull).ShouldBe((50, 10, true));
    }

    [Fact]
    public void A_text_is_cut_between_characters()
    {
        Quoted.Cut(string.Concat(Enumerable.Repeat("😀", 20)), 20).ShouldBe(string.Concat(Enumerable.Repeat("😀", 8)) + "...");
        Quoted.Of("short").ShouldBe("`short`");
    }

    private static Node Read(string text)
    {
        Problems problems = [];
        Node? node = YamlReader.ReadText(text, "f", problems);
        problems.ShouldBeEmpty();
        return node!;
    }

    private static Problem Refused(string text)
    {
        Problems problems = [];
        YamlReader.ReadText(text, "f", problems).ShouldBeNull();
        return problems.ShouldHaveSingleItem();
    }

    private Problem RefusedFile(byte[] bytes)
    {
        File.WriteAllBytes(bench["f.yaml"], bytes);
        YamlReader.ReadFile(bench["f.yaml"], "f", bench.Problems).ShouldBeNull();
        return bench.Problems.ShouldHaveSingleItem();
    }
}
