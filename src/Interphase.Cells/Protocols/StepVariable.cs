namespace Interphase.Cells;

/// <summary>What a step may be limited by.</summary>
public enum StepVariable
{
    /// <summary>Time since the start of the step, s.</summary>
    StepTime,

    /// <summary>Voltage between the terminals, V.</summary>
    Voltage,

    /// <summary>Potential of the positive electrode against lithium, V.</summary>
    CathodePotential,

    /// <summary>Potential of the negative electrode against lithium, V.</summary>
    AnodePotential,

    /// <summary>Magnitude of the current density, A/m2.</summary>
    CurrentMagnitude,

    /// <summary>Magnitude of the charge passed since the start of the step, C/m2.</summary>
    StepCharge,

    /// <summary>Temperature of the cell, K.</summary>
    Temperature,

    /// <summary>Mean lithium content of the positive electrode.</summary>
    CathodeContent,

    /// <summary>Mean lithium content of the negative electrode.</summary>
    AnodeContent,
}
