namespace Interphase.Cells;

/// <summary>What a boundary process does to the points of a composite.</summary>
internal enum BoundaryEffect
{
    /// <summary>A resistance in series with intercalation, ohm m2; adds up.</summary>
    Films,

    /// <summary>A resistance between carbon and active material, ohm m2; adds up.</summary>
    CarbonContacts,

    /// <summary>The share of the contact that is left; multiplies.</summary>
    Contact,

    /// <summary>The share of the ionic conductivity that is left; multiplies.</summary>
    Ions,

    /// <summary>The share of the particles that take part; multiplies.</summary>
    Taking,

    /// <summary>The thickness of a shell of the particles that holds no lithium any more, m; adds up.</summary>
    Shell,

    /// <summary>The share of the diffusivity in the particles that is left; multiplies.</summary>
    Diffusion,

    /// <summary>The share of the reversible redox's reservoir that is left; multiplies.</summary>
    Reservoir,

    /// <summary>A state of a process that goes on within a cycle.</summary>
    State,
}
