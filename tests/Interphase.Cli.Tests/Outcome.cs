using System.Text.Json.Nodes;

namespace Interphase.Cli.Tests;

/// <summary>What a command line did.</summary>
internal sealed record Outcome(int Code, string Output, string Error)
{
    public JsonNode Json => JsonNode.Parse(Output).ShouldNotBeNull();

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public Outcome ShouldBeDone()
    {
        Code.ShouldBe(CommandLine.Done, Error);
        return this;
    }

    /// <summary>Exit code 2, nothing on standard output, one line on standard error; the line is the result.</summary>
    public string ShouldBeRefusedOnOneLine()
    {
        Code.ShouldBe(CommandLine.InputAtFault, Error + Output);
        Output.ShouldBeEmpty();
        Error.ShouldEndWith("\n");
        return ErrorLines.ShouldHaveSingleItem();
    }
}
