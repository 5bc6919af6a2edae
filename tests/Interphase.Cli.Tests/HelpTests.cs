namespace Interphase.Cli.Tests;

/// <summary>The help, whose examples are true.</summary>
public class HelpTests
{
    public static TheoryData<string> ExamplesForACheckout => [.. ExampleLines(Tool.Run("--help").Output).Where(line => line.Split(' ')[1] is "check" or "run" or "materials" or "schema" or "window" or "react" or "stability" or "stack" or "screen")];

    [Fact]
    public void The_help_names_every_verb()
    {
        string help = Tool.Run("--help").ShouldBeDone().Output;
        foreach (string verb in new[] { "run", "why", "check", "window", "react", "stability", "stack", "screen", "materials", "new", "schema", "completion" }) help.ShouldMatch($@"(?m)^  {verb} ");
    }

    [Theory]
    [InlineData("run", "--protocol")]
    [InlineData("why", "--inputs")]
    [InlineData("check", "--set")]
    [InlineData("window", "--entries")]
    [InlineData("react", "--sweep")]
    [InlineData("stability", "--scheme")]
    [InlineData("stack", "--set")]
    [InlineData("screen", "--electrolyte")]
    [InlineData("materials", "NAME")]
    [InlineData("new", "--like")]
    [InlineData("schema", "material")]
    [InlineData("completion", "pwsh")]
    public void The_help_of_a_verb_names_its_options_and_an_example(string verb, string own)
    {
        Outcome outcome = Tool.Run(verb, "--help").ShouldBeDone();
        outcome.Error.ShouldBeEmpty();
        foreach (string option in new[] { own, "--json", "--out", "--quiet", "--threads", "--seed" }) outcome.Output.ShouldContain(option);
        ExampleLines(outcome.Output).ShouldHaveSingleItem().ShouldStartWith($"interphase {verb} ");
    }

    [Theory]
    [InlineData("-h")]
    [InlineData("-?")]
    public void Help_has_short_names(string option) => Tool.Run(option).ShouldBeDone().Output.ShouldContain("Usage:");

    [Theory]
    [MemberData(nameof(ExamplesForACheckout))]
    public void An_example_of_the_help_works_in_a_checkout(string line)
    {
        using Scratch scratch = new Scratch().WithExamples();
        Tool.RunIn(scratch.Folder, Tool.Words(line)[1..]).ShouldBeDone();
    }

    private static string[] ExampleLines(string help) =>
        [.. help.Split('\n').SkipWhile(line => !line.StartsWith("Example", StringComparison.Ordinal)).Skip(1).Select(line => line.Trim()).Where(line => line.StartsWith("interphase ", StringComparison.Ordinal))];
}
