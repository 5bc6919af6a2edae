using System.Globalization;
using Interphase.Measurements;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>Makes rows, reports and budgets of what a driver passes through.</summary>
internal sealed class RunRecorder(CellModel<Real> model, CellCoefficients coefficients, RunOptions options, KeptCycles kept, RunObserver observer) : IDriverSink<Real>
{
    // A current that changes by less than this share of the largest one is straight enough.
    private const double CurrentStraightness = 1e-3, TemperatureStraightness = 0.01;
    private const int Deepest = 12, Radii = 25, BudgetPerStep = 40, MostBudget = 4000;

    private readonly Real[] _state = new Real[model.Count], _history = new Real[model.Count], _consistent = new Real[model.Count];
    private readonly List<BudgetPoint> _budget = [];
    private double _largestCurrent, _nextEvery, _chargeAtStart, _energyAtStart;
    private int _budgeted;
    private SampleRow _start;
    private CellImpedance? _impedance;

    /// <summary>What tells how the cell ages.</summary>
    public AgeingRecorder Ageing { get; } = new(model, kept, observer);

    /// <summary>Rows made.</summary>
    public long Rows { get; private set; }

    /// <summary>Writes what it remembers from step to step.</summary>
    public void Save(BinaryWriter writer, IReadOnlyDictionary<ProtocolStep, int> places)
    {
        writer.Doubles([_largestCurrent, _start.Time]);
        writer.Write(_budgeted);
        writer.Write(_start.Step);
        writer.Write(Rows);
        Ageing.Save(writer, places);
    }

    /// <summary>Takes what was written.</summary>
    public void Load(BinaryReader reader, IReadOnlyList<ProtocolStep> steps)
    {
        double[] own = reader.Doubles();
        _largestCurrent = own[0];
        _budgeted = reader.ReadInt32();
        _start = new SampleRow { Time = own[1], Step = reader.ReadInt32(), Voltage = double.NaN, Current = double.NaN, NetCharge = double.NaN, NetEnergy = double.NaN };
        Rows = reader.ReadInt64();
        Ageing.Load(reader, steps);
    }

    public void Begins(CarriedStep<Real> step, ReadOnlySpan<Real> state)
    {
        _chargeAtStart = state[model.ChargeAt].Value;
        _energyAtStart = state[model.EnergyAt].Value;
        _nextEvery = options.Every ?? double.PositiveInfinity;
        _budget.Clear();
        Ageing.Begins(step, state);
        Row(step, 0, state);
        Budget(step, 0, state);
    }

    public void Passes(CarriedStep<Real> step, StiffIntegrator<Real> integrator, double from, double to)
    {
        if (!(to > from)) return;
        if (options.Every is { } every)
        {
            for (; _nextEvery < to; _nextEvery += every) Row(step, integrator, Math.Max(_nextEvery, from));
        }
        else
        {
            _largestCurrent = Math.Max(_largestCurrent, Math.Abs(integrator.Interpolate(from, model.CurrentAt).Value));
            Straighten(step, integrator, from, to, Look(integrator, from), Look(integrator, to), 0);
        }
        Ageing.Passes(step, integrator, from, to);
        if (options.Budget && Ageing.Moment(integrator, from, to) is var moment && !double.IsNaN(moment))
        {
            integrator.Interpolate(new Real(moment), _state);
            Consistent(moment, _state);
            Ageing.Resists(step, moment, _consistent);
        }
        if (options.Budget && kept.Budget(step.Cycle))
        {
            integrator.Interpolate(new Real(to), _state);
            Budget(step, to, _state);
        }
    }

    public int NextWanted(int cycle) => kept.Next(cycle);

    public bool WantsMarks => true;

    public void Marks(CarriedStep<Real> step, double time, ReadOnlySpan<Real> state) => Spectrum(step, step.Step.Series!.Impedance, time, state);

    public void Ends(CarriedStep<Real> step, Real end, ReadOnlySpan<Real> state, StepEnd kind, string reason)
    {
        if (step.Step.Control is ImpedanceControl sought) Spectrum(step, sought, 0, state);
        if (end.Value > 0)
        {
            Row(step, end.Value, state);
            Budget(step, end.Value, state);
        }
        if (kind == StepEnd.Limit && step.Type is StepTypes.CurrentCharge or StepTypes.CurrentDischarge) Undelivered(step, state, reason);
        if (options.Profiles && end.Value > 0 && kept.Keeps(step.Cycle))
        {
            Profile(step, step.Start.Value + end.Value, "cathode", model.Cathode, model.CathodePart(state));
            Profile(step, step.Start.Value + end.Value, "anode", model.Anode, model.AnodePart(state));
        }
        Flush();
        Ageing.Ends(state);
        observer.OnStep(new StepReport(
            step.Cycle, step.Number, step.Step.Place.Line, step.Step.Text, step.Type, step.Start.Value, step.Start.Value + end.Value, kind, reason,
            state[model.ChargeAt].Value - _chargeAtStart, state[model.EnergyAt].Value - _energyAtStart, state[model.VoltageAt].Value, state[model.CurrentAt].Value));
    }

