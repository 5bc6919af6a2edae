using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>One step: what is controlled, and what ends it.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Text">The sentence as written.</param>
/// <param name="Control">What is controlled.</param>
/// <param name="Limits">What ends it; the first that is reached.</param>
public sealed record ProtocolStep(Place Place, string Text, Control Control, ImmutableArray<StepLimit> Limits) : ProtocolItem(Place)
{
    /// <summary>Spectra that are taken while it goes on; null for none.</summary>
    public ImpedanceSeries? Series { get; init; }
}
