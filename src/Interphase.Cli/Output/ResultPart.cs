namespace Interphase.Cli;

/// <summary>A part of what limits a cell, or of what it lost.</summary>
/// <param name="Name">What it is called in the result.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">In what.</param>
/// <param name="Share">Of the whole.</param>
internal sealed record ResultPart(string Name, double Value, string Unit, double Share)
{
    public const string Resistance = "ohm cm2", Capacity = "mAh/cm2";
}
