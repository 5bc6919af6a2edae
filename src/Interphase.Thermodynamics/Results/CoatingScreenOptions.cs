namespace Interphase.Thermodynamics;

/// <summary>What a coating is asked to withstand, and which phases are looked at.</summary>
public sealed record CoatingScreenOptions
{
    /// <summary>The lowest potential that it meets, V against lithium.</summary>
    public double LowVoltage { get; init; } = 2.5;

    /// <summary>The highest, V.</summary>
    public double HighVoltage { get; init; } = 4.3;

    /// <summary>The highest energy above the hull, eV/atom.</summary>
    public double MostAboveHull { get; init; } = 0.05;

    /// <summary>Whether phases without lithium are ranked too.</summary>
    public bool WithoutLithium { get; init; }

    /// <summary>Whether phases with radioactive, noble, precious and poisonous elements, and with hydrogen, are ranked too.</summary>
    public bool AllElements { get; init; }

    /// <summary>How many threads work on it; the result does not depend on it.</summary>
    public int Threads { get; init; } = 1;
}