    /// <summary>The row of a moment.</summary>
    public SampleRow Make(CarriedStep<Real> step, double time, ReadOnlySpan<Real> state)
    {
        double potential = state[model.PotentialAt].Value, voltage = state[model.VoltageAt].Value;
        return new SampleRow
        {
            Time = step.Start.Value + time,
            Voltage = voltage,
            Current = state[model.CurrentAt].Value * coefficients.Area,
            NetCharge = state[model.ChargeAt].Value * coefficients.Area,
            NetEnergy = state[model.EnergyAt].Value * coefficients.Area,
            CathodePotential = potential,
            AnodePotential = potential - voltage,
            CathodeContent = model.Cathode.Content(model.CathodePart(state)).Value,
            AnodeContent = model.Anode.Content(model.AnodePart(state)).Value,
            Temperature = state[model.TemperatureAt].Value,
            AmbientTemperature = step.Ambient,
            Pressure = step.Pressure,
            Cycle = step.Cycle,
            Step = step.Number,
            StepId = step.Step.Place.Line,
            StepType = step.Type,
        };
    }

    private void Profile(CarriedStep<Real> step, double time, string name, ElectrodeModel<Real> electrode, ReadOnlySpan<Real> unknowns)
    {
        if (electrode is not CompositeModel<Real> composite) return;
        ReadOnlySpan<ParticleClass<Real>> classes = composite.Classes;
        for (int c = 0; c < classes.Length; c++)
        {
            double[] radii = new double[Radii], contents = new double[Radii * composite.Points], surface = new double[composite.Points], potential = new double[composite.Points];
            for (int k = 0; k < composite.Points; k++)
            {
                classes[c].Profile(unknowns, k, radii, contents.AsSpan(k * Radii, Radii));
                (surface[k], potential[k]) = (unknowns[classes[c].SurfaceAt + k].Value, unknowns[composite.PotentialAt + k].Value);
            }
            observer.OnProfile(new ContentProfile(time, step.Cycle, step.Number, name, c + 1, [.. composite.Positions], [.. radii], [.. contents], [.. surface], [.. potential]));
        }
    }

    // About the state reached, under the current that flows there.
    private void Spectrum(CarriedStep<Real> step, ImpedanceControl sought, double time, ReadOnlySpan<Real> state)
    {
        Consistent(time, state);
        _impedance ??= new CellImpedance(model);
        _impedance.Linearise(_consistent);
        double[] frequencies = FrequencyGrid.Between(sought.HighestFrequency, sought.LowestFrequency, sought.PointsPerDecade);
        var points = new ImpedancePoint[frequencies.Length];
        _impedance.Spectrum(frequencies, points, ImpedanceContributions.All);
        var builder = new SpectrumBuilder();
        foreach (ImpedancePoint point in points) builder.Add(point.Frequency, point.Total / coefficients.Area);
        SampleRow at = Make(step, time, _consistent);
        string name = string.Create(CultureInfo.InvariantCulture, $"step {step.Number}, cycle {step.Cycle}{(step.Step.Series is null ? "" : $", {at.Voltage:0.000} V")}");
        observer.OnSpectrum(builder.Build(name, at), options.SpectrumParts ? SpectrumParts.Of(_impedance, frequencies, coefficients.Area) : new SpectrumParts([.. frequencies], []));
    }

    // Between two steps of the integrator only the differential unknowns are as good as they are at its steps; the others follow from them.
    private bool Consistent(double time, ReadOnlySpan<Real> state)
    {
        state.CopyTo(_history);
        state.CopyTo(_consistent);
        model.Stand(_history);
        if (model.TrySolve(time, double.PositiveInfinity, _history, _consistent)) return true;
        state.CopyTo(_consistent);
        return false;
    }

