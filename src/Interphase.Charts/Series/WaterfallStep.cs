namespace Interphase.Charts;

/// <summary>One step of a waterfall.</summary>
/// <param name="Label">What is written under it. Markup as in <see cref="Axis"/>.</param>
/// <param name="Value">Its height, negative downwards; not finite counts as nothing.</param>
public readonly record struct WaterfallStep(string Label, double Value);
