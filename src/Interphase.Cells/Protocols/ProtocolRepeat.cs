using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>Parts that are carried out several times; one pass is a cycle where no further repetition lies within.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Count">How often; at least 1. <see cref="int.MaxValue"/> where only a limit ends it.</param>
/// <param name="Items">What is repeated.</param>
/// <param name="IsCycle">Whether a pass counts as a cycle; false for the pulses of a titration, which belong to one.</param>
public sealed record ProtocolRepeat(Place Place, int Count, ImmutableArray<ProtocolItem> Items, bool IsCycle = true) : ProtocolItem(Place);
