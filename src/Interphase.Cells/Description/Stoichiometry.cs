namespace Interphase.Cells;

/// <summary>A lithium content to start from.</summary>
/// <param name="Content">From 0 to 1; null for the content as assembled, which the material knows.</param>
public readonly record struct Stoichiometry(double? Content)
{
    /// <summary>As assembled.</summary>
    public static readonly Stoichiometry AsAssembled;

    /// <summary>As a person writes it.</summary>
    public override string ToString() => Content is { } content ? content.ToString("R", System.Globalization.CultureInfo.InvariantCulture) : StoichiometryField.AsAssembled;
}
