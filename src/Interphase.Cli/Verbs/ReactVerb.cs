using System.CommandLine;
using Interphase.Descriptions;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary><c>interphase react A B</c>: what two solids that touch turn into.</summary>
internal static class ReactVerb
{
    public static Command Create()
    {
        var first = new Argument<string>("A") { Description = "A chemical formula, or a material of the library that has one." };
        var second = new Argument<string>("B") { Description = "The other one." };
        var voltage = new Option<string?>("--voltage") { Description = "Open to lithium at this voltage against lithium metal, 0 to 5 V; closed without it.", HelpName = "V" };
        var sweep = new Option<bool>("--sweep") { Description = "Open to lithium at every voltage from 0 to 5 V in turn: the least mutual energy at each." };
        var command = new Command("react", "Reaction of two solids over their mixing fraction, closed or open to lithium.");
        command.Arguments.Add(first);
        command.Arguments.Add(second);
        command.Options.Add(voltage);
        command.Options.Add(sweep);
        PhaseOptions.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(voltage) is not null && result.GetValue(sweep)) result.AddError("--voltage and --sweep exclude each other: one voltage, or all of them");
        });
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            return Answer.Give(parsed, Ask(parsed, parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), parsed.GetValue(voltage), parsed.GetValue(sweep), problems), problems);
        });
        return command;
    }

    private static Answer? Ask(ParseResult parsed, string first, string second, string? voltage, bool sweep, Problems problems)
    {
        if (PhaseOptions.Set(parsed, problems) is not { } set || PhaseOptions.Formula(first, problems) is not { } a || PhaseOptions.Formula(second, problems) is not { } b) return null;
        if (sweep) return Sweep(PairSweep.Of(a, b, set, parsed.GetValue(CommonOptions.Threads), problems), set);
        double? volts = voltage is null ? null : PhaseOptions.Voltage("--voltage", voltage, problems);
        if (problems.Count > 0 || PairReaction.Of(a, b, set, volts, problems) is not { } found) return null;
        PairReaction[] others = [.. PairReaction.Alternatives(a, b, set, volts)];
        string name = $"{Answer.FileName(a, b)}.react";
        return new(name, ReactionJson.Of(found, others, set), terminal => ReactionTables.Print(found, others, set, terminal), () => [new($"{name}.svg", ReactionCharts.Svg(found))]);
    }

    private static Answer? Sweep(PairSweep? found, PhaseSet set)
    {
        if (found is null) return null;
        string name = $"{Answer.FileName(found.A, found.B)}.sweep";
        return new(name, SweepJson.Of(found, set), terminal => SweepTables.Print(found, set, terminal), () => [new($"{name}.svg", SweepCharts.Svg(found))]);
    }
}
