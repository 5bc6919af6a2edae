using System.Collections.Immutable;

namespace Interphase.Descriptions;

/// <summary>A list.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Items">The items in order.</param>
public sealed record ListNode(Place Place, ImmutableArray<Node> Items) : Node(Place)
{
    /// <inheritdoc/>
    public override string Description => $"a list of {Items.Length}";
}
