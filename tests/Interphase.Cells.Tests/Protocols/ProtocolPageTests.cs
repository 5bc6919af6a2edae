using System.Text.RegularExpressions;
using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>The page on protocols says what is read.</summary>
public partial class ProtocolPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Cells.Repository, "docs", "protocols.md"));

    [Fact]
    public void Every_sentence_of_the_table_is_read_or_wants_only_what_stands_before_it()
    {
        string[] sentences = [.. Row().Matches(Page[..Page.IndexOf("## Endings", StringComparison.Ordinal)]).Select(match => match.Groups[1].Value)];
        sentences.Length.ShouldBeGreaterThan(15);
        foreach (string sentence in sentences)
        {
            if (sentence.StartsWith("drive cycle", StringComparison.Ordinal)) continue;
            Protocols.Of($"charge at C/10 until 4 V, {sentence}").Items.Length.ShouldBeGreaterThan(1, sentence);
        }
    }

    [Fact]
    public void Every_example_in_a_block_is_read()
    {
        string[] blocks = [.. Block().Matches(Page).Select(match => match.Groups[1].Value)];
        blocks.Length.ShouldBe(3);
        foreach (string block in blocks)
        {
            Protocols.Text(block, out Problems problems).ShouldNotBeNull();
            problems.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("charge at C/10 until 4.3")]
    [InlineData("charge at -1 mA until 4.3 V")]
    [InlineData("charge at C/10 until C/20")]
    [InlineData("charge at C/10 until lower cut-off")]
    [InlineData("rest until 3 V")]
    [InlineData("wait 2 h")]
    public void A_message_on_the_page_is_the_message(string sentence)
    {
        string row = Page.Split('\n').Single(line => line.StartsWith($"| `{sentence}` |", StringComparison.Ordinal));
        string told = $"{Protocols.Problem(sentence)}";
        foreach (string part in row.Split('|')[2].Replace("\\`", "`", StringComparison.Ordinal).Split("...")) told.ShouldContain(part.Trim().Trim(';', ',').Trim(), Case.Sensitive);
    }

    [GeneratedRegex(@"^\| `([^`|]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
