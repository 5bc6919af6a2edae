using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>
/// Which inputs of a cell decide what it delivers and keeps in a protocol: one run in numbers with derivatives for each, all at one resolution.
/// Of many inputs those are chosen first that move the first cycles most, and there a derivative is held against two runs; where it does not agree, runs further apart stand for it.
/// </summary>
public sealed class InputEffects
{
    /// <summary>Inputs that are kept of many.</summary>
    public const int Most = 20;

    // Fade shows from the second cycle on, the formation of the first left aside.
    private const int Screened = 3;

    // By which share inputs are moved for a difference; what steps of their own make two runs differ by, over that; and by how much of itself a derivative may be off a difference so wide.
    private const double Apart = 0.05, Noise = 0.02, Tolerated = 0.2;

    // Inputs of which it is tried what twice or half as much would do, for retention and for the first capacity; a tenth where the cell cannot have so much. Effects below this are not worth a run.
    private const int Tried = 5;
    private const double Worth = 5e-4;

    private readonly CellReading _reading;
    private readonly IReadOnlyList<string> _overrides;
    private readonly CellSimulator _simulator;
    private readonly Protocol _protocol;
    private readonly int _cycle;
    private readonly List<(string Path, Problem? Reason)> _leftOut = [];

    private InputEffects(CellReading reading, IReadOnlyList<string> overrides, CellSimulator simulator, Protocol protocol, int cycle) =>
        (_reading, _overrides, _simulator, _protocol, _cycle) = (reading, overrides, simulator, protocol, cycle);

    /// <summary>The effects, largest first.</summary>
    public IReadOnlyList<InputEffect> Effects { get; private set; } = [];

    /// <summary>An effect whose retention is that of the cell as it is, where there is one: a difference has the mean of two runs.</summary>
    public InputEffect? Unmoved => Effects.FirstOrDefault(effect => !effect.IsDifference) ?? (Effects.Count > 0 ? Effects[0] : null);

    /// <summary>What twice or half as much of the most effective inputs gains: those for retention first, largest first.</summary>
    public IReadOnlyList<InputTrial> Trials { get; private set; } = [];

    /// <summary>Inputs that cannot be moved both ways, with what the cell says to it; without a reason where no cycle was completed.</summary>
    public IReadOnlyList<(string Path, Problem? Reason)> LeftOut => _leftOut;

    /// <summary>Inputs that were looked at.</summary>
    public int Asked { get; private set; }

    /// <summary>Finds the effects.</summary>
    /// <param name="reading">The cell, read without problems.</param>
    /// <param name="overrides">What it was read with.</param>
    /// <param name="simulator">Made of it.</param>
    /// <param name="protocol">The protocol, held against it; its currents stay what they are.</param>
    /// <param name="cycle">The cycle whose retention is meant.</param>
    /// <param name="inputs">The inputs; null for all that may act, of which the most effective are kept.</param>
    /// <param name="threads">Runs side by side.</param>
    /// <param name="progress">Hears what is done.</param>
    /// <param name="cancellation">Stops it.</param>
    public static InputEffects Find(
        CellReading reading, IReadOnlyList<string> overrides, CellSimulator simulator, Protocol protocol, int cycle, IReadOnlyList<CellInput>? inputs = null, int threads = 1,
        IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        progress?.Report("choosing how finely the cell is resolved");
        var found = new InputEffects(reading, overrides, simulator.At(simulator.ResolutionFor(protocol, cancellation)), protocol, cycle);
        found.Search(inputs, threads, progress, cancellation);
        return found;
    }

