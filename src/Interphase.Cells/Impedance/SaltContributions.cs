namespace Interphase.Cells;

/// <summary>What the concentration of a liquid's salt contributes to the impedance of a cell. docs/impedance.md says what each is without its flag.</summary>
[Flags]
public enum SaltContributions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The potential of a concentration cell.</summary>
    Potential = 1,

    /// <summary>The change of the conductivity, felt where a current flows.</summary>
    Conductivity = 2,

    /// <summary>The change of exchange currents, felt where a current flows.</summary>
    ExchangeCurrent = 4,

    /// <summary>Everything.</summary>
    All = Potential | Conductivity | ExchangeCurrent,
}