    private void Undelivered(CarriedStep<Real> step, ReadOnlySpan<Real> state, string reason)
    {
        if (_budget.Count == 0 || step.Step.Limits.FirstOrDefault(limit => limit.Text == reason && IsPotential(limit.Variable)) is not { } limit) return;
        BudgetPoint end = _budget[^1];
        double potential = state[model.PotentialAt].Value, current = state[model.CurrentAt].Value, ofCathode = current * model.CathodeSide;
        if (limit.Variable == StepVariable.CathodePotential)
            end = end with { Voltage = potential, Parts = [.. end.Parts.Where(part => part.Name.StartsWith("cathode", StringComparison.Ordinal)), new VoltagePart("separator", ofCathode)] };
        else if (limit.Variable == StepVariable.AnodePotential)
            end = end with
            {
                Voltage = potential - end.Voltage,
                Parts = [.. end.Parts.Where(part => part.Name.StartsWith("anode", StringComparison.Ordinal)).Select(part => part with { Value = -part.Value }), new VoltagePart("separator", ofCathode - end.Parts.First(part => part.Name == "separator").Value)],
            };
        UndeliveredCapacity? missing = UndeliveredCapacity.Of(
            coefficients, end, limit.Variable, step.Step.Text, model.Cathode.Content(model.CathodePart(state)).Value, model.Anode.Content(model.AnodePart(state)).Value, step.Type == StepTypes.CurrentCharge);
        if (missing is not null) observer.OnUndelivered(missing);
    }

    private static bool IsPotential(StepVariable variable) => variable is StepVariable.Voltage or StepVariable.CathodePotential or StepVariable.AnodePotential;

    private Glance Look(StiffIntegrator<Real> integrator, double time) =>
        new(integrator.Interpolate(time, model.VoltageAt).Value, integrator.Interpolate(time, model.CurrentAt).Value, integrator.Interpolate(time, model.TemperatureAt).Value);

    // Halves a stretch until straight lines through its ends hold at its quarters; the last end is written by whoever comes next.
    private void Straighten(CarriedStep<Real> step, StiffIntegrator<Real> integrator, double from, double to, Glance atFrom, Glance atTo, int depth)
    {
        double middle = from + (to - from) / 2;
        Glance atMiddle = Look(integrator, middle);
        if (depth < Deepest && middle > from && middle < to)
        {
            bool straight = IsStraight(atFrom, atMiddle, atTo, 0.5) && IsStraight(atFrom, Look(integrator, from + (to - from) / 4), atTo, 0.25) && IsStraight(atFrom, Look(integrator, to - (to - from) / 4), atTo, 0.75);
            if (!straight)
            {
                Straighten(step, integrator, from, middle, atFrom, atMiddle, depth + 1);
                Straighten(step, integrator, middle, to, atMiddle, atTo, depth + 1);
                return;
            }
        }
        Row(step, integrator, to);
    }

    private bool IsStraight(Glance from, Glance at, Glance to, double share) =>
        Math.Abs(from.Voltage + share * (to.Voltage - from.Voltage) - at.Voltage) <= options.Straightness
        && Math.Abs(from.Current + share * (to.Current - from.Current) - at.Current) <= CurrentStraightness * _largestCurrent
        && Math.Abs(from.Temperature + share * (to.Temperature - from.Temperature) - at.Temperature) <= TemperatureStraightness;

    private void Row(CarriedStep<Real> step, StiffIntegrator<Real> integrator, double time)
    {
        integrator.Interpolate(new Real(time), _state);
        Row(step, time, _state);
    }

    private void Row(CarriedStep<Real> step, double time, ReadOnlySpan<Real> state)
    {
        SampleRow row = Make(step, time, state);
        // A step that ends where its last stretch did is not told twice.
        if (Rows > 0 && row.Time == _start.Time && row.Step == _start.Step && time > 0) return;
        _start = row;
        Rows++;
        observer.OnRow(row, kept.Keeps(step.Cycle));
    }

    private void Budget(CarriedStep<Real> step, double time, ReadOnlySpan<Real> state)
    {
        if (!options.Budget || !kept.Budget(step.Cycle) || step.Type is StepTypes.Condition or StepTypes.Impedance) return;
        if (_budget.Count > 0 && _budget[^1].Time == step.Start.Value + time) return;
        Consistent(time, state);
        ReadOnlySpan<Real> at = _consistent;
        _budget.Add(new BudgetPoint(step.Start.Value + time, step.Cycle, step.Number, at[model.ChargeAt].Value, at[model.VoltageAt].Value, [.. model.Parts(at)]));
    }

    private void Flush()
    {
        if (_budgeted >= MostBudget) return;
        int count = Math.Min(BudgetPerStep, _budget.Count);
        for (int i = 0; i < count; i++) observer.OnBudget(_budget[count == 1 ? 0 : (int)((long)i * (_budget.Count - 1) / (count - 1))]);
        _budgeted += count;
        _budget.Clear();
    }

    private readonly record struct Glance(double Voltage, double Current, double Temperature);
}
