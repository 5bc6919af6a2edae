namespace Interphase.Descriptions;

/// <summary>How a property changes with temperature: p(T) = p(T0) exp(-Ea/R (1/T - 1/T0)).</summary>
/// <param name="Energy">Ea as written.</param>
/// <param name="ReferenceTemperature">T0 in K, at which the property holds.</param>
/// <param name="Annotation">Where the energy comes from.</param>
public sealed record Activation(Quantity Energy, double ReferenceTemperature, Annotation Annotation)
{
    private const double GasConstant = 8.314462618;
    private const double Avogadro = 6.02214076e23;

    /// <summary>Ea in J/mol.</summary>
    public double MolarEnergy => Energy.Dimension == Measures.Energy.Dimension ? Energy.Si * Avogadro : Energy.Si;

    /// <summary>The factor by which the property at <paramref name="temperature"/> (K, above 0) exceeds that at T0.</summary>
    public double Factor(double temperature) => Math.Exp(-MolarEnergy / GasConstant * (1 / temperature - 1 / ReferenceTemperature));
}
