namespace Interphase.Cells;

/// <summary>An impedance spectrum at the state reached; takes no time.</summary>
/// <param name="HighestFrequency">Hz.</param>
/// <param name="LowestFrequency">Hz.</param>
/// <param name="PointsPerDecade">At least 1.</param>
/// <param name="Amplitude">V; the model is linear, so it is only recorded.</param>
public sealed record ImpedanceControl(double HighestFrequency, double LowestFrequency, int PointsPerDecade, double Amplitude) : Control
{
    /// <summary>It is taken in the first cycle and every so many cycles after it.</summary>
    public int Cycles { get; init; } = 1;

    /// <summary>Whether it is taken in a cycle.</summary>
    /// <param name="cycle">From 1.</param>
    public bool IsTakenIn(int cycle) => (cycle - 1) % Cycles == 0;
}
