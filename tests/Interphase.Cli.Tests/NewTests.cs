namespace Interphase.Cli.Tests;

/// <summary>The verb <c>new</c>.</summary>
public class NewTests
{
    [Fact]
    public void A_new_file_is_commented_and_checks_clean()
    {
        using var scratch = new Scratch();
        Tool.Run("new", "mine", "--out", scratch.Folder).ShouldBeDone();
        scratch.Files.ShouldBe(["mine.yaml"]);
        File.ReadAllText(scratch["mine.yaml"]).ShouldStartWith("#");
        Tool.Run("check", scratch["mine.yaml"]).ShouldBeDone();
    }

    [Theory]
    [MemberData(nameof(Repository.EveryExample), MemberType = typeof(Repository))]
    public void A_file_like_an_example_checks_clean_in_an_empty_folder(string example)
    {
        using var scratch = new Scratch();
        Tool.Run("new", "mine", "--like", example, "--out", scratch.Folder).ShouldBeDone();
        File.ReadAllText(scratch["mine.yaml"]).ShouldBe(File.ReadAllText(Repository.Example(example)));
        Tool.Run("check", scratch["mine.yaml"]).ShouldBeDone();
    }

    [Fact]
    public void What_it_says_comes_next_works()
    {
        using var scratch = new Scratch();
        string[] lines = Tool.RunIn(scratch.Folder, "new", "mine").ShouldBeDone().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string next = lines.Single(line => line.StartsWith("next: interphase ", StringComparison.Ordinal));
        Tool.RunIn(scratch.Folder, Tool.Words(next["next: interphase ".Length..])).ShouldBeDone();
    }

    [Fact]
    public void A_name_that_ends_with_yaml_stays_as_it_is()
    {
        using var scratch = new Scratch();
        Tool.Run("new", "mine.yaml", "--out", scratch.Folder, "--quiet").ShouldBeDone().Output.ShouldBeEmpty();
        scratch.Files.ShouldBe(["mine.yaml"]);
    }

    [Fact]
    public void Nothing_is_overwritten()
    {
        using var scratch = new Scratch();
        scratch.Write("mine.yaml", "precious");
        Tool.Run("new", "mine", "--out", scratch.Folder).ShouldBeRefusedOnOneLine().ShouldStartWith("mine.yaml: ");
        File.ReadAllText(scratch["mine.yaml"]).ShouldBe("precious");
    }

    [Fact]
    public void A_parent_that_was_changed_is_not_overwritten()
    {
        using var scratch = new Scratch();
        scratch.Write("wu2025-li-al.yaml", "precious");
        Tool.Run("new", "mine", "--like", "wu2025-li-al-np4", "--out", scratch.Folder).ShouldBeRefusedOnOneLine();
        scratch.Files.ShouldBe(["wu2025-li-al.yaml"]);
        File.ReadAllText(scratch["wu2025-li-al.yaml"]).ShouldBe("precious");
    }

    [Fact]
    public void A_misspelt_example_is_told_the_nearest() =>
        Tool.Run("new", "mine", "--like", "wang2026-nanofiber").ShouldBeRefusedOnOneLine().ShouldContain("did you mean `wang2026-nanofibre`?");

    [Fact]
    public void A_folder_that_cannot_be_made_is_the_inputs_fault()
    {
        using var scratch = new Scratch();
        Tool.Run("new", "mine", "--out", scratch.Write("taken", "")).ShouldBeRefusedOnOneLine();
    }
}
