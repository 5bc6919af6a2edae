namespace Interphase.Cells;

/// <summary>What cracks.</summary>
public enum CrackTarget
{
    /// <summary>The particles of the active material.</summary>
    Active,

    /// <summary>The electrolyte about them.</summary>
    Electrolyte,
}
