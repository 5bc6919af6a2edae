namespace Interphase.Numerics;

/// <summary>
/// A linear program of few rows and many columns: least c·x with A x = b and x ≥ 0, by the revised simplex method with the dense inverse of the basis. docs/numerics.md, section 14.
/// </summary>
/// <remarks>
/// Scale rows and columns to numbers of order 1: tolerances are absolute in amounts and relative to the largest cost in costs. A column whose cost is infinite is barred. After construction nothing is
/// allocated. Not for several threads at once; the columns may be shared.
/// </remarks>
public sealed class LinearProgram
{
    /// <summary>What a reduced cost may be below 0, and how near to 0 it counts as a tie, as a share of the largest cost.</summary>
    public const double CostTolerance = 1e-10;

    /// <summary>What an amount may be below 0.</summary>
    public const double AmountTolerance = 1e-11;

    /// <summary>Least size of a number to divide by when one column of the basis takes the place of another.</summary>
    public const double SmallestPivot = 1e-9;

    // Rounding in the updated inverse grows slowly; a fresh one costs as much as a few pricings.
    private const int PivotsBetweenInversions = 20;

    // A row of pivots that change nothing this long may be a cycle; Bland's rule ends it.
    private const int StandstillsBeforeBland = 12;

    private readonly ProgramColumns _columns;
    private readonly int[] _basis;
    private readonly double[] _inverse, _amounts, _prices, _direction, _sides, _signs, _scratch;
    private readonly double[] _costs, _noCosts, _left, _along, _slope;
    private bool _firstPhase;
    private int _sinceInversion, _standstills;

    /// <summary>A program on given columns, all of cost 0.</summary>
    /// <param name="columns">The matrix.</param>
    public LinearProgram(ProgramColumns columns)
    {
        _columns = columns;
        int rows = columns.Rows;
        _basis = new int[rows];
        _inverse = new double[rows * rows];
        (_amounts, _prices, _direction, _sides, _signs) = (new double[rows], new double[rows], new double[rows], new double[rows], new double[rows]);
        _scratch = new double[2 * rows * rows];
        (_costs, _noCosts, _left, _along, _slope) = (new double[columns.Padded], new double[columns.Padded], new double[columns.Padded], new double[columns.Padded], new double[columns.Padded]);
        CostScale = 1;
    }

    /// <summary>Number of rows.</summary>
    public int Rows => _basis.Length;

    /// <summary>Number of columns.</summary>
    public int Count => _columns.Count;

    /// <summary>The columns of the basis, one for each row; a number of <see cref="Count"/> or more stands for a row that no column is needed for.</summary>
    public ReadOnlySpan<int> Basis => _basis;

    /// <summary>Amounts of the columns of the basis, in its order; all others are 0.</summary>
    public ReadOnlySpan<double> Amounts => _amounts;

    /// <summary>By how much the least cost grows with each right-hand side.</summary>
    public ReadOnlySpan<double> Prices => _prices;

    /// <summary>The least cost.</summary>
    public double Cost
    {
        get
        {
            double sum = 0;
            for (int row = 0; row < Rows; row++) sum += CostOf(_basis[row], _costs) * _amounts[row];
            return sum;
        }
    }

    /// <summary>Length of an array of costs with its padding.</summary>
    internal int Padded => _columns.Padded;

    /// <summary>The largest finite cost in size, at least 1.</summary>
    internal double CostScale { get; private set; }

