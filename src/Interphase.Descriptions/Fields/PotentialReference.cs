namespace Interphase.Descriptions;

/// <summary>Against what a voltage is given.</summary>
public enum PotentialReference
{
    /// <summary>Between the terminals: a bare voltage.</summary>
    Terminal,

    /// <summary>Against lithium as papers do it: the terminal voltage plus the counter electrode's nominal potential.</summary>
    Lithium,

    /// <summary>The cathode against the model's own reference electrode.</summary>
    Cathode,

    /// <summary>The anode against the model's own reference electrode.</summary>
    Anode,
}
