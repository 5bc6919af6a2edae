using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>What may be said of a stated energy besides its value.</summary>
public static class EnergyFields
{
    /// <summary>Source.</summary>
    public static readonly TextField Source = new("source", "Where it is stated: a key of data/sources.yaml.");

    /// <summary>Condition.</summary>
    public static readonly TextField At = new("at", "Under which condition.");

    /// <summary>Note.</summary>
    public static readonly TextField Note = new("note", "A remark.");
}
