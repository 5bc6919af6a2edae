namespace Interphase.Descriptions;

/// <summary>How a property changes with temperature: p(T) = p(T0) exp(-Ea/R (1/T - 1/T0)).</summary>
/// <param name="Energy">Ea as written.</param>
/// <param name="ReferenceTemperature">T0 in K, at which the property holds.</param>
/// <param name="Annotation">Where the energy comes from.</param>
public sealed record Activation(Quantity Energy, double ReferenceTemperature, Annotation Annotation)
{
    private const double Avogadro = 6.02214076e23;

    /// <summary>Ea in J/mol.</summary>
    public double MolarEnergy => Energy.Dimension == Measures.Energy.Dimension ? Energy.Si * Avogadro : Energy.Si;
}
