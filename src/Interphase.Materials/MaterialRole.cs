using Interphase.Descriptions;

namespace Interphase.Materials;

/// <summary>What a material may be in a cell, and what that lets it say.</summary>
/// <param name="Role">The word for it.</param>
/// <param name="Properties">The properties.</param>
public sealed record MaterialRole(string Role, Section Properties);
