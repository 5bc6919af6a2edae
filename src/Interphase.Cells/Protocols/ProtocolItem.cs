using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>A part of a protocol: a step or a repetition.</summary>
/// <param name="Place">Where it is written.</param>
public abstract record ProtocolItem(Place Place);
