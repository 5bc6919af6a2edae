namespace Interphase.Numerics;

/// <summary>
/// The solutions of a linear program whose right-hand sides are b + x e, for all x from 0 on: one basis after the other, each with the x up to which its amounts are allowed. docs/numerics.md, section 14.
/// </summary>
public sealed class SideSweep
{
    private readonly LinearProgram _program;
    private readonly double[] _start, _slope, _sides, _change;

    /// <summary>Prepares a sweep of a program whose costs are set.</summary>
    /// <param name="program">The program.</param>
    /// <param name="start">b, finite.</param>
    /// <param name="slope">e, finite.</param>
    public SideSweep(LinearProgram program, ReadOnlySpan<double> start, ReadOnlySpan<double> slope)
    {
        _program = program;
        (_start, _slope) = (start.ToArray(), slope.ToArray());
        (_sides, _change) = (new double[program.Rows], new double[program.Rows]);
    }

    /// <summary>Where the present basis begins.</summary>
    public double From { get; private set; }

    /// <summary>Up to where it goes; infinity where for good.</summary>
    public double To { get; private set; }

    /// <summary>Growth of the least cost with x on the present basis.</summary>
    public double CostSlope { get; private set; }

    /// <summary>Whether nothing satisfies the equations beyond <see cref="To"/>.</summary>
    public bool EndsHere { get; private set; }

    /// <summary>The program, whose basis is the present one.</summary>
    public LinearProgram Program => _program;

    /// <summary>Solves at 0 and just above it.</summary>
    /// <param name="basis">A basis to start from; empty for none.</param>
    public ProgramOutcome Start(ReadOnlySpan<int> basis)
    {
        From = 0;
        ProgramOutcome outcome = basis.IsEmpty ? _program.Solve(_start) : _program.SolveFrom(basis, _start);
        return outcome == ProgramOutcome.Optimal ? Settle() : outcome;
    }

    /// <summary>Goes to the next basis, at <see cref="To"/>; false where there is none.</summary>
    public bool Advance()
    {
        if (EndsHere || double.IsPositiveInfinity(To)) return false;
        From = To;
        for (int row = 0; row < _sides.Length; row++) _sides[row] = _start[row] + From * _slope[row];
        _program.SetSides(_sides);
        return Settle() == ProgramOutcome.Optimal;
    }

    // Whatever is used up here and would go below 0 leaves, one after the other, for what costs least.
    private ProgramOutcome Settle()
    {
        EndsHere = false;
        for (int pivots = 0; pivots < 1000; pivots++)
        {
            _program.Respond(_slope, _change);
            int leaving = -1;
            double least = -LinearProgram.AmountTolerance;
            for (int row = 0; row < _change.Length; row++)
            {
                if (_change[row] >= least || _program.Amounts[row] > LinearProgram.AmountTolerance) continue;
                (leaving, least) = (row, _change[row]);
                // The first row, once there have been many: no order of rows may come round for ever.
                if (pivots > 4 * _change.Length) break;
            }
            if (leaving < 0) break;
            if (_program.Replace(leaving)) continue;
            EndsHere = true;
            break;
        }
        To = EndsHere ? From : double.PositiveInfinity;
        for (int row = 0; row < _change.Length && !EndsHere; row++)
        {
            if (_change[row] < -LinearProgram.AmountTolerance) To = Math.Min(To, From - _program.Amounts[row] / _change[row]);
        }
        _program.Reduce();
        CostSlope = 0;
        for (int row = 0; row < _slope.Length; row++) CostSlope += _program.Prices[row] * _slope[row];
        return ProgramOutcome.Optimal;
    }
}
