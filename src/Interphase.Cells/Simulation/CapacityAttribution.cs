using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// What a cycle's discharge lost against the first cycle's, by cause: everything that has changed is moved together from as it was to as it is, and on that way the slope of the discharge in each cause is integrated.
/// No cause comes before another, and none is what the others leave. docs/physics.md (128), (129).
/// </summary>
internal sealed class CapacityAttribution(CellCoefficients cell, Resolution resolution, double pressure, int threads, CancellationToken cancellation)
{
    // What the quadrature may leave: a share of the loss, or of the capacity. Where a capacity bends sharply on the way, that takes shorter stretches there; the most of them.
    private const double Unexplained = 1e-3, Negligible = 1e-5;
    private const int Points = 2, MostStretches = 12;

    // Where contents change much and capacity does not, a slope shows the errors of the steps in time long before a value does. Below the last one the equations themselves are not solved well enough for an error test.
    private const double Finer = 0.003, Finest = 5e-7;

    // What the cell goes through in a cycle, beside what boundaries and films on foils have become.
    private const string Inventory = BoundaryCauses.Inventory, FoilFilm = BoundaryCauses.Films, Contacts = BoundaryCauses.SeparatorContacts;

    private readonly double _tolerance = Math.Min(resolution.Tolerance, Math.Max(Finer * resolution.Tolerance, Finest));

    /// <summary>The loss; null where one of the cycles does not come to its end.</summary>
    /// <param name="first">The first cycle's start.</param>
    /// <param name="then">That of the cycle that lost.</param>
    public CapacityLoss? Of(CycleStart first, CycleStart then)
    {
        (string Name, string Cause, bool OfAnode)[] causes = [.. Causes(first, then)];
        if (At(0) is not { } fresh || At(1) is not { } aged || Along(0, fresh, 1, aged) is not { } whole) return null;
        double allowed = Math.Max(Unexplained * Math.Abs(fresh - aged), Negligible * fresh);
        List<Stretch> way = [whole];
        while (way.Count < MostStretches && Math.Abs(way.Sum(stretch => stretch.Gap)) > allowed)
        {
            Stretch worst = way.MaxBy(stretch => Math.Abs(stretch.Gap))!;
            double middle = 0.5 * (worst.From + worst.To);
            if (At(middle) is not { } there || Along(worst.From, worst.Before, middle, there) is not { } one || Along(middle, there, worst.To, worst.Behind) is not { } other) return null;
            way.Remove(worst);
            way.AddRange([one, other]);
        }
        return new CapacityLoss(then.Cycle, aged, fresh, [.. causes.Select((cause, i) => new CapacityPart(cause.Name, way.Sum(stretch => stretch.Parts[i])))]);

        double? At(double share) => Discharge<Real>(first, then, share, null, false)?.Value;

        Stretch? Along(double from, double before, double to, double behind)
        {
            GaussRule rule = GaussRule.Of(Points);
            var slopes = new double?[causes.Length * Points];
            Parallel.For(0, slopes.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
            {
                (_, string cause, bool ofAnode) = causes[i / Points];
                slopes[i] = Discharge<Dual>(first, then, from + (to - from) * rule.Points[i % Points], cause, ofAnode)?.Slope;
            });
            if (slopes.Contains(null)) return null;
            return new Stretch(from, before, to, behind, [.. causes.Select((_, c) => -(to - from) * Enumerable.Range(0, Points).Sum(i => rule.Weights[i] * slopes[c * Points + i]!.Value))]);
        }
    }

    // A stretch of the way: the capacities at its ends and what each cause took on it.
    private sealed record Stretch(double From, double Before, double To, double Behind, ImmutableArray<double> Parts)
    {
        public double Gap { get; } = Before - Behind - Parts.Sum();
    }

