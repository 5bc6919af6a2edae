using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>What a cycle's discharge lost against the first one, by cause. docs/physics.md (129).</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Capacity">What a discharge gives with everything as it has become, C/m2.</param>
/// <param name="Fresh">What it gives with nothing of it.</param>
/// <param name="Parts">The loss by cause, C/m2.</param>
public sealed record CapacityLoss(int Cycle, double Capacity, double Fresh, ImmutableArray<CapacityPart> Parts)
{
    /// <summary>What the parts leave unexplained: the error of their quadrature, C/m2.</summary>
    public double Gap => Fresh - Capacity - Parts.Sum(part => part.Charge);
}
