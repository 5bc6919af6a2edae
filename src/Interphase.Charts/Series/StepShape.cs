namespace Interphase.Charts;

/// <summary>Where a step line rises.</summary>
public enum StepShape
{
    /// <summary>At the next place: a value holds from its place on.</summary>
    HoldsAfter,

    /// <summary>At its own place: a value holds up to its place.</summary>
    HoldsBefore,

    /// <summary>Halfway between places.</summary>
    Centred,
}
