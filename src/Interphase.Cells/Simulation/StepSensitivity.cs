namespace Interphase.Cells;

/// <summary>A step's end and what it depends on: each number with its derivative by the parameter, in SI.</summary>
/// <param name="Cycle">Its cycle.</param>
/// <param name="Step">Its number as carried out.</param>
/// <param name="End">s since the start.</param>
/// <param name="EndSlope">Its derivative.</param>
/// <param name="Charge">C/m2 that passed, > 0 charged.</param>
/// <param name="ChargeSlope">Its derivative.</param>
/// <param name="Voltage">V at the end.</param>
/// <param name="VoltageSlope">Its derivative.</param>
/// <param name="Kind">Why it ended.</param>
/// <param name="Carried">The step of the protocol.</param>
public readonly record struct StepSensitivity(
    int Cycle, int Step, double End, double EndSlope, double Charge, double ChargeSlope, double Voltage, double VoltageSlope, StepEnd Kind, ProtocolStep Carried);
