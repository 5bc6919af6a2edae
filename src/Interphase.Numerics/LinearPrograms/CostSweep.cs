namespace Interphase.Numerics;

/// <summary>
/// The solutions of a linear program whose costs are c + t d, for all t from a start on: one basis after the other, each with the t up to which it is the least. docs/numerics.md, section 14.
/// </summary>
public sealed class CostSweep
{
    private readonly LinearProgram _program;
    private readonly double[] _fixed, _slope, _costs, _left, _leftSlope;
    private readonly double _slopeScale;

    /// <summary>Prepares a sweep; the program's costs are set by it from now on.</summary>
    /// <param name="program">The program.</param>
    /// <param name="costs">c, finite or positive infinity.</param>
    /// <param name="slope">d, finite.</param>
    public CostSweep(LinearProgram program, ReadOnlySpan<double> costs, ReadOnlySpan<double> slope)
    {
        _program = program;
        int padded = Math.Max(costs.Length, program.Padded);
        (_fixed, _slope, _costs, _left, _leftSlope) = (new double[padded], new double[padded], new double[costs.Length], new double[padded], new double[padded]);
        costs.CopyTo(_fixed);
        slope.CopyTo(_slope);
        _slopeScale = 1;
        foreach (double each in slope) _slopeScale = Math.Max(_slopeScale, Math.Abs(each));
    }

    /// <summary>Where the present basis begins to be the least.</summary>
    public double From { get; private set; }

    /// <summary>Up to where it is; infinity where for good.</summary>
    public double To { get; private set; }

    /// <summary>The program, whose basis is the present one.</summary>
    public LinearProgram Program => _program;

    /// <summary>Solves at the start and just above it.</summary>
    /// <param name="from">The first t.</param>
    /// <param name="basis">A basis to start from; empty for none.</param>
    /// <param name="sides">Right-hand sides.</param>
    public ProgramOutcome Start(double from, ReadOnlySpan<int> basis, ReadOnlySpan<double> sides)
    {
        SetCosts(from);
        ProgramOutcome outcome = basis.IsEmpty ? _program.Solve(sides) : _program.SolveFrom(basis, sides);
        return outcome == ProgramOutcome.Optimal ? Settle() : outcome;
    }

    /// <summary>Goes to the next basis, at <see cref="To"/>; false where there is none.</summary>
    public bool Advance()
    {
        if (double.IsPositiveInfinity(To)) return false;
        SetCosts(To);
        return Settle() == ProgramOutcome.Optimal;
    }

    /// <summary>Whether a column could take part in another solution of the same cost, all the way from <see cref="From"/> to <see cref="To"/>.</summary>
    /// <param name="column">From 0.</param>
    public bool IsTied(int column) =>
        Math.Abs(_leftSlope[column]) <= LinearProgram.CostTolerance * _slopeScale && _program.IsTied(column, _left[column]);

    private void SetCosts(double at)
    {
        From = at;
        for (int column = 0; column < _costs.Length; column++) _costs[column] = _fixed[column] + at * _slope[column];
        _program.SetCosts(_costs);
    }

    // Of all bases that are the least here, the one that stays so: least d·x, entering only columns that cost nothing extra here.
    private ProgramOutcome Settle()
    {
        double tie = LinearProgram.CostTolerance * _program.CostScale, fall = -LinearProgram.CostTolerance * _slopeScale;
        int standstills = 0;
        for (int pivots = 0; pivots < 1000; pivots++)
        {
            _program.Reduce(_slope, _leftSlope);
            _program.ReducedCosts(_left);
            bool bland = standstills > _program.Rows;
            int entering = -1;
            double least = fall;
            for (int column = 0; column < _costs.Length; column++)
            {
                if (_leftSlope[column] >= least || _left[column] > tie) continue;
                (entering, least) = (column, _leftSlope[column]);
                if (bland) break;
            }
            if (entering < 0)
            {
                To = double.PositiveInfinity;
                for (int column = 0; column < _costs.Length; column++)
                {
                    if (_leftSlope[column] < fall) To = Math.Min(To, From - _left[column] / _leftSlope[column]);
                }
                return ProgramOutcome.Optimal;
            }
            double step = _program.Enter(entering, bland);
            if (double.IsPositiveInfinity(step)) return ProgramOutcome.Unbounded;
            standstills = step > LinearProgram.AmountTolerance ? 0 : standstills + 1;
        }
        return ProgramOutcome.Undecided;
    }
}
