namespace Interphase.Microstructure;

/// <summary>Shares of the volume of a composite, which sum to 1.</summary>
/// <param name="Active">Active material.</param>
/// <param name="Electrolyte">Solid electrolyte.</param>
/// <param name="Carbon">Conductive additive.</param>
/// <param name="Void">Pores.</param>
public readonly record struct CompositeShares(double Active, double Electrolyte, double Carbon, double Void)
{
    /// <summary>All together.</summary>
    public double Sum => Active + Electrolyte + Carbon + Void;
}
