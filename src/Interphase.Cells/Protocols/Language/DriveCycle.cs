using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>A table of time and current or power as read: times from 0 in s, values in the SI unit of their measure, and the column that they stood in.</summary>
internal sealed record DriveCycle(ImmutableArray<double> Times, ImmutableArray<double> Values, Measure Measure, Amount Column);
