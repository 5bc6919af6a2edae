namespace Interphase.Measurements;

/// <summary>Charge and energy by direction, each of them growing: C and J, or Ah and Wh.</summary>
internal readonly record struct Throughput(double Charging, double Discharging, double ChargingEnergy, double DischargingEnergy)
{
    public static Throughput operator +(Throughput a, Throughput b) =>
        new(a.Charging + b.Charging, a.Discharging + b.Discharging, a.ChargingEnergy + b.ChargingEnergy, a.DischargingEnergy + b.DischargingEnergy);

    public static Throughput operator -(Throughput a, Throughput b) =>
        new(a.Charging - b.Charging, a.Discharging - b.Discharging, a.ChargingEnergy - b.ChargingEnergy, a.DischargingEnergy - b.DischargingEnergy);

    /// <summary>C and J as Ah and Wh.</summary>
    public Throughput InHours => new(Charging / 3600, Discharging / 3600, ChargingEnergy / 3600, DischargingEnergy / 3600);

    /// <summary>What passes between two rows whose net charge is known. Where the current changes its sign between them, it is taken as a straight line for the share of each direction.</summary>
    public static (double Charging, double Discharging) Split(double duration, double currentBefore, double currentAfter, double charge)
    {
        double charging = Math.Max(charge, 0);
        if (duration > 0 && currentBefore * currentAfter < 0)
        {
            double perAmpere = 0.5 * duration / (currentBefore - currentAfter);
            double before = currentBefore * currentBefore * perAmpere, after = -currentAfter * currentAfter * perAmpere;
            charging = Math.Max(charging, Math.Max(before, after) + (0.5 * (charge - before - after)));
        }
        return (charging, charging - charge);
    }

    /// <summary>The same with the energy: its net is kept, and where both directions occur, each has the mean voltage for its charge.</summary>
    public static Throughput Between(in SampleRow before, in SampleRow after)
    {
        double charge = after.NetCharge - before.NetCharge, energy = after.NetEnergy - before.NetEnergy;
        (double charging, double discharging) = Split(after.Time - before.Time, before.Current, after.Current, charge);
        double chargingEnergy;
        if (charging > 0 && discharging > 0)
        {
            double voltage = 0.5 * (before.Voltage + after.Voltage);
            chargingEnergy = (voltage * charging) + (0.5 * (energy - (voltage * charge)));
        }
        else
        {
            chargingEnergy = charge > 0 || (charge == 0 && energy > 0) ? energy : 0;
        }
        return new(charging, discharging, chargingEnergy, chargingEnergy - energy);
    }
}
