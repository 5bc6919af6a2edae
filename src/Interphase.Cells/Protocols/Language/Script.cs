using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>A quantity in a sentence, not yet held against a cell.</summary>
internal readonly record struct Amount(Quantity Quantity, Place Place, string Text);

/// <summary>A voltage in a sentence: a potential, or one of the cell's cut-offs by its name.</summary>
internal sealed record Level(Potential Potential, string? Cutoff, Place Place, string Text);

/// <summary>What an ending watches.</summary>
internal enum EndingKind
{
    Time,
    Level,
    Current,
    Charge,
    Temperature,
    CathodeContent,
    AnodeContent,
}

/// <summary>An ending of a sentence; <paramref name="Side"/> is null where the direction of the step says it.</summary>
internal sealed record Ending(EndingKind Kind, Amount Amount, Level? Level, LimitSide? Side);

/// <summary>A piece of a script: what one sentence, or one repetition, asks for.</summary>
internal abstract record ScriptItem(Place Place, string Text);

/// <summary>Pieces that are carried out several times.</summary>
internal sealed record ScriptRepeat(Place Place, int Count, ImmutableArray<ScriptItem> Items) : ScriptItem(Place, "repeat");

/// <summary><c>charge at</c> and <c>discharge at</c>; <paramref name="Sign"/> is 1 for a charge.</summary>
internal sealed record ScriptDrive(Place Place, string Text, int Sign, Amount Amount, ImmutableArray<Ending> Endings) : ScriptItem(Place, Text);

/// <summary><c>discharge over</c>.</summary>
internal sealed record ScriptLoad(Place Place, string Text, Amount Amount, ImmutableArray<Ending> Endings) : ScriptItem(Place, Text);

/// <summary><c>hold</c>; without a level, that of the step before.</summary>
internal sealed record ScriptHold(Place Place, string Text, Level? Level, ImmutableArray<Ending> Endings) : ScriptItem(Place, Text);

/// <summary><c>rest</c>.</summary>
internal sealed record ScriptRest(Place Place, string Text, ImmutableArray<Ending> Endings) : ScriptItem(Place, Text);

/// <summary><c>pulse</c>; <paramref name="Sign"/> is 0 where the limit says the direction.</summary>
internal sealed record ScriptPulse(Place Place, string Text, int Sign, Amount Current, ScriptPart Pulse, ScriptRest Rest, int? Times, ImmutableArray<Ending> Endings) : ScriptItem(Place, Text);

/// <summary>A part of a sentence that becomes a step of its own.</summary>
internal sealed record ScriptPart(Place Place, string Text, Ending Ending);

/// <summary><c>sweep</c> to a level.</summary>
internal sealed record ScriptSweep(Place Place, string Text, Amount Rate, Level Target) : ScriptItem(Place, Text);

/// <summary><c>sweep</c> between two levels.</summary>
internal sealed record ScriptCycledSweep(Place Place, string Text, Amount Rate, Level Lower, Level Upper, int Cycles) : ScriptItem(Place, Text);

/// <summary><c>rate test</c>.</summary>
internal sealed record ScriptRateTest(Place Place, string Text, ImmutableArray<Amount> Rates, Level Lower, Level Upper, int Cycles, Amount Charge) : ScriptItem(Place, Text);

/// <summary><c>drive cycle</c>.</summary>
internal sealed record ScriptProfile(Place Place, string Text, string File, Place FilePlace, ImmutableArray<Ending> Endings) : ScriptItem(Place, Text);

/// <summary><c>impedance every ...</c>: spectra while the step before it goes on. <paramref name="IsOfCharge"/> where <paramref name="Interval"/> is a share of the state of charge; null without an interval, after each pulse.</summary>
internal sealed record ScriptSeries(Place Place, string Text, ImpedanceControl Impedance, Amount? Interval, bool IsOfCharge) : ScriptItem(Place, Text);

/// <summary>A step that needs nothing of the cell: impedance, temperature, pressure.</summary>
internal sealed record ScriptControl(Place Place, string Text, Control Control) : ScriptItem(Place, Text);
