namespace Interphase.Measurements;

/// <summary>One moment of a run, as a simulation gives it. What a cell does not have (a potential, a content, a pressure) is NaN and stays empty in files.</summary>
public readonly record struct SampleRow
{
    /// <summary>A row in which everything optional is missing.</summary>
    public SampleRow()
    {
    }

    /// <summary>Time since the start, s.</summary>
    public required double Time { get; init; }

    /// <summary>Voltage, V.</summary>
    public required double Voltage { get; init; }

    /// <summary>Current, A; positive charges.</summary>
    public required double Current { get; init; }

    /// <summary>Charge put in less charge taken out since the start, C.</summary>
    public required double NetCharge { get; init; }

    /// <summary>Energy put in less energy taken out since the start, J.</summary>
    public required double NetEnergy { get; init; }

    /// <summary>Potential of the positive electrode against Li, V.</summary>
    public double CathodePotential { get; init; } = double.NaN;

    /// <summary>Potential of the negative electrode against Li, V.</summary>
    public double AnodePotential { get; init; } = double.NaN;

    /// <summary>Mean lithium content of the positive electrode, 1.</summary>
    public double CathodeContent { get; init; } = double.NaN;

    /// <summary>Mean lithium content of the negative electrode, 1.</summary>
    public double AnodeContent { get; init; } = double.NaN;

    /// <summary>Temperature of the cell, K.</summary>
    public double Temperature { get; init; } = double.NaN;

    /// <summary>Temperature of the surroundings, K.</summary>
    public double AmbientTemperature { get; init; } = double.NaN;

    /// <summary>Stack pressure, Pa.</summary>
    public double Pressure { get; init; } = double.NaN;

    /// <summary>Number of the cycle.</summary>
    public int Cycle { get; init; }

    /// <summary>Number of the step as carried out; never starts again.</summary>
    public int Step { get; init; }

    /// <summary>The line of the step in the protocol.</summary>
    public int StepId { get; init; }

    /// <summary>What the step does, such as <c>CC_DCH</c>; see <see cref="StepTypes"/>.</summary>
    public string StepType { get; init; } = "";
}
