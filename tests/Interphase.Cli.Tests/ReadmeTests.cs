using System.Text.RegularExpressions;

namespace Interphase.Cli.Tests;

/// <summary>What the README shows is what happens.</summary>
public class ReadmeTests
{
    private const string Prompt = "$ interphase ";

    private static readonly string[] Readme = File.ReadAllLines(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void The_command_line_session_gives_what_it_shows()
    {
        string[] session = [.. Blocks("console").Where(block => block.Any(line => line.StartsWith(Prompt, StringComparison.Ordinal))).SelectMany(block => block)];
        if (session.Length == 0) Assert.Skip("README.md has no ```console block with a line `$ interphase ...` yet");
        using Scratch scratch = new Scratch().WithExamples();
        string command = "", real = "";
        foreach (string line in session)
        {
            if (line.StartsWith(Prompt, StringComparison.Ordinal))
            {
                command = line;
                Outcome outcome = Tool.RunIn(scratch.Folder, Tool.Words(line[Prompt.Length..]));
                outcome.Code.ShouldBe(CommandLine.Done, $"{command}\n{outcome.Error}");
                real = Collapsed(outcome.Output + outcome.Error);
            }
            else if (line.StartsWith('$')) real = "";
            else if (real.Length > 0 && line.Trim() is not ("" or "...")) real.ShouldContain(Collapsed(line), Case.Sensitive, command);
        }
    }

    [Fact]
    public void The_session_is_at_most_ten_commands_long() => Blocks("console").SelectMany(block => block).Count(line => line.StartsWith('$')).ShouldBeLessThanOrEqualTo(10);

    [Fact]
    public void The_example_in_CSharp_is_the_one_that_a_test_runs()
    {
        string[] shown = [.. Blocks("csharp").SelectMany(block => block).Where(line => line.Trim().Length > 0)];
        string source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Interphase.Cells.Tests", "ReadmeExample.cs")).ReplaceLineEndings("\n");
        string[][] parts = [.. Regex.Matches(source, @"// README begins[^\n]*\n(.*?)\n *// README ends", RegexOptions.Singleline).Select(part => Outdented(part.Groups[1].Value.Split('\n')))];
        string[] run = [.. parts.SelectMany(part => part).Where(line => line.Trim().Length > 0)];
        run.Length.ShouldBeInRange(1, 15);
        if (shown.Length == 0) Assert.Skip("README.md has no ```csharp block yet; show what stands between the marks in tests/Interphase.Cells.Tests/ReadmeExample.cs");
        string.Join('\n', shown).ShouldBe(string.Join('\n', run), "README.md and tests/Interphase.Cells.Tests/ReadmeExample.cs differ");
    }

    [Fact]
    public void Every_link_to_a_file_leads_somewhere()
    {
        foreach (Match link in Regex.Matches(string.Join('\n', Readme), @"\]\((?!https?:|#)([^)#]+)"))
            Path.Exists(Path.Combine(Repository.Root, link.Groups[1].Value)).ShouldBeTrue(link.Value);
    }

    private static string Collapsed(string text) => Regex.Replace(text, @"\s+", " ").Trim();

    private static string[] Outdented(string[] lines)
    {
        int indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return [.. lines.Select(line => line.Length < indent ? "" : line[indent..])];
    }

    private static List<string[]> Blocks(string language)
    {
        var blocks = new List<string[]>();
        for (int at = 0; at < Readme.Length; at++)
        {
            if (Readme[at].Trim() != "```" + language) continue;
            int end = Array.FindIndex(Readme, at + 1, line => line.Trim() == "```");
            blocks.Add(Readme[(at + 1)..end]);
            at = end;
        }
        return blocks;
    }
}
