using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>A salt in a solvent that fills the pores of a cell: two kinds of ions, of which lithium alone reacts. docs/physics.md (59) to (62).</summary>
/// <param name="Concentration">mol/m3, everywhere at the start.</param>
/// <param name="Conductivity">S/m over mol/m3.</param>
/// <param name="ConductivityActivation">How it changes with temperature.</param>
/// <param name="Diffusivity">m2/s over mol/m3.</param>
/// <param name="DiffusivityActivation">How it changes with temperature.</param>
/// <param name="TransferenceNumber">Of lithium, over mol/m3.</param>
/// <param name="ThermodynamicFactor">1 + dln f/dln c over mol/m3.</param>
public sealed record BinaryCoefficients(
    double Concentration,
    Curve Conductivity,
    ThermalLaw ConductivityActivation,
    Curve Diffusivity,
    ThermalLaw DiffusivityActivation,
    Curve TransferenceNumber,
    Curve ThermodynamicFactor)
{
    // Over the logarithm of the relative concentration, in which the drive is a mild function.
    private const double Dilute = 1e-6;
    private const int Rows = 1025;

    /// <summary>(1 - t+) times the thermodynamic factor over ln(c/c0).</summary>
    internal Curve Drive()
    {
        double At(double logarithm)
        {
            double concentration = Concentration * Math.Exp(logarithm);
            return (1 - TransferenceNumber.Value(concentration)) * ThermodynamicFactor.Value(concentration);
        }

        if (TransferenceNumber.Minimum == TransferenceNumber.Maximum && ThermodynamicFactor.Minimum == ThermodynamicFactor.Maximum) return Curve.Constant(At(0));
        double lower = Math.Log(Dilute), upper = Math.Log(Math.Max(2, Math.Max(TransferenceNumber.Upper, ThermodynamicFactor.Upper) / Concentration));
        double[] arguments = new double[Rows], values = new double[Rows];
        for (int i = 0; i < Rows; i++)
        {
            arguments[i] = lower + (upper - lower) * i / (Rows - 1);
            values[i] = At(arguments[i]);
        }
        return Curve.TryInterpolate(arguments, values, out Curve? curve, out CurveError? error, Extension.Constant) ? curve : throw new ArgumentException(error.ToString());
    }
}
