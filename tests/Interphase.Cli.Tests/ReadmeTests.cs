namespace Interphase.Cli.Tests;

/// <summary>What the README and the pages with sessions show is what happens.</summary>
public class ReadmeTests
{
    private static readonly Document Readme = new("README.md"), Interfaces = new("docs/interfaces.md");

    [Fact]
    public void The_command_line_session_gives_what_it_shows() => Readme.ShouldTellTheTruth();

    [Fact]
    public void The_session_about_interfaces_gives_what_it_shows() => Interfaces.ShouldTellTheTruth();

    [Fact]
    public void The_session_is_at_most_ten_commands_long() => Readme.Blocks("console").SelectMany(block => block).Count(line => line.StartsWith('$')).ShouldBeLessThanOrEqualTo(10);

    [Fact]
    public void The_example_in_CSharp_is_the_one_that_a_test_runs()
    {
        string[] shown = Readme.Example(), run = Document.Marked("tests/Interphase.Cells.Tests/ReadmeExample.cs", "README");
        run.Length.ShouldBeInRange(1, 15);
        if (shown.Length == 0) Assert.Skip("README.md has no ```csharp block yet; show what stands between the marks in tests/Interphase.Cells.Tests/ReadmeExample.cs");
        string.Join('\n', shown).ShouldBe(string.Join('\n', run), "README.md and tests/Interphase.Cells.Tests/ReadmeExample.cs differ");
    }

    [Fact]
    public void The_example_about_interfaces_is_the_one_that_a_test_runs() =>
        string.Join('\n', Interfaces.Example()).ShouldBe(string.Join('\n', Document.Marked("tests/Interphase.Cli.Tests/InterfacesExample.cs", "interfaces.md")), "docs/interfaces.md and tests/Interphase.Cli.Tests/InterfacesExample.cs differ");

    [Fact]
    public void Every_link_to_a_file_leads_somewhere()
    {
        Readme.ShouldLinkToWhatExists();
        Interfaces.ShouldLinkToWhatExists();
    }
}
