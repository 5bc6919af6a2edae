namespace Interphase.Cells.Tests;

/// <summary>One run of the study.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Steps">Steps of the integrator.</param>
/// <param name="Seconds">What it took.</param>
/// <param name="Detail">In words.</param>
internal sealed record StudyRow(RandomCell Cell, StudyOutcome Outcome, long Steps, double Seconds, string Detail);
