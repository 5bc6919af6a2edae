namespace Interphase.Descriptions;

/// <summary>Where a value came from.</summary>
public enum OriginKind
{
    /// <summary>Written in the file that was asked for.</summary>
    File,

    /// <summary>Written in a file that it extends.</summary>
    Parent,

    /// <summary>Given on the command line or by a program.</summary>
    Override,

    /// <summary>Taken from the library of materials.</summary>
    Library,

    /// <summary>The field's default.</summary>
    Default,

    /// <summary>Computed from others that were given.</summary>
    Completed,
}
