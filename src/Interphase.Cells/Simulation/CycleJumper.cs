using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// Decides how many passes of a repetition are jumped over, and where the cell is behind them: what a cycle changes, and how that changes itself, is carried on. The states that come of it are sums of states that were
/// computed, with weights that add up to one, so that whatever cycles leave as it is stays so. docs/numerics.md, section 18.
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class CycleJumper<T>
    where T : unmanaged, IScalar<T>
{
    // Computed before the first jump; the shortest one, which is worth the cycle behind it that is not told; by how much the next may be longer or shorter.
    private const int Settling = 4, Shortest = 3, LongestWait = 64;
    private const double Growth = 2.5, Shrink = 0.3, Safety = 0.8;

    // The least share of the tolerance that one jump may take: capacities are known no better than their own cycles are computed.
    private const double LeastShare = 0.03;

    // What is found behind a jump is mostly how capacities bend, which the states take with them: of runs with and without jumps, no more than a seventh of it came to be the error.
    private const double Counted = 0.2;

    private readonly double _tolerance;
    private readonly List<Pass> _passes = [];
    private T[] _start = [];
    private T _time;
    private int _steps;
    private double _next = Shortest;
    private int _wait, _waited;

    /// <summary>Jumps over the cycles of one repetition after the other.</summary>
    /// <param name="tolerance">What all jumps together may move a capacity, as a share of the first cycle's.</param>
    public CycleJumper(double tolerance) => _tolerance = tolerance;

    /// <summary>How far jumps may have moved capacities: the sum of what was found behind each, as a share of the first cycle's.</summary>
    public double Estimate { get; private set; }

    /// <summary>Passes jumped over.</summary>
    public int Jumped { get; private set; }

    /// <summary>Steps of the last pass that was computed.</summary>
    public int StepsPerPass => _passes[^1].Steps;

    /// <summary>A repetition begins, and nothing is known of its cycles.</summary>
    public void Reset()
    {
        _passes.Clear();
        (_next, _wait, _waited) = (Shortest, 0, 0);
    }

    /// <summary>A pass begins that is computed and told.</summary>
    public void Begins(ReadOnlySpan<T> state, T time, int steps) => (_start, _time, _steps) = (state.ToArray(), time, steps);

    /// <summary>That pass has ended.</summary>
    /// <param name="number">Its number in the repetition.</param>
    /// <param name="state">The state it ended in.</param>
    /// <param name="time">When it ended, s.</param>
    /// <param name="given">What its discharges gave: charge and energy per area.</param>
    /// <param name="steps">Steps carried out until then.</param>
    public void Ends(int number, ReadOnlySpan<T> state, T time, Discharged given, int steps)
    {
        var change = new T[state.Length];
        for (int i = 0; i < change.Length; i++) change[i] = state[i] - _start[i];
        _passes.Add(new Pass(number, change, time - _time, given, steps - _steps));
        // The last two, what they changed by; the one before, to see how that bends; the first, to which shares belong.
        if (_passes.Count > 4) _passes.RemoveAt(1);
        if (_wait > 0 && --_wait == 0) _next = Shortest;
    }

    /// <summary>How many passes to jump over from the start of one; 0 for none.</summary>
    /// <param name="most">No more than these.</param>
    public int Length(int most) => _passes.Count >= Settling && _passes[0].Given.Charge > 0 && Math.Min(most, _next) is >= Shortest and var length ? (int)length : 0;

    /// <summary>The state and the time behind a jump.</summary>
    public (T[] State, T Time) Behind(ReadOnlySpan<T> state, T time, int length)
    {
        (Pass older, Pass newer) = (_passes[^2], _passes[^1]);
        // Changes go on along a straight line: the sum over the passes from the next on.
        double bend = 0.5 * length * (length + 1) / (newer.Number - older.Number), all = length + bend;
        T now = T.Constant(all), before = T.Constant(bend);
        var behind = new T[state.Length];
        for (int i = 0; i < behind.Length; i++) behind[i] = state[i] + now * newer.Change[i] - before * older.Change[i];
        return (behind, time + now * newer.Duration - before * older.Duration);
    }

    /// <summary>Whether the pass behind a jump gave what was expected of it; says how long the next jump is, or the same one in its place.</summary>
    /// <param name="number">The pass behind the jump.</param>
    /// <param name="length">Passes jumped over.</param>
    /// <param name="given">What it gave; null where it did not come to its end.</param>
    /// <param name="all">Passes of the repetition.</param>
    public bool Accepts(int number, int length, Discharged? given, int all)
    {
        if (given is not { } found) return Refuses(Shrink * length);
        double off = Counted * Math.Max(Off(pass => pass.Given.Charge, found.Charge), Off(pass => pass.Given.Energy, found.Energy)), allowed = Math.Min(_tolerance * Math.Max(LeastShare, (double)length / all), _tolerance - Estimate);
        // What bends is off by the square of the length.
        double next = length * Math.Clamp(Safety * Math.Sqrt(allowed / Math.Max(off, double.Epsilon)), Shrink, Growth);
        if (!(off <= allowed)) return Refuses(next);
        (_next, _waited) = (Math.Max(next, Shortest), 0);
        Estimate += off;
        Jumped += length + 1;
        return true;

        // Against the straight line through the last two or the parabola through the last three, whichever foresaw it better.
        double Off(Func<Pass, double> of, double value)
        {
            (Pass first, Pass a, Pass b, Pass c) = (_passes[0], _passes[^3], _passes[^2], _passes[^1]);
            double slope = (of(c) - of(b)) / (c.Number - b.Number), earlier = (of(b) - of(a)) / (b.Number - a.Number), bend = (slope - earlier) / (c.Number - a.Number);
            double straight = of(c) + (number - c.Number) * slope, bent = straight + (number - c.Number) * (number - b.Number) * bend;
            return Math.Min(Math.Abs(value - straight), Math.Abs(value - bent)) / of(first);
        }
    }

    // Where not even the shortest does, so many more cycles are computed first, and after each such failure twice as many.
    private bool Refuses(double next)
    {
        _next = next;
        if (next < Shortest) (_next, _wait) = (0, _waited = Math.Clamp(2 * _waited, Settling, LongestWait));
        return false;
    }

    /// <summary>Writes what is known.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Doubles([_next, Estimate, _time.Value]);
        foreach (int each in (ReadOnlySpan<int>)[Jumped, _steps, _wait, _waited]) writer.Write(each);
        writer.Doubles([.. _start.Select(each => each.Value)]);
        writer.Write(_passes.Count);
        foreach (Pass pass in _passes)
        {
            writer.Write(pass.Number);
            writer.Write(pass.Steps);
            writer.Doubles([pass.Duration.Value, pass.Given.Charge, pass.Given.Energy]);
            writer.Doubles([.. pass.Change.Select(each => each.Value)]);
        }
    }

    /// <summary>Takes what was written.</summary>
    public void Load(BinaryReader reader)
    {
        double[] own = reader.Doubles();
        (_next, Estimate, _time) = (own[0], own[1], T.Constant(own[2]));
        (Jumped, _steps, _wait, _waited) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        _start = [.. reader.Doubles().Select(T.Constant)];
        _passes.Clear();
        for (int left = JournalWriting.Count(reader, 1); left > 0; left--)
        {
            (int number, int steps) = (reader.ReadInt32(), reader.ReadInt32());
            double[] numbers = reader.Doubles();
            _passes.Add(new Pass(number, [.. reader.Doubles().Select(T.Constant)], T.Constant(numbers[0]), new Discharged(numbers[1], numbers[2]), steps));
        }
    }

    private sealed record Pass(int Number, T[] Change, T Duration, Discharged Given, int Steps);
}
