namespace Interphase.Cells;

/// <summary>Constants of nature, exact by definition of the SI.</summary>
public static class PhysicalConstants
{
    /// <summary>Faraday's constant, C/mol.</summary>
    public const double Faraday = Lithium.Faraday;

    /// <summary>The gas constant, J/mol/K.</summary>
    public const double GasConstant = 8.31446261815324;
}
