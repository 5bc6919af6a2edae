namespace Interphase.Descriptions;

/// <summary>A piece of a read document, with the place where it was written.</summary>
/// <param name="Place">Where it begins.</param>
public abstract record Node(Place Place)
{
    /// <summary>What the node is, in words for a message.</summary>
    public abstract string Description { get; }
}
