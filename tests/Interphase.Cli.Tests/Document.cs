using System.Text.RegularExpressions;

namespace Interphase.Cli.Tests;

/// <summary>A page of the documentation whose sessions and examples are held to be true.</summary>
internal sealed class Document(string path)
{
    private const string Prompt = "$ interphase ";

    public string[] Lines { get; } = File.ReadAllLines(Path.Combine(Repository.Root, path));

    /// <summary>Blocks of a language, without their fences.</summary>
    public List<string[]> Blocks(string language)
    {
        var blocks = new List<string[]>();
        for (int at = 0; at < Lines.Length; at++)
        {
            if (Lines[at].Trim() != "```" + language) continue;
            int end = Array.FindIndex(Lines, at + 1, line => line.Trim() == "```");
            blocks.Add(Lines[(at + 1)..end]);
            at = end;
        }
        return blocks;
    }

    /// <summary>Carries out every session of the page; each line that it shows must be among what the command before it printed.</summary>
    public void ShouldTellTheTruth()
    {
        string[] session = [.. Blocks("console").Where(block => block.Any(line => line.StartsWith(Prompt, StringComparison.Ordinal))).SelectMany(block => block)];
        if (session.Length == 0) Assert.Skip($"{path} has no ```console block with a line `$ interphase ...` yet");
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

    /// <summary>Lines of C# that the page shows, blank ones left out.</summary>
    public string[] Example() => [.. Blocks("csharp").SelectMany(block => block).Where(line => line.Trim().Length > 0)];

    /// <summary>Lines of a source file between marks, outdented, blank ones left out.</summary>
    public static string[] Marked(string source, string mark)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, source)).ReplaceLineEndings("\n");
        string[][] parts = [.. Regex.Matches(text, $@"// {Regex.Escape(mark)} begins[^\n]*\n(.*?)\n *// {Regex.Escape(mark)} ends", RegexOptions.Singleline).Select(part => Outdented(part.Groups[1].Value.Split('\n')))];
        return [.. parts.SelectMany(part => part).Where(line => line.Trim().Length > 0)];
    }

    /// <summary>Every link to a file leads somewhere.</summary>
    public void ShouldLinkToWhatExists()
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, path))!;
        foreach (Match link in Regex.Matches(string.Join('\n', Lines), @"\]\((?!https?:|#)([^)#]+)"))
            Path.Exists(Path.Combine(folder, link.Groups[1].Value)).ShouldBeTrue(link.Value);
    }

    private static string Collapsed(string text) => Regex.Replace(text, @"\s+", " ").Trim();

    private static string[] Outdented(string[] lines)
    {
        int indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return [.. lines.Select(line => line.Length < indent ? "" : line[indent..])];
    }
}
