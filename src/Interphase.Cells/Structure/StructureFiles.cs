using System.Collections.Immutable;
using Interphase.Microstructure;

namespace Interphase.Cells;

/// <summary>Makes what a structure file tells a cell out of what was measured.</summary>
public static class StructureFiles
{
    /// <summary>Of samples of one recipe: means, and their standard errors by the scatter between samples; of a single one by that between its parts.</summary>
    /// <param name="samples">At least one.</param>
    public static StructureFile Of(ImmutableArray<StructureSample> samples)
    {
        StructureSample first = samples[0];
        CompositeRecipe recipe = first.Plan.Recipe;
        CompositeConductivities own = first.Plan.Conductivities;
        double count = samples.Length;
        StructureRecipe told = StructureRecipe.Of(first.Plan);
        var electronic = ImmutableArray.CreateBuilder<StructureFactor>();
        if (own.Active > 0) electronic.Add(Factor(CellSections.Active, own.Active, sample => sample.ActiveCarries * sample.Electronic.Value / own.Active));
        if (own.Carbon > 0 && recipe.Shares.Carbon > 0) electronic.Add(Factor(CellSections.Carbon, own.Carbon, sample => (1 - sample.ActiveCarries) * sample.Electronic.Value / own.Carbon));
        bool estimate = first.Carbon?.IsEstimate == true;
        return new StructureFile
        {
            IsGenerated = true,
            Recipe = told,
            RecipeHash = told.Hash,
            Voxels = recipe.Shape.X,
            VoxelSize = recipe.VoxelSize,
            GivenGrain = first.Plan.GivenGrain,
            Seeds = [.. samples.Select(sample => (long)sample.Plan.Recipe.Seed)],
            Axis = "x",
            Shares = new CompositeShares(Mean(sample => sample.Structure.Shares.Active), Mean(sample => sample.Structure.Shares.Electrolyte), Mean(sample => sample.Structure.Shares.Carbon), Mean(sample => sample.Structure.Shares.Void)),
            Ionic = [Factor(CellSections.Electrolyte, own.Electrolyte, sample => sample.Ionic.Value / own.Electrolyte)],
            IonicError = samples.Length > 1 ? Relative(sample => sample.Ionic.Value) : OfParts(part => part.Transport.First(each => each.Name == StructureSample.PartsOfIons).Found.Value, first.Measures),
            Electronic = electronic.ToImmutable(),
            ElectronicError = Relative(sample => sample.Electronic.Value),
            AreaActiveElectrolyte = new StructureValue(Mean(sample => sample.ActiveElectrolyte), samples.Length > 1 ? Error(sample => sample.ActiveElectrolyte) : first.Measures.Error(Wet)),
            AreaCarbonElectrolyte = first.Carbon is null ? null : new StructureValue(Mean(sample => sample.Carbon!.ElectrolyteArea), Error(sample => sample.Carbon!.ElectrolyteArea), estimate),
            AreaActiveCarbon = first.ActiveCarbon is null ? null : new StructureValue(Mean(sample => sample.ActiveCarbon!.Value), Error(sample => sample.ActiveCarbon!.Value)),
            TriplePhaseLength = first.Carbon is null ? null : new StructureValue(Mean(sample => sample.Carbon!.TripleLine), Error(sample => sample.Carbon!.TripleLine), estimate),
            Utilisation = first.Measures.Access is null ? null : new StructureValue(Mean(sample => sample.Measures.Access!.Usable), Error(sample => sample.Measures.Access!.Usable)),
        };

        double Mean(Func<StructureSample, double> number) => samples.Sum(number) / count;

        double? Error(Func<StructureSample, double> number) => Representativity.Of(samples.Select(number))?.StandardError;

        double? Relative(Func<StructureSample, double> number) => Error(number) is { } error && Mean(number) is > 0 and var mean ? error / mean : null;

        StructureFactor Factor(string role, double conductivity, Func<StructureSample, double> number) => new(role, Mean(number), Error(number), conductivity);

        static double Wet(StructureMeasures part) => part.Borders.Between(CompositePhases.Active, CompositePhases.Electrolyte)?.Area ?? 0;
    }

