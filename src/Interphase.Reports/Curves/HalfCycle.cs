namespace Interphase.Reports;

/// <summary>A charge or a discharge: rows of a recording, pauses within it among them.</summary>
/// <param name="Cycle">The cycle as recorded.</param>
/// <param name="IsCharge">True where the net charge rises.</param>
/// <param name="First">Its first row.</param>
/// <param name="Last">Its last row.</param>
/// <param name="Pulses">How often the current set in.</param>
internal sealed record HalfCycle(long Cycle, bool IsCharge, int First, int Last, int Pulses);
