namespace Interphase.Cells;

/// <summary>Lithium as charge, mass and amount.</summary>
internal static class Lithium
{
    /// <summary>C/mol.</summary>
    public const double Faraday = 96485.33212;

    /// <summary>kg/mol.</summary>
    public const double MolarMass = 6.94e-3;

    /// <summary>kg per C.</summary>
    public const double MassPerCharge = MolarMass / Faraday;
}
