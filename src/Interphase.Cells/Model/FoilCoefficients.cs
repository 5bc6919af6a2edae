namespace Interphase.Cells;

/// <summary>A flat metal that gives and takes lithium: without limit (lithium itself), or over a two-phase range (an alloy).</summary>
/// <param name="Potential">V against lithium, on the plateau.</param>
/// <param name="ExchangeCurrent">A/m2 at <see cref="ThermalLaw.Reference"/>; infinite for a foil without charge-transfer loss.</param>
/// <param name="ExchangeCurrentActivation">How it changes with temperature.</param>
/// <param name="TransferCoefficient">Anodic, 0 to 1.</param>
/// <param name="FilmResistance">ohm m2.</param>
/// <param name="DoubleLayer">F/m2; 0 where there is none.</param>
/// <param name="Held">Lithium in it at the start, C/m2, counted from the plateau's beginning.</param>
/// <param name="Plateau">Width of the two-phase range, C/m2; infinite where it never ends.</param>
public sealed record FoilCoefficients(
    double Potential,
    double ExchangeCurrent,
    ThermalLaw ExchangeCurrentActivation,
    double TransferCoefficient,
    double FilmResistance,
    double DoubleLayer,
    double Held,
    double Plateau) : ElectrodeCoefficients
{
    /// <summary>Lithium that the host can trap, C/m2; 0 where it traps none.</summary>
    public double TrapCapacity { get; init; }

    /// <summary>Share of what enters that is trapped while the traps are empty.</summary>
    public double TrapShare { get; init; }

    /// <summary>Lithium trapped at the start, C/m2, a part of <see cref="Held"/>.</summary>
    public double Trapped { get; init; }

    /// <summary>Capacitance of the film, F/m2; 0 where there is none. Known to the impedance only.</summary>
    public double FilmCapacitance { get; init; }

    /// <summary>How the exchange current depends on the salt of a liquid; null where it does not.</summary>
    public SaltDependence? ExchangeOfSalt { get; init; }

    /// <summary>The electrolyte's reduction at it; null where it does not take place.</summary>
    public ReductionCoefficients? Reduction { get; init; }

    /// <summary>A filament that grows from it; null where there is none.</summary>
    public FilamentCoefficients? Filament { get; init; }

    /// <summary>Whether film and filament stay what they are.</summary>
    internal bool IsHeld { get; init; }
}
