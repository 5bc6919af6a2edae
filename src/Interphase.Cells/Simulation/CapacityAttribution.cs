using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// What a cycle's discharge lost against the first cycle's, by cause: everything that has changed is moved together from as it was to as it is, and on that way the slope of the discharge in each cause is integrated.
/// No cause comes before another, and none is what the others leave. docs/physics.md (128), (129).
/// </summary>
internal sealed class CapacityAttribution(CellCoefficients cell, Resolution resolution, double pressure, CancellationToken cancellation)
{
    // Two points where they leave no more than this share of the loss unexplained, or of the capacity; else five.
    private const int FewPoints = 2, Points = 5;
    private const double Unexplained = 0.01, Negligible = 5e-6;

    // Where contents change much and capacity does not, a slope shows the errors of the steps in time long before a value does.
    private const double Finer = 0.1;

    // What the cell goes through in a cycle, beside what boundaries and films on foils have become.
    private const string Inventory = BoundaryCauses.Inventory, FoilFilm = BoundaryCauses.Films, Contacts = BoundaryCauses.SeparatorContacts;

    /// <summary>The loss; null where one of the cycles does not come to its end.</summary>
    /// <param name="first">The first cycle's start.</param>
    /// <param name="then">That of the cycle that lost.</param>
    public CapacityLoss? Of(CycleStart first, CycleStart then)
    {
        if (Discharge<Real>(first, then, 0, null, false) is not { } fresh || Discharge<Real>(first, then, 1, null, false) is not { } aged) return null;
        double lost = fresh.Value - aged.Value;
        if (Parts(first, then, GaussRule.Of(FewPoints)) is not { } parts) return null;
        if (Math.Abs(lost - parts.Sum(part => part.Charge)) > Math.Max(Unexplained * Math.Abs(lost), Negligible * fresh.Value))
        {
            if (Parts(first, then, GaussRule.Of(Points)) is not { } better) return null;
            parts = better;
        }
        return new CapacityLoss(then.Cycle, aged.Value, fresh.Value, parts);
    }

    private ImmutableArray<CapacityPart>? Parts(CycleStart first, CycleStart then, GaussRule rule)
    {
        var parts = ImmutableArray.CreateBuilder<CapacityPart>();
        foreach ((string name, string cause, bool ofAnode) in Causes(first, then))
        {
            double sum = 0;
            for (int i = 0; i < rule.Points.Length; i++)
            {
                if (Discharge<Dual>(first, then, rule.Points[i], cause, ofAnode) is not { } at) return null;
                sum -= rule.Weights[i] * at.Slope;
            }
            parts.Add(new CapacityPart(name, sum));
        }
        return parts.ToImmutable();
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
        var model = new CellModel<T>(aged, aged, aged, new Variation<T>(parameter, 1), resolution.Mesh) { ContentTolerance = Finer * resolution.Tolerance, VoltageTolerance = Finer * resolution.Tolerance };
        var sink = new Tally<T>(model);
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

    private sealed class Tally<T>(CellModel<T> model) : IDriverSink<T>
        where T : unmanaged, IScalar<T>
    {
        private T _before;

        public T Discharged { get; private set; }

        public void Begins(CarriedStep<T> step, ReadOnlySpan<T> state) => _before = state[model.ChargeAt];

        public void Passes(CarriedStep<T> step, StiffIntegrator<T> integrator, double from, double to)
        {
        }

        public void Ends(CarriedStep<T> step, T end, ReadOnlySpan<T> state, StepEnd kind, string reason)
        {
            T passed = state[model.ChargeAt] - _before;
            if (passed.Value < 0) Discharged -= passed;
        }
    }
}
