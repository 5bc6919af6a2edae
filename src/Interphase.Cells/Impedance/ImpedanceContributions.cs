namespace Interphase.Cells;

/// <summary>What contributes to the impedance of a cell, so that an arc can be traced to its cause.</summary>
/// <param name="Cathode">In the positive electrode.</param>
/// <param name="Separator">Between the electrodes.</param>
/// <param name="Anode">In the negative electrode.</param>
/// <param name="Salt">By the salt of a liquid, everywhere.</param>
public readonly record struct ImpedanceContributions(ElectrodeContributions Cathode, SeparatorContributions Separator, ElectrodeContributions Anode, SaltContributions Salt)
{
    /// <summary>Everything: the impedance of the cell.</summary>
    public static ImpedanceContributions All => new(ElectrodeContributions.All, SeparatorContributions.All, ElectrodeContributions.All, SaltContributions.All);

    /// <summary>Nothing: an impedance of 0.</summary>
    public static ImpedanceContributions None => default;
}
