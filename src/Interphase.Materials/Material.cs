using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Materials;

/// <summary>A material of the library.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Roles">What it may be in a cell.</param>
/// <param name="Summary">What it is.</param>
/// <param name="File">The file that describes it.</param>
/// <param name="Description">Its values, each with its source.</param>
public sealed record Material(string Name, ImmutableArray<string> Aliases, ImmutableArray<string> Roles, string Summary, string File, Description Description);
