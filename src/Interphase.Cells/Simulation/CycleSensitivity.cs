namespace Interphase.Cells;

/// <summary>What a cycle delivers and what that depends on: each number with its derivative by the parameter, in SI.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Capacity">C/m2 that its discharges gave.</param>
/// <param name="CapacitySlope">Its derivative.</param>
/// <param name="Retention">The same over that of the first cycle with the same discharges.</param>
/// <param name="RetentionSlope">Its derivative.</param>
/// <param name="IsComplete">Whether every step came to its end.</param>
public sealed record CycleSensitivity(int Cycle, double Capacity, double CapacitySlope, double Retention, double RetentionSlope, bool IsComplete)
{
    /// <summary>The cycles of a run that discharge.</summary>
    internal static IReadOnlyList<CycleSensitivity> Of(IReadOnlyList<StepSensitivity> steps)
    {
        List<CycleSensitivity> cycles = [];
        List<(ProtocolStep[] Steps, CycleSensitivity Cycle)> firsts = [];
        foreach (IGrouping<int, StepSensitivity> cycle in steps.GroupBy(step => step.Cycle))
        {
            StepSensitivity[] discharges = [.. cycle.Where(step => step.Charge < 0)];
            if (discharges.Length == 0) continue;
            ProtocolStep[] carried = [.. discharges.Select(step => step.Carried)];
            double capacity = -discharges.Sum(step => step.Charge), slope = -discharges.Sum(step => step.ChargeSlope);
            bool isComplete = cycle.All(step => step.Kind is StepEnd.Limit or StepEnd.LimitAtStart or StepEnd.Done);
            if (firsts.Find(first => first.Steps.Length == carried.Length && first.Steps.Zip(carried).All(pair => AreAlike(pair.First, pair.Second))).Cycle is { } first)
            {
                double retention = capacity / first.Capacity;
                cycles.Add(new CycleSensitivity(cycle.Key, capacity, slope, retention, (slope - retention * first.CapacitySlope) / first.Capacity, isComplete));
                continue;
            }
            cycles.Add(new CycleSensitivity(cycle.Key, capacity, slope, 1, 0, isComplete));
            firsts.Add((carried, cycles[^1]));
        }
        return cycles;
    }

    // The discharges of a rate test are of one sentence, those of a protocol without repetitions in several places.
    private static bool AreAlike(ProtocolStep one, ProtocolStep other) => one.Text == other.Text && one.Control.Equals(other.Control);
}