    /// <summary>Of an image whose phases have roles; null, with the reason, where they do not tell enough.</summary>
    /// <param name="found">What was measured, along the first axis of the plan.</param>
    /// <param name="plan">What was asked for.</param>
    /// <param name="file">The image, as it was named.</param>
    /// <param name="hash">SHA-256 of the image; empty where it is no single file.</param>
    /// <param name="reason">Why there is nothing that a cell could use.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static StructureFile? Of(StructureMeasures found, MeasurePlan plan, string file, string hash, out string reason, CancellationToken cancellation = default)
    {
        VoxelImage image = found.Image;
        double Share(PhaseRole role) => Labels(image, role).Sum(image.Fraction);
        reason = Share(PhaseRole.Active) > 0 && Share(PhaseRole.Electrolyte) > 0 ? "" : "no phase of the image is known to be active material, or none to be electrolyte; a file IMAGE.phases.json tells roles";
        if (reason.Length > 0) return null;
        bool known = image.Spacing.IsKnown, carbon = Share(PhaseRole.Carbon) > 0;
        return new StructureFile
        {
            IsGenerated = false,
            Image = file,
            ImageHash = hash,
            Axis = char.ToLowerInvariant(plan.Axes[0].ToString()[0]).ToString(),
            Shares = new CompositeShares(Share(PhaseRole.Active), Share(PhaseRole.Electrolyte), Share(PhaseRole.Carbon), Share(PhaseRole.Void)),
            Ionic = Factors("ionic"),
            IonicError = Scatter("ionic"),
            Electronic = Factors("electronic"),
            ElectronicError = Scatter("electronic"),
            AreaActiveElectrolyte = known ? Area(PhaseRole.Active, PhaseRole.Electrolyte) : null,
            AreaCarbonElectrolyte = known && carbon ? Area(PhaseRole.Carbon, PhaseRole.Electrolyte) : null,
            AreaActiveCarbon = known && carbon ? Area(PhaseRole.Active, PhaseRole.Carbon) : null,
            TriplePhaseLength = known && carbon ? new StructureValue(Line(found), found.Error(Line), Lines(found).Any(line => !line.IsResolved)) : null,
            Utilisation = found.Access is { } access ? new StructureValue(access.Usable, null) : null,
        };

        StructureValue Area(PhaseRole one, PhaseRole other)
        {
            double Of(StructureMeasures part) => part.Borders.Interfaces.Where(pair => Between(pair.First, pair.Second)).Sum(pair => pair.Area);
            bool Between(byte first, byte second) => (Role(image, first), Role(image, second)) is var pair && (pair == (one, other) || pair == (other, one));
            return new StructureValue(Of(found), found.Error(Of));
        }

        IEnumerable<TripleLine> Lines(StructureMeasures part) => part.Borders.TripleLines.Where(line =>
            new[] { line.First, line.Second, line.Third }.Select(label => Role(image, label)).ToHashSet().SetEquals([PhaseRole.Active, PhaseRole.Electrolyte, PhaseRole.Carbon]));

        double Line(StructureMeasures part) => Lines(part).Sum(line => line.Length);

        double? Scatter(string name)
        {
            if (found.Transport.FirstOrDefault(each => each.Name == name).Found is not { IsConnected: true }) return null;
            return OfParts(part => part.Transport.First(each => each.Name == name && each.Found.Axis == plan.Axes[0]).Found.Value, found);
        }

        // Of what conducts, each role's part is found by doubling what it conducts.
        ImmutableArray<StructureFactor> Factors(string name)
        {
            ImmutableDictionary<byte, double>? given = plan.Conductivities.FirstOrDefault(each => each.Name == name).Conductivity;
            if (given is null) return [];
            EffectiveConductivity whole = found.Transport.First(each => each.Name == name && each.Found.Axis == plan.Axes[0]).Found;
            var roles = given.Where(pair => pair.Value > 0 && image.Fraction(pair.Key) > 0).GroupBy(pair => Role(image, pair.Key)).OrderBy(group => group.Key).ToList();
            if (roles.Count == 0 || roles.Exists(group => group.Key is not (PhaseRole.Active or PhaseRole.Electrolyte or PhaseRole.Carbon))) return [];
            double left = 1;
            var factors = ImmutableArray.CreateBuilder<StructureFactor>();
            foreach (IGrouping<PhaseRole, KeyValuePair<byte, double>> role in roles)
            {
                double volume = role.Sum(pair => image.Fraction(pair.Key)), own = role.Sum(pair => image.Fraction(pair.Key) * pair.Value) / volume, share = left;
                if (role != roles[^1] && whole.IsConnected)
                {
                    ImmutableDictionary<byte, double> raised = given.SetItems(role.Select(pair => KeyValuePair.Create(pair.Key, 2 * pair.Value)));
                    EffectiveConductivity twice = EffectiveConductivity.Of(image, raised, plan.Transport with { Axis = plan.Axes[0], KeepPotential = false }, null, cancellation);
                    share = Math.Clamp(Math.Log(twice.Value / whole.Value) / Math.Log(2), 0, left);
                    if (share < LeastTelling * plan.Transport.Tolerance) share = 0;
                }
                left -= share;
                double factor = share * whole.Value / own;
                factors.Add(new StructureFactor(role.Key.ToString().ToLowerInvariant(), factor, Scatter(name) * factor, own));
            }
            return factors.ToImmutable();
        }
    }

    private const double LeastTelling = 5;

    private static double? OfParts(Func<StructureMeasures, double> number, StructureMeasures whole) => Representativity.Of(whole.Parts.Select(number)) is { Mean: > 0 } scatter ? scatter.StandardError / scatter.Mean : null;

    private static IEnumerable<byte> Labels(VoxelImage image, PhaseRole role) => image.Phases.Where(phase => phase.Role == role).Select(phase => phase.Label);

    private static PhaseRole Role(VoxelImage image, byte label) => image.Phases.FirstOrDefault(phase => phase.Label == label)?.Role ?? PhaseRole.Unknown;
}
