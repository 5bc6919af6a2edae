namespace Interphase.Charts;

/// <summary>Lines across a filled area; they tell areas apart when the colours are used again.</summary>
public enum Hatch
{
    /// <summary>None.</summary>
    None,

    /// <summary>Lines that rise to the right.</summary>
    Rising,

    /// <summary>Lines that fall to the right.</summary>
    Falling,
}
