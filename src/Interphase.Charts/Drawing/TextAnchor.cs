namespace Interphase.Charts;

/// <summary>Which end of a text stands at its place.</summary>
public enum TextAnchor
{
    /// <summary>The text runs to the right of its place.</summary>
    Start,

    /// <summary>The text is centred on its place.</summary>
    Middle,

    /// <summary>The text ends at its place.</summary>
    End,
}
