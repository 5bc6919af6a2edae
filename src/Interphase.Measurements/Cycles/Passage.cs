namespace Interphase.Measurements;

/// <summary>What passed up to each row of a recording, in Ah and Wh, from the best that it tells: capacities by direction, those of cycles, net capacity, or the current alone.</summary>
internal sealed class Passage
{
    private const double SecondsPerHour = 3600;

    // Currents below this share of the largest are noise about rest.
    private const double Noise = 1e-3;

    public Passage(Recording recording)
    {
        Current = Held(recording[Columns.Current]);
        Voltage = Held(recording[Columns.Voltage]);
        double largest = 0;
        foreach (double current in Current) largest = Math.Max(largest, Math.Abs(current));
        Threshold = Noise * largest;
        Cycle = recording.Has(Columns.CycleCount) ? Held(recording[Columns.CycleCount]) : Counted(Current, Threshold);

        (double[] Charging, double[] Discharging)? charge =
            Told(recording, Columns.ChargingCapacity, Columns.DischargingCapacity, null) ?? Told(recording, Columns.CycleChargingCapacity, Columns.CycleDischargingCapacity, Cycle);
        (double[] Charging, double[] Discharging)? energy =
            Told(recording, Columns.ChargingEnergy, Columns.DischargingEnergy, null) ?? Told(recording, Columns.CycleChargingEnergy, Columns.CycleDischargingEnergy, Cycle);
        charge ??= Integrated(recording);
        energy ??= Weighted(charge.Value);

        Passed = new Throughput[recording.Rows];
        for (int i = 0; i < Passed.Length; i++) Passed[i] = new(charge.Value.Charging[i], charge.Value.Discharging[i], energy.Value.Charging[i], energy.Value.Discharging[i]);
    }

    /// <summary>A; gaps hold the last value.</summary>
    public double[] Current { get; }

    /// <summary>V; gaps hold the last value.</summary>
    public double[] Voltage { get; }

    /// <summary>The cycle of each row; what passes before a row belongs to its cycle.</summary>
    public double[] Cycle { get; }

    /// <summary>A; a current is one when it is larger.</summary>
    public double Threshold { get; }

    /// <summary>Since the first row; Ah and Wh.</summary>
    public Throughput[] Passed { get; }

    // Without numbers of cycles one begins at each charge after a discharge.
    private static double[] Counted(double[] current, double threshold)
    {
        double[] cycles = new double[current.Length];
        int cycle = 1;
        bool hasDischarged = false;
        for (int i = 0; i < cycles.Length; i++)
        {
            if (current[i] < -threshold) hasDischarged = true;
            if (current[i] > threshold && hasDischarged) (cycle, hasDischarged) = (cycle + 1, false);
            cycles[i] = cycle;
        }
        return cycles;
    }

    private static (double[] Charging, double[] Discharging)? Told(Recording recording, Column charging, Column discharging, double[]? restarts) =>
        recording.Has(charging) && recording.Has(discharging) ? (Unrolled(recording[charging], restarts), Unrolled(recording[discharging], restarts)) : null;

    private static double[] Unrolled(ReadOnlySpan<double> values, double[]? restarts)
    {
        double[] told = Held(values), unrolled = new double[told.Length];
        for (int i = 1; i < told.Length; i++)
        {
            bool isNew = restarts is not null && (restarts[i] != restarts[i - 1] || told[i] < told[i - 1]);
            unrolled[i] = unrolled[i - 1] + (isNew ? told[i] : told[i] - told[i - 1]);
        }
        return unrolled;
    }

    private (double[] Charging, double[] Discharging) Integrated(Recording recording)
    {
        ReadOnlySpan<double> time = recording[Columns.TestTime];
        double[]? net = recording.Has(Columns.NetCapacity) ? Held(recording[Columns.NetCapacity]) : null;
        double[] charging = new double[recording.Rows], discharging = new double[recording.Rows];
        for (int i = 1; i < charging.Length; i++)
        {
            double hours = (time[i] - time[i - 1]) / SecondsPerHour;
            double charge = net is null ? 0.5 * hours * (Current[i - 1] + Current[i]) : net[i] - net[i - 1];
            (double more, double less) = Throughput.Split(hours, Current[i - 1], Current[i], charge);
            (charging[i], discharging[i]) = (charging[i - 1] + more, discharging[i - 1] + less);
        }
        return (charging, discharging);
    }

    private (double[] Charging, double[] Discharging) Weighted((double[] Charging, double[] Discharging) charge)
    {
        double[] charging = new double[Voltage.Length], discharging = new double[Voltage.Length];
        for (int i = 1; i < charging.Length; i++)
        {
            double mean = 0.5 * (Voltage[i - 1] + Voltage[i]);
            charging[i] = charging[i - 1] + (mean * (charge.Charging[i] - charge.Charging[i - 1]));
            discharging[i] = discharging[i - 1] + (mean * (charge.Discharging[i] - charge.Discharging[i - 1]));
        }
        return (charging, discharging);
    }

    private static double[] Held(ReadOnlySpan<double> values)
    {
        double[] held = values.ToArray();
        int first = Array.FindIndex(held, double.IsFinite);
        double last = first < 0 ? 0 : held[first];
        for (int i = 0; i < held.Length; i++)
        {
            if (double.IsFinite(held[i])) last = held[i];
            else held[i] = last;
        }
        return held;
    }
}
