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
    /// <summary>Surface between active material and electrolyte per volume, 1/m.</summary>
    public double ActiveElectrolyte => Measures.Borders.Between(CompositePhases.Active, CompositePhases.Electrolyte)?.Area ?? 0;

    /// <summary>Makes and measures it, along the first axis, with sides that repeat themselves as the generated box does.</summary>
    /// <param name="plan">What it is made from.</param>
    /// <param name="tolerance">By how much of itself a conductivity may be off.</param>
    /// <param name="threads">How many threads may work; no result depends on it.</param>
    /// <param name="problems">Is given what is wrong.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Null after a problem.</returns>
    public static StructureSample? Of(StructurePlan plan, double tolerance, int threads, Problems problems, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        progress?.Report($"generating {plan.Recipe.Shape} voxels");
        CompositeGeneration made = CompositeGenerator.Generate(plan.Recipe, threads, new Place("structure"), null, cancellation);
        foreach (Problem problem in made.Problems) problems.Add(problem);
        if (made.Structure is not { } structure) return null;
        var transport = new Transport { Axis = Axis.X, Sides = Sides.Periodic, Tolerance = tolerance, Threads = threads };
        progress?.Report("measuring");
        StructureMeasures measures = StructureMeasures.Of(structure.Image, new MeasurePlan { Transport = transport }, null, cancellation);
        progress?.Report("ions");
        EffectiveConductivity ionic = structure.Ionic(plan.Conductivities, transport, null, cancellation);
        progress?.Report("electrons");
        EffectiveConductivity electronic = structure.Electronic(plan.Conductivities, transport, null, cancellation);
        return new StructureSample(plan, structure, measures, ionic, electronic, structure.CarbonSurface(threads));
    }
}
