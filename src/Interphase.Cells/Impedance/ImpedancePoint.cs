using System.Numerics;

namespace Interphase.Cells;

/// <summary>The impedance of a cell at one frequency and where it comes from, ohm m2; the imaginary part is negative where it is capacitive.</summary>
/// <param name="Frequency">Hz.</param>
/// <param name="Cathode">The positive electrode's.</param>
/// <param name="Separator">That of the layers between the electrodes.</param>
/// <param name="Anode">The negative electrode's.</param>
/// <param name="CathodeSide">That of the separator between cathode and reference electrode.</param>
public readonly record struct ImpedancePoint(double Frequency, Complex Cathode, Complex Separator, Complex Anode, Complex CathodeSide)
{
    /// <summary>Between the terminals.</summary>
    public Complex Total => Cathode + Separator + Anode;

    /// <summary>Of the positive electrode against the reference electrode.</summary>
    public Complex CathodeAgainstReference => Cathode + CathodeSide;

    /// <summary>Of the negative electrode against the reference electrode; with the other one it makes the total.</summary>
    public Complex AnodeAgainstReference => Anode + (Separator - CathodeSide);
}
