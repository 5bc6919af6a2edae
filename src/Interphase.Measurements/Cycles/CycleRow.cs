namespace Interphase.Measurements;

/// <summary>A cycle in numbers. What needs a charge or a discharge is null where the cycle has none.</summary>
/// <param name="Cycle">Its number as recorded.</param>
/// <param name="Start">Time at which it begins, s.</param>
/// <param name="End">Time at which it ends, s.</param>
/// <param name="ChargeCapacity">Charge put in, Ah.</param>
/// <param name="DischargeCapacity">Charge taken out, Ah.</param>
/// <param name="ChargeEnergy">Energy put in while charging, Wh.</param>
/// <param name="DischargeEnergy">Energy taken out while discharging, Wh.</param>
/// <param name="CoulombicEfficiency">Charge taken out over charge put in within the cycle.</param>
/// <param name="EnergyEfficiency">Energy taken out over energy put in within the cycle.</param>
/// <param name="MeanChargeVoltage">Energy over capacity of the charge, V.</param>
/// <param name="MeanDischargeVoltage">Energy over capacity of the discharge, V.</param>
/// <param name="EndOfChargeVoltage">Voltage in the last row that charges, V.</param>
/// <param name="EndOfDischargeVoltage">Voltage in the last row that discharges, V.</param>
public sealed record CycleRow(
    long Cycle, double Start, double End, double ChargeCapacity, double DischargeCapacity, double ChargeEnergy, double DischargeEnergy, double? CoulombicEfficiency, double? EnergyEfficiency,
    double? MeanChargeVoltage, double? MeanDischargeVoltage, double? EndOfChargeVoltage, double? EndOfDischargeVoltage)
{
    // Less of what passes than this is noise and makes no charge or discharge.
    private const double LeastShare = 1e-6;

    /// <summary>A cycle from what passed in it, in Ah and Wh.</summary>
    internal static CycleRow Of(long cycle, double start, double end, Throughput passed, double? endOfCharge, double? endOfDischarge)
    {
        double least = LeastShare * (passed.Charging + passed.Discharging);
        bool charges = passed.Charging > least, discharges = passed.Discharging > least;
        return new(
            cycle, start, end, passed.Charging, passed.Discharging, passed.ChargingEnergy, passed.DischargingEnergy,
            charges && discharges ? passed.Discharging / passed.Charging : null,
            charges && discharges && passed.ChargingEnergy != 0 ? passed.DischargingEnergy / passed.ChargingEnergy : null,
            charges ? passed.ChargingEnergy / passed.Charging : null,
            discharges ? passed.DischargingEnergy / passed.Discharging : null,
            endOfCharge, endOfDischarge);
    }
}
