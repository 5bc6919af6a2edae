namespace Interphase.Cli.Tests;

/// <summary>Completion in a shell.</summary>
public class CompletionTests
{
    [Theory]
    [InlineData("bash", "complete -o default -F _interphase interphase")]
    [InlineData("zsh", "compdef _interphase interphase")]
    [InlineData("fish", "complete -c interphase")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName interphase")]
    public void A_script_is_printed_for_every_shell(string shell, string line) => Tool.Run("completion", shell).ShouldBeDone().Output.ShouldContain(line);

    [Fact]
    public void Verbs_are_completed() => new[] { "check", "why", "window", "react", "stability", "stack", "screen", "materials", "new", "schema", "completion" }.ShouldBeSubsetOf(Suggested(""));

    [Fact]
    public void A_verb_is_completed_from_its_first_letters() => Suggested("mat").ShouldBe(["materials"]);

    [Fact]
    public void Examples_are_completed() => Suggested("new mine --like ").ShouldBe(Repository.Examples, ignoreOrder: true);

    [Fact]
    public void An_example_is_completed_from_its_first_letters() => Suggested("new mine --like wang").ShouldBe(["wang2026-ketjen-black", "wang2026-nanofibre"]);

    [Fact]
    public void Materials_are_completed() => Suggested("materials Li6").ShouldBe(["Li6PS5Br", "Li6PS5Cl"]);

    [Fact]
    public void Schemes_are_completed() => Suggested("window Li2S --scheme ").ShouldBe(["mp2019", "mp2019-no-sulfide-correction", "mp2024"], ignoreOrder: true);

    [Fact]
    public void Options_are_completed() => Suggested("check --s").ShouldContain("--set");

    private static string[] Suggested(string line) => Tool.Run($"[suggest:{line.Length}]", line).ShouldBeDone().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
