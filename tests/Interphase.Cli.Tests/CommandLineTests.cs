namespace Interphase.Cli.Tests;

/// <summary>What the command line says to what it does not understand.</summary>
public class CommandLineTests
{
    [Fact]
    public void A_misspelt_verb_is_told_the_nearest() => Tool.Run("chek").ShouldBeRefusedOnOneLine().ShouldContain("did you mean `check`?");

    [Fact]
    public void A_misspelt_option_is_told_the_nearest() => Tool.Run("check", "cell.yaml", "--jsn").ShouldBeRefusedOnOneLine().ShouldContain("did you mean `--json`?");

    [Fact]
    public void No_verb_at_all_is_told_where_help_is() => Tool.Run().ShouldBeRefusedOnOneLine().ShouldContain("--help");

    [Fact]
    public void A_shell_that_nobody_knows_is_told_which_there_are() => Tool.Run("completion", "tcsh").ShouldBeRefusedOnOneLine().ShouldContain("'bash' 'zsh' 'fish' 'pwsh'");

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("check")]
    [InlineData("check", "")]
    [InlineData("check", "\0")]
    [InlineData("check", "a\nb")]
    [InlineData("check", "/")]
    [InlineData("check", ".")]
    [InlineData("check", "-")]
    [InlineData("check", "--")]
    [InlineData("check", "@file")]
    [InlineData("check", "x", "--set")]
    [InlineData("check", "x", "--out")]
    [InlineData("check", "x", "--out", "")]
    [InlineData("check", "x", "--threads", "many")]
    [InlineData("check", "x", "--seed", "99999999999999999999")]
    [InlineData("window")]
    [InlineData("window", "")]
    [InlineData("window", "\0")]
    [InlineData("window", "Li2S", "Li3P")]
    [InlineData("window", "Li2S", "--entries", "/")]
    [InlineData("window", "Li2S", "--entries", "a\nb")]
    [InlineData("window", "a\nb")]
    [InlineData("window", "--scheme")]
    [InlineData("react", "Li2S")]
    [InlineData("react", "Li2S", "Li3P", "--voltage", "NaN")]
    [InlineData("react", "Li2S", "Li3P", "--sweeep")]
    [InlineData("stability", "Li1000000000000000")]
    [InlineData("stack", "")]
    [InlineData("stack", "a.yaml", "b.yaml")]
    [InlineData("screen", "coatings")]
    [InlineData("screen", "coatings", "--cathode", "", "--electrolyte", "Li2S")]
    [InlineData("materials", "")]
    [InlineData("materials", "unobtainium")]
    [InlineData("materials", "a", "b")]
    [InlineData("new")]
    [InlineData("new", "")]
    [InlineData("new", "..")]
    [InlineData("new", "a/b")]
    [InlineData("new", "x", "--like", "nothing")]
    [InlineData("new", "x", "--like", "../../etc/passwd")]
    [InlineData("schema", "protocol")]
    [InlineData("completion")]
    [InlineData("--nonsense")]
    [InlineData("[diagram]", "check")]
    [InlineData("[nonsense]", "check", "x")]
    public void What_cannot_be_understood_is_the_inputs_fault_and_one_line(params string[] arguments)
    {
        string line = Tool.Run(arguments).ShouldBeRefusedOnOneLine();
        line.ShouldNotContain("   at ");
        line.ShouldNotContain("Exception");
    }

    [Fact]
    public void Options_may_stand_before_the_verb() => Tool.Run("--json", "--quiet", "check", Repository.Example("wu2025-mono")).ShouldBeDone().Json["nominal"].ShouldNotBeNull();

    [Fact]
    public void Version_is_a_number() => Tool.RunIn(Repository.Root, "--version").ShouldBeDone().Output.Trim().ShouldMatch(@"^\d+\.\d+\.\d+");
}