    private void Search(IReadOnlyList<CellInput>? inputs, int threads, IProgress<string>? progress, CancellationToken cancellation)
    {
        IReadOnlyList<CellInput> asked = inputs ?? CellInput.All(_reading.Description!);
        Asked = asked.Count;
        int screened = Math.Min(_cycle, Screened), done = 0;
        CellSensitivity still = CellSensitivity.Of(_simulator);
        still.Run(_protocol, screened, null, cancellation);
        var looks = new Look?[asked.Count];
        Side(asked.Count, threads, i =>
        {
            looks[i] = First(asked[i], screened, still, cancellation);
            progress?.Report($"looking at {screened} cycles: {Interlocked.Increment(ref done)} of {asked.Count} inputs, {asked[i].Path}");
        }, cancellation);
        // Fade goes on as it began: good enough to tell a large effect from a small one.
        double further = screened > 1 ? (_cycle - 1.0) / (screened - 1) : 1;
        Look[] chosen = [.. looks.OfType<Look>().OrderByDescending(look => (look.Effect with { RetentionSlope = further * look.Effect.RetentionSlope }).Size).Where(look => inputs is not null || look.Effect.Size > 0).Take(inputs is null ? Most : asked.Count)];
        var effects = new InputEffect?[chosen.Length];
        done = 0;
        Side(chosen.Length, threads, i =>
        {
            Look look = chosen[i];
            bool follows = Agree(look, screened, cancellation);
            effects[i] = follows && screened == _cycle ? look.Effect : follows ? Derivative(look.Effect.Input, look.Sensitivity, _cycle, cancellation) : Difference(look.Effect, _cycle, cancellation);
            if (effects[i] is null) Leave(look.Effect.Input, null);
            progress?.Report($"running {_cycle} cycles: {Interlocked.Increment(ref done)} of {chosen.Length} inputs, {look.Effect.Input.Path}");
        }, cancellation);
        Effects = [.. effects.OfType<InputEffect>().OrderByDescending(effect => effect.Size)];
        Try(threads, progress, cancellation);
        _leftOut.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
    }

    private void Try(int threads, IProgress<string>? progress, CancellationToken cancellation)
    {
        if (Unmoved is not { } any) return;
        (CellInput Input, bool More)[] wanted =
        [
            .. Effects.OrderByDescending(effect => Math.Abs(effect.RetentionSlope)).Take(Tried).Where(effect => Math.Abs(effect.RetentionSlope) >= Worth).Select(effect => (effect.Input, effect.RetentionSlope > 0))
                .Concat(Effects.OrderByDescending(effect => Math.Abs(effect.FirstCapacitySlope)).Take(Tried).Where(effect => Math.Abs(effect.FirstCapacitySlope / effect.FirstCapacity) >= Worth).Select(effect => (effect.Input, effect.FirstCapacitySlope > 0)))
                .Distinct(),
        ];
        if (wanted.Length == 0) return;
        CellSensitivity still = CellSensitivity.Of(_simulator);
        still.Run(_protocol, any.Cycle, null, cancellation);
        var trials = new InputTrial?[wanted.Length];
        int done = 0;
        Side(wanted.Length, threads, i =>
        {
            (CellInput input, bool more) = wanted[i];
            foreach (double factor in more ? (double[])[2, 1.1] : [0.5, 0.9])
            {
                if (trials[i] is not null || Moved(input, factor) is not { } moved) continue;
                moved.Run(_protocol, any.Cycle, null, cancellation);
                if (moved.Cycles is not [var first, ..] || still.Cycles is not [var before, ..]) continue;
                CycleSensitivity? Last(CellSensitivity run) => run.Cycles.LastOrDefault(each => each.Cycle == any.Cycle && each.IsComplete);
                trials[i] = new InputTrial(input, factor, (Last(moved)?.Retention ?? double.NaN) - (Last(still)?.Retention ?? double.NaN), first.Capacity - before.Capacity);
            }
            progress?.Report($"trying more and less: {Interlocked.Increment(ref done)} of {wanted.Length} inputs, {input.Path}");
        }, cancellation);
        Trials = [.. trials.OfType<InputTrial>().OrderByDescending(trial => trial.Retention)];
    }

