using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>Coatings on active material and on the electrolyte about it: the parts of their boundary, side by side. docs/physics.md (152) to (154).</summary>
/// <param name="Parts">Parts of the boundary; their shares add up to 1.</param>
/// <param name="BareActive">Share of the active material's boundary that electrons reach.</param>
/// <param name="BareCarbon">The same of the carbon's.</param>
public sealed record CoatingCoefficients(ImmutableArray<BoundaryPart> Parts, double BareActive, double BareCarbon);
