namespace Interphase.Cells;

/// <summary>What an energy is divided by.</summary>
public static class Bases
{
    /// <summary>The cathode's active material.</summary>
    public const string Active = "active";

    /// <summary>The whole cathode composite.</summary>
    public const string Composite = "composite";

    /// <summary>Cathode composite and anode.</summary>
    public const string CompositeAndAnode = "composite + anode";

    /// <summary>Cathode composite, separator and anode, without collectors.</summary>
    public const string Stack = "stack";
}
