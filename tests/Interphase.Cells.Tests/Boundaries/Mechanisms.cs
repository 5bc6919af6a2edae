namespace Interphase.Cells.Tests;

/// <summary>What may happen in a random ageing cell.</summary>
[Flags]
internal enum Mechanisms
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Contact opens.</summary>
    Contact = 1,

    /// <summary>The active material cracks.</summary>
    Cracks = 2,

    /// <summary>The electrolyte cracks.</summary>
    ElectrolyteCracks = 4,

    /// <summary>The oxide gives off oxygen.</summary>
    Oxygen = 8,

    /// <summary>Inventories of the carbon are used up.</summary>
    Carbon = 16,

    /// <summary>The electrolyte is oxidised.</summary>
    Oxidation = 32,

    /// <summary>A coating stands on the active material.</summary>
    Coating = 64,

    /// <summary>The electrolyte is reduced at a foil of lithium.</summary>
    Reduction = 128,

    /// <summary>A filament grows from it.</summary>
    Filament = 256,

    /// <summary>A contact of the separator grows.</summary>
    Separator = 512,
}