    // What an input does in the first cycles; null where it cannot be told.
    private Look? First(CellInput input, int cycles, CellSensitivity still, CancellationToken cancellation)
    {
        var problems = new Problems();
        if (CellSensitivity.Prepare(_reading, _simulator, input.Path, problems, _overrides) is not { } sensitivity || Derivative(input, sensitivity, cycles, cancellation) is not { } effect)
        {
            Leave(input, problems.Count > 0 ? problems[0] : null);
            return null;
        }
        if (effect.Size > 0 || Moved(input, 1 + Apart) is not { } moved) return new Look(effect, sensitivity);
        // No slope at all: either the cell does not know the input, and another value gives the same run to the last bit, or its equations take it as a constant.
        moved.Run(_protocol, 1, null, cancellation);
        return moved.Cycles is [var own, ..] && still.Cycles is [var unmoved, ..] && own.Capacity != unmoved.Capacity ? new Look(Difference(effect, cycles, cancellation) ?? effect, sensitivity) : new Look(effect, sensitivity);
    }

    private InputEffect? Derivative(CellInput input, CellSensitivity sensitivity, int cycles, CancellationToken cancellation)
    {
        sensitivity.Run(_protocol, cycles, null, cancellation);
        return InputEffect.Of(input, sensitivity, cycles);
    }

    // Whether the derivative is what two runs differ by in the first cycles, within what their own steps move them.
    private bool Agree(Look look, int cycles, CancellationToken cancellation)
    {
        InputEffect effect = look.Effect;
        if (effect.IsDifference) return false;
        if (effect.Size < Noise || Difference(effect, cycles, cancellation) is not { } difference) return true;
        bool Near(double own, double other) => Math.Abs(own - other) < Noise + Tolerated * Math.Abs(other);
        return Near(effect.RetentionSlope, difference.RetentionSlope) && Near(effect.FirstCapacitySlope / effect.FirstCapacity, difference.FirstCapacitySlope / difference.FirstCapacity);
    }

    // The effect as the difference of a run above and one below; null where the cell cannot be either, or no cycle is complete in both.
    private InputEffect? Difference(InputEffect effect, int cycle, CancellationToken cancellation)
    {
        if (Moved(effect.Input, 1 + Apart) is not { } above || Moved(effect.Input, 1 - Apart) is not { } below) return null;
        above.Run(_protocol, cycle, null, cancellation);
        below.Run(_protocol, cycle, null, cancellation);
        double ratio = Math.Log((1 + Apart) / (1 - Apart));
        IReadOnlyList<CycleSensitivity> over = above.Cycles, under = below.Cycles;
        int last = over.Where(each => each.Cycle <= cycle && each.IsComplete && under.Any(other => other.Cycle == each.Cycle && other.IsComplete)).Select(each => each.Cycle).DefaultIfEmpty(0).Max();
        if (last == 0) return null;
        double most = over.First(each => each.Cycle == last).Retention, least = under.First(each => each.Cycle == last).Retention;
        return effect with
        {
            Cycle = last,
            Retention = 0.5 * (most + least),
            RetentionSlope = (most - least) / ratio,
            FirstCapacitySlope = (over[0].Capacity - under[0].Capacity) / ratio,
            IsDifference = true,
        };
    }

    private CellSensitivity? Moved(CellInput input, double factor)
    {
        var problems = new Problems();
        CellReading reading = CellReader.Read(_reading.File, [.. _overrides, input.Override(factor * input.Number)]);
        return reading.Design is not null && CellSimulator.Prepare(reading, problems) is { } simulator ? CellSensitivity.Of(simulator.At(_simulator.ResolutionFor(_protocol))) : null;
    }

    // What was seen of an input in the first cycles.
    private sealed record Look(InputEffect Effect, CellSensitivity Sensitivity);

    private void Leave(CellInput input, Problem? reason)
    {
        lock (_leftOut) _leftOut.Add((input.Path, reason));
    }

    private static void Side(int count, int threads, Action<int> work, CancellationToken cancellation) =>
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, i =>
        {
            if (!cancellation.IsCancellationRequested) work(i);
        });
}
