using System.Globalization;
using Interphase.Cells;
using Interphase.Descriptions;

namespace Interphase.Cli;

/// <summary>The answer of <c>interphase why</c> in words and tables.</summary>
internal static class WhyTables
{
    private const int Told = 5, Listed = 8;

    // A gain that is not worth a sentence.
    private const double Worth = 1e-4;

    public static void Print(Reasons reasons, Terminal terminal)
    {
        ResultDocument result = reasons.Result;
        terminal.Heading(result.Name);
        terminal.Line(result.Path);
        foreach (string remark in reasons.Remarks) terminal.Line(remark);
        Limits(result, terminal);
        Losses(result, terminal);
        if (reasons.Effects is { } effects) Gains(effects, terminal);
    }

    /// <summary>Why an input is not among those that were varied.</summary>
    public static string Reason(Problem? problem) => problem is null ? "no cycle was carried out to its end" : $"cannot be moved alone: found {problem.Found}; expected {problem.Expected}";

    private static void Limits(ResultDocument result, Terminal terminal)
    {
        Part(ResultPart.Resistance, $"What limits the cell: what stands in the way half-way through the discharge of cycle {result.Told.Limits}");
        Part(ResultPart.Capacity, "What was left at the limit of the last discharge, by what kept it there");

        void Part(string unit, string heading)
        {
            ResultPart[] parts = [.. result.Limits.Where(part => part.Unit == unit)];
            if (parts.Length == 0) return;
            terminal.Heading(heading);
            terminal.Table(["part", $" {unit}", " share"], parts.Where(part => Math.Abs(part.Share) >= 1e-3).Select(part => (string[])[part.Name, Number(part.Value), Percent(part.Share)]).Append(["together", Number(parts.Sum(part => part.Value)), ""]));
        }
    }

    private static void Losses(ResultDocument result, Terminal terminal)
    {
        if (result.Losses.Count == 0) return;
        double together = result.Losses.Sum(part => part.Value) + result.Gap;
        terminal.Heading($"What took its capacity until cycle {result.Told.Losses}");
        terminal.Table(
            ["cause", $" {ResultPart.Capacity}", " share"],
            result.Losses.Select(part => (string[])[part.Name, Number(part.Value), Percent(part.Share)])
                .Append(["not explained", Number(result.Gap), Percent(together == 0 ? 0 : result.Gap / together)]).Append(["together", Number(together), ""]));
    }

    private static void Gains(InputEffects effects, Terminal terminal)
    {
        if (effects.Unmoved is not { } any)
        {
            terminal.Heading("What changing an input would gain");
            terminal.Line($"none of {effects.Asked} inputs moves capacity or retention");
        }
        else
        {
            terminal.Heading($"What changing an input would gain: {Percent(any.Retention)} kept in cycle {any.Cycle}, {Number(any.FirstCapacity / 36000)} mAh/cm2 in the first discharge");
            foreach (InputTrial trial in effects.Trials.Where(trial => trial.Retention >= Worth).OrderByDescending(trial => trial.Retention).Take(Told))
                terminal.Item($"{Change(trial)} gains {Number(100 * trial.Retention, 2)} points of retention");
            foreach (InputTrial trial in effects.Trials.Where(trial => trial.FirstCapacity >= Worth * any.FirstCapacity).OrderByDescending(trial => trial.FirstCapacity).Take(Told))
                terminal.Item($"{Change(trial)} gains {Number(trial.FirstCapacity / 36000, 2)} mAh/cm2 of first capacity");
            terminal.Line($"per 1 % more of the input{(effects.Effects.Any(effect => effect.IsDifference) ? "; of those with a star, by runs 5 % above and below" : "")}:");
            terminal.Table(
                ["input", " is", " retention, points", " first capacity, mAh/cm2"],
                effects.Effects.Select(effect => (string[])[effect.Input.Path + (effect.IsDifference ? " *" : ""), effect.Input.Text, Number(effect.RetentionSlope, 3), Number(0.01 * effect.FirstCapacitySlope / 36000, 3)]));
        }
        if (effects.LeftOut.Count == 0) return;
        terminal.Line($"left out, since they cannot be moved alone: {string.Join(", ", effects.LeftOut.Take(Listed).Select(each => each.Path))}{(effects.LeftOut.Count > Listed ? $" and {effects.LeftOut.Count - Listed} more" : "")}");
    }

    private static string Change(InputTrial trial) => $"{trial.Factor switch { 2 => "doubling", 0.5 => "halving", > 1 => "10 % more of", _ => "10 % less of" }} {Words(trial.Input.Path)}";

    // Of cathode.carbon.surfaceArea: the cathode carbon's surface area.
    private static string Words(string path)
    {
        string[] parts = [.. path.Replace(".parameters.", ".parameter ", StringComparison.Ordinal).Split('.').Select(Spaced)];
        return parts.Length == 1 ? $"the {parts[0]}" : $"the {string.Join(' ', parts[..^1])}'s {parts[^1]}";
    }

    private static string Spaced(string name) => string.Concat(name.Select((letter, i) => char.IsAsciiLetterUpper(letter) && i > 0 && !name.Contains(' ') ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));

    private static string Number(double value, int digits = 4) => Quantity.Significant(value, digits);

    private static string Percent(double share) => $"{(100 * share).ToString("0.0", CultureInfo.InvariantCulture)} %";
}
