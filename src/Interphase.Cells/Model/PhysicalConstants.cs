namespace Interphase.Cells;

/// <summary>Constants of nature; exact by definition of the SI, but for the permittivity of vacuum (CODATA 2018).</summary>
public static class PhysicalConstants
{
    /// <summary>Faraday's constant, C/mol.</summary>
    public const double Faraday = Lithium.Faraday;

    /// <summary>The gas constant, J/mol/K.</summary>
    public const double GasConstant = 8.31446261815324;

    /// <summary>The charge of an electron, C.</summary>
    public const double ElementaryCharge = 1.602176634e-19;

    /// <summary>The permittivity of vacuum, F/m.</summary>
    public const double VacuumPermittivity = 8.8541878128e-12;
}
