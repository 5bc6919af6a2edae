using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>How a rate changes with temperature: by exp(-E/R (1/T - 1/T0)).</summary>
/// <param name="Energy">J/mol; 0 where it does not change.</param>
/// <param name="Reference">T0, K.</param>
public readonly record struct ThermalLaw(double Energy, double Reference)
{
    /// <summary>A rate that does not change.</summary>
    public static ThermalLaw None => new(0, 298.15);

    /// <summary>The factor at a temperature.</summary>
    /// <param name="temperature">K, > 0.</param>
    public double Factor(double temperature) => Energy == 0 ? 1 : Math.Exp(-Energy / PhysicalConstants.GasConstant * (1 / temperature - 1 / Reference));

    /// <summary>The factor at a temperature that may vary.</summary>
    /// <param name="temperature">K, > 0.</param>
    /// <typeparam name="T">The number type.</typeparam>
    public T Factor<T>(T temperature)
        where T : unmanaged, IScalar<T>
    {
        if (Energy == 0) return T.Constant(1);
        double factor = Factor(temperature.Value);
        return T.Compose(temperature, factor, factor * Energy / (PhysicalConstants.GasConstant * temperature.Value * temperature.Value), 0);
    }
}
