using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Thermodynamics;

/// <summary>A measured limit of a window.</summary>
/// <param name="Voltage">V against lithium metal.</param>
/// <param name="Bound">Whether it is a bound only.</param>
/// <param name="At">How it was measured; empty when not told.</param>
/// <param name="Note">A remark; empty when none.</param>
/// <param name="SourceKey">The key of its source, or <c>assumed: </c> with a reason.</param>
/// <param name="Source">Where it was published; null for an assumption.</param>
public sealed record PracticalLimit(double Voltage, Bound Bound, string At, string Note, string SourceKey, Source? Source)
{
    /// <summary>As it is said: <c>0.11 V</c>, <c>below 2.5 V</c>.</summary>
    public override string ToString() => $"{(Bound == Bound.Upper ? "below " : Bound == Bound.Lower ? "above " : "")}{Voltage} V";
}
