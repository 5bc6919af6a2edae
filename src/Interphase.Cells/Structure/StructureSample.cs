using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Microstructure;

namespace Interphase.Cells;

/// <summary>A composite that was generated and measured.</summary>
/// <param name="Plan">What it was made from.</param>
/// <param name="Structure">What came of it.</param>
/// <param name="Measures">Of its voxels.</param>
/// <param name="Ionic">What it conducts of ions, S/m.</param>
/// <param name="Electronic">What it conducts of electrons, S/m.</param>
/// <param name="Carbon">Where the carbon touches the rest; null without carbon.</param>
public sealed record StructureSample(StructurePlan Plan, CompositeStructure Structure, StructureMeasures Measures, EffectiveConductivity Ionic, EffectiveConductivity Electronic, CarbonSurface? Carbon)
{
    /// <summary>What the transport of ions is called in <see cref="Measures"/>, of which the parts tell how it scatters.</summary>
    public const string PartsOfIons = "ionic";

    private const double LeastTelling = 5;
    private static readonly ImmutableDictionary<byte, double> Ions = ImmutableDictionary.CreateRange([KeyValuePair.Create(CompositePhases.Electrolyte, 1.0)]);

    /// <summary>Surface between active material and electrolyte per volume, 1/m.</summary>
    public double ActiveElectrolyte => Measures.Borders.Between(CompositePhases.Active, CompositePhases.Electrolyte)?.Area ?? 0;

    /// <summary>Area between active material and carbon per volume, 1/m; null where voxels show none.</summary>
    public double? ActiveCarbon => Plan.Recipe.Carbon is NanoCarbon or null || Structure.Shares.Carbon <= 0 ? null
        : Structure.Lines is { } lines ? lines.ActiveArea
        : Measures.Borders.Between(CompositePhases.Active, CompositePhases.Carbon)?.Area ?? 0;

    /// <summary>Share of the electronic conductivity that rises with the active material's own; the rest rises with the carbon's. docs/physics.md (102).</summary>
    public double ActiveCarries { get; init; }

    /// <summary>Makes and measures it, along the first axis, with sides that repeat themselves as the generated box does.</summary>
    /// <param name="plan">What it is made from.</param>
    /// <param name="tolerance">By how much of itself a conductivity may be off.</param>
    /// <param name="threads">How many threads may work; no result depends on it.</param>
    /// <param name="parts">Into how many parts it is cut along each axis to see how numbers scatter; 1 for none.</param>
    /// <param name="problems">Is given what is wrong.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Null after a problem.</returns>
    public static StructureSample? Of(StructurePlan plan, double tolerance, int threads, int parts, Problems problems, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        progress?.Report($"generating {plan.Recipe.Shape} voxels");
        CompositeGeneration made = CompositeGenerator.Generate(plan.Recipe, threads, new Place("structure"), null, cancellation);
        foreach (Problem problem in made.Problems) problems.Add(problem);
        if (made.Structure is not { } structure) return null;
        var transport = new Transport { Axis = Axis.X, Sides = Sides.Periodic, Tolerance = tolerance, Threads = threads };
        progress?.Report("measuring");
        StructureMeasures measures = StructureMeasures.Of(structure.Image, new MeasurePlan { Transport = transport, Parts = parts, Lines = structure.Lines, Conductivities = parts > 1 ? [(PartsOfIons, Ions)] : [] }, null, cancellation);
        progress?.Report("ions");
        EffectiveConductivity ionic = structure.Ionic(plan.Conductivities, transport, null, cancellation);
        progress?.Report("electrons");
        EffectiveConductivity electronic = structure.Electronic(plan.Conductivities, transport, null, cancellation);
        return new StructureSample(plan, structure, measures, ionic, electronic, structure.CarbonSurface(threads)) { ActiveCarries = Carried() };

        double Carried()
        {
            CompositeConductivities own = plan.Conductivities;
            if (own.Active <= 0 || !electronic.IsConnected) return 0;
            if (own.Carbon <= 0 || structure.Shares.Carbon <= 0) return 1;
            EffectiveConductivity twice = structure.Electronic(own with { Active = 2 * own.Active }, transport, null, cancellation);
            double share = Math.Log(twice.Value / electronic.Value) / Math.Log(2);
            // What the tolerance cannot tell from nothing is nothing.
            return share < LeastTelling * tolerance ? 0 : Math.Min(1, share);
        }
    }
}
