namespace Interphase.Cells;

/// <summary>What a relative change of an input does to the capacity of a cell and how it keeps it.</summary>
/// <param name="Input">The input.</param>
/// <param name="Cycle">The cycle whose retention is meant.</param>
/// <param name="Retention">Of that cycle.</param>
/// <param name="RetentionSlope">Its derivative by the logarithm of the input.</param>
/// <param name="FirstCapacity">C/m2 that the first cycle with a discharge gave.</param>
/// <param name="FirstCapacitySlope">Its derivative by the logarithm of the input.</param>
public sealed record InputEffect(CellInput Input, int Cycle, double Retention, double RetentionSlope, double FirstCapacity, double FirstCapacitySlope)
{
    /// <summary>Whether it is the difference of two runs, where the equations take the input as a constant or in another way that their derivative does not follow.</summary>
    public bool IsDifference { get; init; }

    /// <summary>The larger of both effects, each as a share.</summary>
    public double Size => Math.Max(Math.Abs(RetentionSlope), Math.Abs(FirstCapacitySlope / FirstCapacity));

    /// <summary>What a run in numbers with derivatives tells of an input; null where no cycle that was completed discharged.</summary>
    /// <param name="input">The input.</param>
    /// <param name="sensitivity">Its sensitivity, after the run.</param>
    /// <param name="cycle">The cycle, or the last before it that was completed.</param>
    public static InputEffect? Of(CellInput input, CellSensitivity sensitivity, int cycle)
    {
        IReadOnlyList<CycleSensitivity> cycles = sensitivity.Cycles;
        return cycles.LastOrDefault(each => each.Cycle <= cycle && each.IsComplete) is { } last
            ? new InputEffect(input, last.Cycle, last.Retention, input.Si * last.RetentionSlope, cycles[0].Capacity, input.Si * cycles[0].CapacitySlope)
            : null;
    }
}
