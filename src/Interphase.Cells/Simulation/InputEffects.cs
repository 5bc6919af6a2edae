using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>
/// Which inputs of a cell decide what it delivers and keeps in a protocol: one run in numbers with derivatives for each, all at one resolution.
/// Of many inputs those are chosen first that move the first cycles most.
/// </summary>
public sealed class InputEffects
{
    /// <summary>Inputs that are kept of many.</summary>
    public const int Most = 20;

    // Fade shows from the second cycle on, the formation of the first left aside.
    private const int Screened = 3;

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
        var prepared = new CellSensitivity?[asked.Count];
        Side(asked.Count, threads, i =>
        {
            var problems = new Problems();
            prepared[i] = CellSensitivity.Prepare(_reading, _simulator, asked[i].Path, problems, _overrides);
            if (prepared[i] is null) Leave(asked[i], problems.Count > 0 ? problems[0] : null);
        }, cancellation);
        int[] chosen = [.. Enumerable.Range(0, asked.Count).Where(i => prepared[i] is not null)];
        if (inputs is null && chosen.Length > Most && _cycle > Screened)
        {
            InputEffect?[] first = Effect(chosen, Screened, "screening");
            // Fade goes on as it began: good enough to tell a large effect from a small one.
            double further = (_cycle - 1.0) / (Screened - 1);
            chosen = [.. chosen.Zip(first).Where(pair => pair.Second is not null).OrderByDescending(pair => (pair.Second! with { RetentionSlope = further * pair.Second!.RetentionSlope }).Size).Take(Most).Select(pair => pair.First)];
        }
        Effects = [.. Effect(chosen, _cycle, "running").OfType<InputEffect>().OrderByDescending(effect => effect.Size).Take(inputs is null ? Most : asked.Count)];
        if (inputs is null) Effects = [.. Effects.Where(effect => effect.Size > 0)];
        _leftOut.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));

        InputEffect?[] Effect(int[] of, int cycles, string what)
        {
            var effects = new InputEffect?[of.Length];
            int done = 0;
            Side(of.Length, threads, i =>
            {
                CellSensitivity sensitivity = prepared[of[i]]!;
                sensitivity.Run(_protocol, cycles, null, cancellation);
                effects[i] = InputEffect.Of(asked[of[i]], sensitivity, cycles);
                if (effects[i] is null) Leave(asked[of[i]], null);
                progress?.Report($"{what} inputs over {cycles} cycles: {Interlocked.Increment(ref done)} of {of.Length}, {asked[of[i]].Path}");
            }, cancellation);
            return effects;
        }
    }

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
