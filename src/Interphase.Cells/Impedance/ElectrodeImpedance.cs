using System.Numerics;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>The impedance of an electrode about a state.</summary>
internal abstract class ElectrodeImpedance
{
    /// <summary>Takes the slopes of the electrode's equations at its unknowns.</summary>
    public abstract void Linearise(ReadOnlySpan<Real> unknowns, double temperature);

    /// <summary>The impedance for changes that grow as e^(rate t), ohm m2: rate = iω for a spectrum.</summary>
    public abstract Complex At(Complex rate, ElectrodeContributions contributions);

    /// <summary>A resistance with a capacitance beside it.</summary>
    protected static Complex Beside(double resistance, double capacitance, Complex rate) => capacitance == 0 ? resistance : resistance / (1 + rate * (resistance * capacitance));

    /// <summary>Whether a contribution is asked for.</summary>
    protected static bool Has(ElectrodeContributions contributions, ElectrodeContributions one) => (contributions & one) != 0;
}
