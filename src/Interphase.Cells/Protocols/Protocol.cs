using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>What is done to a cell, one step after the other, with every number in SI and per area: the protocol as a simulation carries it out.</summary>
/// <param name="Items">Steps and repetitions, in order.</param>
public sealed record Protocol(ImmutableArray<ProtocolItem> Items);
