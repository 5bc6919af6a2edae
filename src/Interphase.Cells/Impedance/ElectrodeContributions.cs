namespace Interphase.Cells;

/// <summary>What contributes to the impedance of an electrode. docs/impedance.md says what each is without its flag.</summary>
[Flags]
public enum ElectrodeContributions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The film on the surface, with its capacitance.</summary>
    Film = 1,

    /// <summary>The overpotential of the charge transfer.</summary>
    ChargeTransfer = 2,

    /// <summary>The time that lithium takes within the particles.</summary>
    Diffusion = 4,

    /// <summary>The change of the open-circuit potential with the lithium held.</summary>
    Storage = 8,

    /// <summary>The double layer.</summary>
    DoubleLayer = 16,

    /// <summary>The electrolyte's reversible redox.</summary>
    Redox = 32,

    /// <summary>The resistance of the ions' way through the electrode.</summary>
    Ions = 64,

    /// <summary>The resistance of the electrons' way through the electrode.</summary>
    Electrons = 128,

    /// <summary>Everything.</summary>
    All = Film | ChargeTransfer | Diffusion | Storage | DoubleLayer | Redox | Ions | Electrons,
}