    private IEnumerable<(string Name, string Cause, bool OfAnode)> Causes(CycleStart first, CycleStart then)
    {
        yield return (Inventory, Inventory, false);
        if (!first.Contacts.SequenceEqual(then.Contacts)) yield return (Contacts, Contacts, false);
        foreach ((string electrode, FrozenBoundaries? from, FrozenBoundaries? to, bool ofAnode) in new[]
        {
            ("cathode", first.CathodeBoundaries, then.CathodeBoundaries, false), ("anode", first.AnodeBoundaries, then.AnodeBoundaries, true),
        })
        {
            if ((ofAnode ? cell.Anode : cell.Cathode) is FoilCoefficients)
            {
                (ImmutableArray<double> was, ImmutableArray<double> became) = ofAnode ? (first.Anode, then.Anode) : (first.Cathode, then.Cathode);
                if (was[FoilModel<Real>.FilmAt] != became[FoilModel<Real>.FilmAt]) yield return ($"{electrode} {FoilFilm}", FoilFilm, ofAnode);
            }
            if (from is null || to is null) continue;
            foreach (string cause in from.Causes)
                if (from.Way(to, cause).IsThere) yield return ($"{electrode} {cause}", cause, ofAnode);
        }
    }

    private (double Value, double Slope)? Discharge<T>(CycleStart first, CycleStart then, double share, string? cause, bool ofAnode)
        where T : unmanaged, IScalar<T>
    {
        CellCoefficients aged = cell with
        {
            Cathode = Of(cell.Cathode, first.CathodeBoundaries, then.CathodeBoundaries, share, ofAnode ? null : cause),
            IsHeld = true,
            Anode = Of(cell.Anode, first.AnodeBoundaries, then.AnodeBoundaries, share, ofAnode ? cause : null),
        };
        T parameter = T.Order == 0 ? T.Constant(0) : (T)(object)Dual.Variable(0);
        var model = new CellModel<T>(aged, aged, aged, new Variation<T>(parameter, 1), resolution.Mesh) { ContentTolerance = _tolerance, VoltageTolerance = _tolerance };
        var sink = new DischargeTally<T>(model);
        var driver = new ProtocolDriver<T>(model, sink, cell.Temperature, pressure, cancellation);
        T[] state = [.. driver.State];
        Fill(state.AsSpan(0, model.Anode.Count), first.Anode, then.Anode, cell.Anode, true);
        Fill(state.AsSpan(model.Anode.Count, model.Cathode.Count), first.Cathode, then.Cathode, cell.Cathode, false);
        for (int i = 0; i < first.Contacts.Length; i++)
        {
            // Along the way resistances go straight, not their squares.
            double from = Math.Sqrt(first.Contacts[i]), to = Math.Sqrt(then.Contacts[i]), grown = from + share * (to - from);
            state[model.ContactsAt + i] = cause == Contacts ? T.Compose(parameter, grown * grown, 2 * grown * (to - from), 0) : T.Constant(grown * grown);
        }
        foreach ((ElectrodeModel<T> electrode, int at) in (ReadOnlySpan<(ElectrodeModel<T>, int)>)[(model.Anode, 0), (model.Cathode, model.Anode.Count)])
            (electrode as CompositeModel<T>)?.Withdraw(state.AsSpan(at, electrode.Count));
        T cathode = model.Cathode.Equilibrium(model.CathodePart(state)).Potential;
        (state[model.PotentialAt], state[model.VoltageAt]) = (cathode, cathode - model.Anode.Equilibrium(model.AnodePart(state)).Potential);
        driver.Begin(state);
        RunEnd end = driver.Run(new Protocol([.. then.Steps]));
        double slope = T.Order == 0 ? 0 : ((Dual)(object)sink.Discharged).Slope;
        return end.Exit == ExitKind.Completed && sink.Discharged.Value > 0 ? (sink.Discharged.Value, slope) : null;

        void Fill(Span<T> into, ImmutableArray<double> from, ImmutableArray<double> to, ElectrodeCoefficients electrode, bool isAnode)
        {
            for (int i = 0; i < from.Length; i++)
            {
                double value = from[i] + share * (to[i] - from[i]);
                bool isFilm = electrode is FoilCoefficients && i == FoilModel<T>.FilmAt;
                into[i] = (isFilm ? cause == FoilFilm && ofAnode == isAnode : cause == Inventory) ? T.Compose(parameter, value, to[i] - from[i], 0) : T.Constant(value);
            }
        }
    }

    private static ElectrodeCoefficients Of(ElectrodeCoefficients electrode, FrozenBoundaries? from, FrozenBoundaries? to, double share, string? cause) =>
        electrode is FoilCoefficients foil ? foil with { IsHeld = true }
            : electrode is CompositeCoefficients composite && from is not null && to is not null
            ? composite with { Frozen = from.Towards(to, share) with { Slopes = cause is null or Inventory or Contacts ? null : from.Way(to, cause) } }
            : electrode;
}
