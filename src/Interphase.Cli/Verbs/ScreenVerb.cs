using System.CommandLine;
using Interphase.Descriptions;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary><c>interphase screen coatings</c>: which phases would last between a cathode and an electrolyte.</summary>
internal static class ScreenVerb
{
    private const int DefaultTop = 30;

    public static Command Create()
    {
        var what = new Argument<string>("WHAT") { Description = "coatings." };
        what.AcceptOnlyFromAmong("coatings");
        var cathode = new Option<string>("--cathode") { Description = "The cathode: a formula, at the lithium content that matters, or a material.", HelpName = "FORMULA", Required = true };
        var electrolyte = new Option<string>("--electrolyte") { Description = "The electrolyte: a formula or a material.", HelpName = "FORMULA", Required = true };
        var low = new Option<string>("--low") { Description = "The lowest potential that the coating meets, V against lithium.", HelpName = "V", DefaultValueFactory = _ => "2.5" };
        var high = new Option<string>("--high") { Description = "The highest.", HelpName = "V", DefaultValueFactory = _ => "4.3" };
        var top = new Option<int>("--top") { Description = "How many of the best are shown.", HelpName = "N", DefaultValueFactory = _ => DefaultTop };
        var bare = new Option<bool>("--without-lithium") { Description = "Also rank phases that hold no lithium." };
        var all = new Option<bool>("--all-elements") { Description = "Also rank phases with radioactive, noble, precious and poisonous elements, and with hydrogen." };
        var command = new Command("screen", "Rank the oxides, phosphates, fluorides and chlorides of the set as coatings.");
        command.Arguments.Add(what);
        foreach (Option option in (ReadOnlySpan<Option>)[cathode, electrolyte, low, high, top, bare, all]) command.Options.Add(option);
        PhaseOptions.AddTo(command);
        command.Validators.Add(result =>
        {
            if (CommonOptions.IsWrong(result, top, value => value < 1)) result.AddError("--top is a whole number from 1 on");
        });
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            double? from = PhaseOptions.Voltage("--low", parsed.GetRequiredValue(low), problems), to = PhaseOptions.Voltage("--high", parsed.GetRequiredValue(high), problems);
            if (from > to) problems.Add(new Place("--low"), "", $"{from} V above the {to} V of --high", "the lower one first", "");
            Answer? answer = problems.Count > 0 ? null : Ask(
                parsed, parsed.GetRequiredValue(cathode), parsed.GetRequiredValue(electrolyte), parsed.GetValue(top),
                new() { LowVoltage = from!.Value, HighVoltage = to!.Value, WithoutLithium = parsed.GetValue(bare), AllElements = parsed.GetValue(all), Threads = parsed.GetValue(CommonOptions.Threads) }, problems);
            return Answer.Give(parsed, answer, problems);
        });
        return command;
    }

    private static Answer? Ask(ParseResult parsed, string cathode, string electrolyte, int top, CoatingScreenOptions options, Problems problems)
    {
        if (PhaseOptions.Set(parsed, problems) is not { } set || PhaseOptions.Formula(cathode, problems) is not { } one || PhaseOptions.Formula(electrolyte, problems) is not { } other) return null;
        if (CoatingScreen.Of(one, other, set, options, problems) is not { } found) return null;
        string name = $"{Answer.FileName(one, other)}.coatings";
        return new(name, ScreenJson.Of(found, top, set), terminal => ScreenTables.Print(found, top, set, terminal), () => found.Candidates.IsEmpty ? [] : [new($"{name}.csv", ScreenTables.Csv(found)), new($"{name}.svg", ScreenCharts.Svg(found, top))]);
    }
}
