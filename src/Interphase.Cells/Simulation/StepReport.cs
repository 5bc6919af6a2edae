namespace Interphase.Cells;

/// <summary>A step as it was carried out.</summary>
/// <param name="Cycle">Its cycle, from 1.</param>
/// <param name="Step">Its number as carried out, from 1.</param>
/// <param name="Line">Its line in the protocol.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Type">What it did, a word of the Battery Data Format's step types.</param>
/// <param name="Start">s since the start of the run.</param>
/// <param name="End">s since the start of the run.</param>
/// <param name="Kind">Why it ended.</param>
/// <param name="Reason">In words, such as <c>2.5 V</c>.</param>
/// <param name="Charge">Charge that passed, C/m2, > 0 charged.</param>
/// <param name="Energy">Energy that passed, J/m2.</param>
/// <param name="Voltage">V at its end.</param>
/// <param name="Current">A/m2 at its end.</param>
public sealed record StepReport(int Cycle, int Step, int Line, string Text, string Type, double Start, double End, StepEnd Kind, string Reason, double Charge, double Energy, double Voltage, double Current);
