namespace Interphase.Cells;

/// <summary>An impedance spectrum at the state reached; takes no time.</summary>
/// <param name="HighestFrequency">Hz.</param>
/// <param name="LowestFrequency">Hz.</param>
/// <param name="PointsPerDecade">At least 1.</param>
/// <param name="Amplitude">V; the model is linear, so it is only recorded.</param>
public sealed record ImpedanceControl(double HighestFrequency, double LowestFrequency, int PointsPerDecade, double Amplitude) : Control;
