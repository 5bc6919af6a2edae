namespace Interphase.Cells;

/// <summary>What a cell delivers and keeps with one input changed by much: a run of its own, since a straight line does not reach so far.</summary>
/// <param name="Input">The input.</param>
/// <param name="Factor">By what it was multiplied.</param>
/// <param name="Retention">Retention gained in the cycle that is meant, a share; no number where that cycle was not completed.</param>
/// <param name="FirstCapacity">C/m2 gained in the first cycle with a discharge.</param>
public sealed record InputTrial(CellInput Input, double Factor, double Retention, double FirstCapacity);
