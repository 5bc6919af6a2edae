using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>Makes what the equations know of coatings from what a cell file and the library say of them.</summary>
internal static class CoatingBuilder
{
    /// <summary>The coefficients; null where nothing is coated, or nothing is known of what a coating does.</summary>
    /// <param name="electrode">The electrode.</param>
    public static CoatingCoefficients? Build(Description electrode)
    {
        if (electrode.Within(CellSections.Active) is null) return null;
        Layer? inner = Of(electrode.Within(CellSections.Active)), outer = Of(electrode.Within(CellSections.Electrolyte));
        if (inner is null && outer is null) return null;
        var parts = ImmutableArray.CreateBuilder<BoundaryPart>();
        // Where a coating leaves something bare, a film grows there; where it leaves nothing, upon it: the electrolyte's as the active material's.
        double covered = inner?.Coverage ?? 0, wrapped = outer?.Coverage ?? 0;
        foreach ((double share, bool isCovered) in (ReadOnlySpan<(double, bool)>)[(covered, true), (1 - covered, false)])
            foreach ((double also, bool isWrapped) in (ReadOnlySpan<(double, bool)>)[(wrapped, true), (1 - wrapped, false)])
                if (share * also > 0)
                    parts.Add(new BoundaryPart(share * also, (isCovered ? inner!.Resistance : 0) + (isWrapped ? outer!.Resistance : 0), (!isCovered || covered >= 1) && (!isWrapped || wrapped >= 1)));
        double passes = 1 - covered * (inner?.Blocks ?? 0), wraps = 1 - wrapped * (outer?.Blocks ?? 0);
        return new CoatingCoefficients(parts.ToImmutable(), passes * wraps, wraps);
    }

    // What is not known of it does nothing; what is used without being written is said.
    private static Layer? Of(Description? host)
    {
        if (host?.Within(CellSections.Coating) is not { } coating) return null;
        double? thickness = coating.Get(ElectrodeFields.CoatingThickness)?.Value.Si, coverage = coating.Get(ElectrodeFields.Coverage)?.Value.Si;
        if (thickness is null && coating.Get(MaterialFields.TypicalThickness) is { } usual) coating.Complete(ElectrodeFields.CoatingThickness, (thickness = usual.Value.Si).Value, "usual for the material");
        if (coverage is null && coating.Get(MaterialFields.TypicalCoverage) is { } known) coating.Complete(ElectrodeFields.Coverage, (coverage = known.Value.Si).Value, "usual for the material");
        coverage ??= coating.GetOrDefault(ElectrodeFields.Coverage, new Quantity(1, Unit.One), "assumed: it leaves nothing bare").Si;
        double blocks = coating.GetOrDefault(ElectrodeFields.CoatingBlocks, new Quantity(1, Unit.One), "assumed: no electrons pass through it").Si;
        double resistance = thickness is { } deep && coating.Get(MaterialFields.IonicConductivity) is { } ions ? deep / PropertyValues.Value(ions.Value, _ => double.NaN) : 0;
        return new Layer(coverage.Value, resistance, blocks);
    }

    private sealed record Layer(double Coverage, double Resistance, double Blocks);
}
