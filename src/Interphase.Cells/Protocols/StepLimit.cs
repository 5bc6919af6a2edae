namespace Interphase.Cells;

/// <summary>What ends a step.</summary>
/// <param name="Variable">What is watched.</param>
/// <param name="Threshold">Where it ends, in SI and per area.</param>
/// <param name="Side">From which side the threshold counts as passed.</param>
/// <param name="Text">As written, such as <c>2.5 V</c>.</param>
/// <param name="EndsRepeat">Whether it also ends the repetition that the step stands in, as the voltage limit of a titration does.</param>
public sealed record StepLimit(StepVariable Variable, double Threshold, LimitSide Side, string Text, bool EndsRepeat = false);