    /// <summary>Sets all costs; the basis stays.</summary>
    /// <param name="costs">One for each column, finite or positive infinity.</param>
    public void SetCosts(ReadOnlySpan<double> costs)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(costs.Length, Count);
        costs.CopyTo(_costs);
        CostScale = 1;
        foreach (double cost in costs)
        {
            if (double.IsFinite(cost)) CostScale = Math.Max(CostScale, Math.Abs(cost));
        }
    }

    /// <summary>Solves from nothing.</summary>
    /// <param name="sides">Right-hand sides, finite.</param>
    public ProgramOutcome Solve(ReadOnlySpan<double> sides)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sides.Length, Rows);
        sides.CopyTo(_sides);
        for (int row = 0; row < Rows; row++)
        {
            _basis[row] = Count + row;
            _signs[row] = sides[row] < 0 ? -1 : 1;
        }
        Invert();
        _firstPhase = true;
        ProgramOutcome outcome = Improve();
        _firstPhase = false;
        if (outcome != ProgramOutcome.Optimal) return ProgramOutcome.Undecided;
        double missing = 0;
        for (int row = 0; row < Rows; row++)
        {
            if (_basis[row] >= Count) missing += Math.Abs(_amounts[row]);
        }
        if (missing > 1e3 * AmountTolerance) return ProgramOutcome.Infeasible;
        ReplaceStandIns();
        return Improve();
    }

    /// <summary>Solves from a basis, such as that of a neighbouring program: by improving it where its amounts are allowed, by repairing it where its costs are, else from nothing.</summary>
    /// <param name="basis">One column for each row.</param>
    /// <param name="sides">Right-hand sides, finite.</param>
    public ProgramOutcome SolveFrom(ReadOnlySpan<int> basis, ReadOnlySpan<double> sides)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(basis.Length, Rows);
        ArgumentOutOfRangeException.ThrowIfNotEqual(sides.Length, Rows);
        sides.CopyTo(_sides);
        basis.CopyTo(_basis);
        _signs.AsSpan().Fill(1);
        if (!Invert()) return Solve(sides);
        bool allowed = true;
        for (int row = 0; row < Rows; row++)
            allowed &= _amounts[row] >= -AmountTolerance && (_basis[row] < Count || Math.Abs(_amounts[row]) <= AmountTolerance);
        if (allowed) return Improve();
        Reduce();
        for (int column = 0; column < Count; column++)
        {
            if (_left[column] < -CostTolerance * CostScale) return Solve(sides);
        }
        ProgramOutcome outcome = Repair();
        return outcome == ProgramOutcome.Optimal ? Improve() : outcome == ProgramOutcome.Infeasible ? outcome : Solve(sides);
    }

    /// <summary>Writes what each column costs beyond the prices of its rows: 0 in the basis, never below 0 at the least cost.</summary>
    /// <param name="left">As long as there are columns.</param>
    public void ReducedCosts(Span<double> left)
    {
        Reduce();
        _left.AsSpan(0, Count).CopyTo(left);
    }

    /// <summary>How far all costs may change at once, by t d, until another basis than the present one is less: from t at or below 0 to t at or above 0. docs/numerics.md (N28).</summary>
    /// <param name="slope">d, finite; one for each column.</param>
    public (double Down, double Up) CostRange(ReadOnlySpan<double> slope)
    {
        slope.CopyTo(_slope);
        double scale = 1, down = double.NegativeInfinity, up = double.PositiveInfinity;
        foreach (double each in slope) scale = Math.Max(scale, Math.Abs(each));
        Reduce(_slope, _along);
        Reduce();
        for (int column = 0; column < Count; column++)
        {
            double left = Math.Max(0, _left[column]), change = _along[column];
            if (change < -CostTolerance * scale) up = Math.Min(up, left / -change);
            else if (change > CostTolerance * scale) down = Math.Max(down, left / -change);
        }
        return (down, up);
    }

    /// <summary>Whether a column could take part in another solution of the same cost, by more than nothing; asked at the least cost.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="leftover">Its reduced cost.</param>
    public bool IsTied(int column, double leftover)
    {
        if (Math.Abs(leftover) > CostTolerance * CostScale || Array.IndexOf(_basis, column) >= 0) return false;
        Aim(column);
        double step = double.PositiveInfinity;
        for (int row = 0; row < Rows; row++)
        {
            bool standIn = _basis[row] >= Count && Math.Abs(_direction[row]) > SmallestPivot;
            if (standIn) step = 0;
            else if (_direction[row] > SmallestPivot) step = Math.Min(step, Math.Max(0, _amounts[row]) / _direction[row]);
        }
        return step > AmountTolerance;
    }

    /// <summary>Replaces the column of a row whose amount is below 0, or about to be, by the one that keeps the cost least; false where none can.</summary>
    /// <param name="row">From 0.</param>
    public bool Replace(int row)
    {
        Reduce();
        return LeaveRow(row);
    }

    /// <summary>Computes prices and reduced costs for any costs; <see cref="Prices"/> then belongs to them.</summary>
    internal void Reduce(ReadOnlySpan<double> costs, Span<double> left)
    {
        Price(costs);
        _columns.Price(costs, _prices, left);
        foreach (int column in _basis)
        {
            if (column < Count) left[column] = 0;
        }
    }

    /// <summary>The change of the basis' amounts with a change of the right-hand sides.</summary>
    internal void Respond(ReadOnlySpan<double> sides, Span<double> amounts) => Multiply(sides, amounts);

    /// <summary>Sets the right-hand sides and the amounts of the present basis for them.</summary>
    internal void SetSides(ReadOnlySpan<double> sides)
    {
        sides.CopyTo(_sides);
        Multiply(_sides, _amounts);
    }

    /// <summary>Brings a column into the basis; the step taken, or infinity where nothing limits it.</summary>
    internal double Enter(int column, bool bland)
    {
        Aim(column);
        int leaving = -1;
        double step = double.PositiveInfinity;
        for (int row = 0; row < Rows; row++)
        {
            double ratio = Ratio(row);
            if (ratio < step) step = ratio;
        }
        if (double.IsPositiveInfinity(step)) return step;
        for (int row = 0; row < Rows; row++)
        {
            if (Ratio(row) > step + AmountTolerance) continue;
            bool better = leaving < 0 || (bland ? _basis[row] < _basis[leaving] : Math.Abs(_direction[row]) > Math.Abs(_direction[leaving]));
            if (better) leaving = row;
        }
        Exchange(leaving, column);
        return step;

        // A stand-in for a row may not grow again, whichever way the column would push it.
        double Ratio(int row) =>
            !_firstPhase && _basis[row] >= Count && Math.Abs(_direction[row]) > SmallestPivot ? 0
            : _direction[row] > SmallestPivot ? Math.Max(0, _amounts[row]) / _direction[row] : double.PositiveInfinity;
    }

    /// <summary>Prices and reduced costs for the program's own costs.</summary>
    internal void Reduce()
    {
        Reduce(_firstPhase ? _noCosts : _costs, _left);
    }

    // Primal steps until no column is worth entering.
    private ProgramOutcome Improve()
    {
        _standstills = 0;
        double tolerance = CostTolerance * (_firstPhase ? 1 : CostScale);
        for (int pivots = 0; pivots <= MostPivots; pivots++)
        {
            Reduce();
            bool bland = _standstills > StandstillsBeforeBland;
            int entering = -1;
            double least = -tolerance;
            for (int column = 0; column < Count; column++)
            {
                if (_left[column] >= least || (_firstPhase && double.IsPositiveInfinity(_costs[column]))) continue;
                (entering, least) = (column, _left[column]);
                if (bland) break;
            }
            if (entering < 0)
            {
                if (_sinceInversion == 0) return ProgramOutcome.Optimal;
                if (!Invert()) return ProgramOutcome.Undecided;
                continue;
            }
            double step = Enter(entering, bland);
            if (double.IsPositiveInfinity(step)) return ProgramOutcome.Unbounded;
            _standstills = step > AmountTolerance ? 0 : _standstills + 1;
        }
        return ProgramOutcome.Undecided;
    }

    // Dual steps until no amount is below 0.
    private ProgramOutcome Repair()
    {
        for (int pivots = 0; pivots <= MostPivots; pivots++)
        {
            int leaving = -1;
            double least = -AmountTolerance;
            for (int row = 0; row < Rows; row++)
            {
                if (_amounts[row] >= least) continue;
                (leaving, least) = (row, _amounts[row]);
                if (pivots > MostPivots / 2) break;
            }
            if (leaving < 0) return ProgramOutcome.Optimal;
            Reduce();
            if (!LeaveRow(leaving)) return ProgramOutcome.Infeasible;
        }
        return ProgramOutcome.Undecided;
    }

    private int MostPivots => 1000 + 50 * Rows;

    private bool LeaveRow(int row)
    {
        int entering = -1;
        double best = double.PositiveInfinity, bestSize = 0;
        _columns.Price(_noCosts, _inverse.AsSpan(row * Rows, Rows), _along);
        for (int column = 0; column < Count; column++)
        {
            if (!double.IsFinite(_left[column])) continue;
            double size = _along[column];
            if (size <= SmallestPivot) continue;
            double ratio = Math.Max(0, _left[column]) / size;
            if (ratio > best + CostTolerance || (ratio > best - CostTolerance && size <= bestSize)) continue;
            (entering, best, bestSize) = (column, Math.Min(best, ratio), size);
        }
        if (entering < 0) return false;
        Aim(entering);
        Exchange(row, entering);
        return true;
    }

    private void Exchange(int row, int column)
    {
        double pivot = _direction[row], step = _amounts[row] / pivot;
        Span<double> own = _inverse.AsSpan(row * Rows, Rows);
        for (int k = 0; k < Rows; k++) own[k] /= pivot;
        for (int other = 0; other < Rows; other++)
        {
            double factor = _direction[other];
            if (other == row || factor == 0) continue;
            Span<double> line = _inverse.AsSpan(other * Rows, Rows);
            for (int k = 0; k < Rows; k++) line[k] -= factor * own[k];
            _amounts[other] -= factor * step;
        }
        _amounts[row] = step;
        _basis[row] = column;
        if (++_sinceInversion >= PivotsBetweenInversions) Invert();
    }

    // What stands in for a row at amount 0 leaves for any column of that row; where there is none, the row says nothing new.
    private void ReplaceStandIns()
    {
        for (int row = 0; row < Rows; row++)
        {
            if (_basis[row] < Count) continue;
            for (int column = 0; column < Count; column++)
            {
                if (double.IsPositiveInfinity(_costs[column]) || Array.IndexOf(_basis, column) >= 0) continue;
                Aim(column);
                if (Math.Abs(_direction[row]) < 1e3 * SmallestPivot) continue;
                Exchange(row, column);
                break;
            }
        }
    }

    private void Aim(int column)
    {
        Span<double> numbers = _scratch.AsSpan(0, Rows);
        _columns.Copy(column, numbers);
        Multiply(numbers, _direction);
    }

    private void Multiply(ReadOnlySpan<double> sides, Span<double> amounts)
    {
        for (int row = 0; row < Rows; row++)
        {
            double sum = 0;
            for (int k = 0; k < Rows; k++) sum += _inverse[row * Rows + k] * sides[k];
            amounts[row] = sum;
        }
    }

    private void Price(ReadOnlySpan<double> costs)
    {
        _prices.AsSpan().Clear();
        for (int row = 0; row < Rows; row++)
        {
            double cost = CostOf(_basis[row], costs);
            if (cost == 0) continue;
            for (int k = 0; k < Rows; k++) _prices[k] += cost * _inverse[row * Rows + k];
        }
    }

    private double CostOf(int column, ReadOnlySpan<double> costs) => column < Count ? costs[column] : _firstPhase ? 1 : 0;

    // The inverse by elimination with the largest pivot; false where the basis has none.
    private bool Invert()
    {
        _sinceInversion = 0;
        int rows = Rows, width = 2 * rows;
        Span<double> work = _scratch;
        work.Clear();
        for (int column = 0; column < rows; column++)
        {
            int from = _basis[column];
            if (from >= Count) work[(from - Count) * width + column] = _signs[from - Count];
            else
                for (int row = 0; row < rows; row++) work[row * width + column] = _columns[row, from];
            work[column * width + rows + column] = 1;
        }
        for (int column = 0; column < rows; column++)
        {
            int pivot = column;
            for (int row = column + 1; row < rows; row++)
            {
                if (Math.Abs(work[row * width + column]) > Math.Abs(work[pivot * width + column])) pivot = row;
            }
            if (Math.Abs(work[pivot * width + column]) < 1e-13) return false;
            Span<double> own = work.Slice(column * width, width), other = work.Slice(pivot * width, width);
            if (pivot != column)
                for (int k = column; k < width; k++) (own[k], other[k]) = (other[k], own[k]);
            double scale = 1 / own[column];
            for (int k = column; k < width; k++) own[k] *= scale;
            for (int row = 0; row < rows; row++)
            {
                Span<double> line = work.Slice(row * width, width);
                double factor = line[column];
                if (row == column || factor == 0) continue;
                for (int k = column; k < width; k++) line[k] -= factor * own[k];
            }
        }
        for (int row = 0; row < rows; row++) work.Slice(row * width + rows, rows).CopyTo(_inverse.AsSpan(row * rows));
        Multiply(_sides, _amounts);
        return true;
    }
}
