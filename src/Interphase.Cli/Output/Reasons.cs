using System.Collections.Immutable;
using Interphase.Cells;

namespace Interphase.Cli;

/// <summary>What <c>interphase why</c> found.</summary>
/// <param name="Result">The result that was asked about.</param>
/// <param name="Effects">What changing inputs would do; null where that was not asked for or cannot be told.</param>
/// <param name="Remarks">What else is to be known.</param>
internal sealed record Reasons(ResultDocument Result, InputEffects? Effects, ImmutableArray<string> Remarks);
