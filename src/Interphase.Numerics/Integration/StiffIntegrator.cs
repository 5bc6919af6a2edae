namespace Interphase.Numerics;

/// <summary>
/// Variable-step, variable-order (1 to 5) implicit integrator by numerical differentiation formulas in backward differences, with dense output of the order of the step.
/// </summary>
/// <remarks>
/// docs/numerics.md, section 1. Nothing is allocated after construction; <see cref="Start"/> begins anew on the same buffers. What decides (error, order, step size) looks at values alone,
/// so that a run with derivatives takes exactly the steps of a run without.
/// </remarks>
/// <typeparam name="T">The number type.</typeparam>
public sealed class StiffIntegrator<T>
    where T : unmanaged, IScalar<T>
{
    /// <summary>Highest order.</summary>
    public const int MaximumOrder = 5;

    private const double Safety = 0.85, LeastFactor = 0.2, GreatestFactor = 10, Worthwhile = 1.15;

    // So many of the smallest steps after its start a run may take without a look at their error.
    private const double Unseen = 1000;

    private readonly IStepEquations<T> _equations;
    private readonly int _count;
    private readonly T[][] _differences = new T[MaximumOrder + 3][];
    private readonly T[][] _rescaled = new T[MaximumOrder + 1][];
    private readonly T[] _predicted, _history, _solution;
    private readonly double[] _weights;
    private readonly double[,] _factors = new double[MaximumOrder + 1, MaximumOrder + 1], _unit = new double[MaximumOrder + 1, MaximumOrder + 1], _change = new double[MaximumOrder + 1, MaximumOrder + 1];
    private int _order, _equalSteps, _spanOrder, _pendingOrder;
    private double _begun, _step, _spanStep, _pendingFactor = 1;

    /// <summary>Takes the equations; all buffers are made here.</summary>
    /// <param name="equations">The equations.</param>
    public StiffIntegrator(IStepEquations<T> equations)
    {
        _equations = equations;
        _count = equations.Count;
        for (int i = 0; i < _differences.Length; i++) _differences[i] = new T[_count];
        for (int i = 0; i < _rescaled.Length; i++) _rescaled[i] = new T[_count];
        (_predicted, _history, _solution, _weights) = (new T[_count], new T[_count], new T[_count], new double[_count]);
        for (int i = 0; i <= MaximumOrder; i++)
        {
            _unit[0, i] = 1;
            for (int j = 1; i > 0 && j <= MaximumOrder; j++) _unit[j, i] = _unit[j - 1, i] * (j - 1 - i) / j;
        }
        for (int j = 1; j <= MaximumOrder; j++) _unit[j, 0] = 0;
    }

    /// <summary>Where the last step ended.</summary>
    public double Time { get; private set; }

    /// <summary>Where the last step began.</summary>
    public double Previous { get; private set; }

    /// <summary>Size of the next step.</summary>
    public double Step => _step * _pendingFactor;

    /// <summary>Order of the last step.</summary>
    public int Order => _spanOrder;

    /// <summary>Steps taken since construction.</summary>
    public long Steps { get; private set; }

    /// <summary>Steps repeated because of their error since construction.</summary>
    public long Rejections { get; private set; }

    /// <summary>Steps repeated because no solution was found since construction.</summary>
    public long Failures { get; private set; }

    /// <summary>The unknowns where the last step ended.</summary>
    public ReadOnlySpan<T> Solution => _differences[0];

    /// <summary>
    /// Begins at a time with given differential unknowns: finds the algebraic ones, then takes one short step whose slopes start the differences.
    /// </summary>
    /// <param name="time">Start.</param>
    /// <param name="initial">Differential unknowns, and guesses of the algebraic ones.</param>
    /// <param name="first">A step so short that little happens within it, > 0.</param>
    /// <param name="smallest">Steps below this are not taken: what changes faster, changes at once.</param>
    /// <returns>False where no consistent values exist.</returns>
    public bool Start(double time, ReadOnlySpan<T> initial, double first, double smallest = 0)
    {
        (_begun, Time, Previous, _order, _equalSteps, _spanOrder, _pendingOrder, _pendingFactor) = (time, time, time, 1, 0, 1, 1, 1);
        initial.CopyTo(_solution);
        initial.CopyTo(_history);
        _equations.Stand(initial);
        if (!_equations.TrySolve(time, double.PositiveInfinity, _history, _solution)) return false;
        T[] start = _differences[0], slope = _differences[1];
        _solution.CopyTo(start, 0);
        for (int i = 2; i < _differences.Length; i++) Array.Clear(_differences[i]);
        // A step of implicit Euler without a past: its change stands for the first difference. Shorter until it changes less than the tolerance.
        _equations.Weights(start, _weights);
        for (int attempt = 0; ; attempt++)
        {
            start.CopyTo(_history, 0);
            start.CopyTo(_solution, 0);
            if (_equations.TrySolve(time + first, 1 / first, _history, _solution))
            {
                double change = 0;
                for (int i = 0; i < _count; i++)
                {
                    slope[i] = _solution[i] - start[i];
                    double part = slope[i].Value * _weights[i];
                    change += part * part;
                }
                change = Math.Sqrt(change / Tested());
                if (change < 1 || attempt >= 12 || first <= smallest)
                {
                    (_step, _spanStep) = (first, first);
                    return true;
                }
                first = Math.Max(first * Math.Max(0.5 / change, 0.01), smallest);
            }
            else
            {
                Failures++;
                if (first <= smallest) return false;
                first = Math.Max(0.1 * first, smallest);
            }
            if (attempt > 20 || !(first > Math.Abs(time) * 1e-15)) return false;
        }
    }

    /// <summary>Takes one step.</summary>
    /// <param name="smallest">Steps below this are given up.</param>
    /// <returns>False where even the smallest step has no solution; the integrator then stands where it stood.</returns>
    public bool Advance(double smallest)
    {
        _equations.Weights(_differences[0], _weights);
        double tested = Tested();
        // The change that the last step suggested is made only now: until here its differences served the dense output.
        _order = _pendingOrder;
        if (_pendingFactor != 1) Rescale(_pendingFactor);
        _pendingFactor = 1;
        bool retried = false;
        while (true)
        {
            if (!(_step >= smallest) || Time + _step == Time) return false;
            Predict();
            double time = Time + _step;
            _predicted.CopyTo(_solution, 0);
            if (!_equations.TrySolve(time, DifferentiationFormulas.Alpha[_order] / _step, _history, _solution))
            {
                Failures++;
                if (retried && _order > 1) _order = 1;
                Rescale(0.25);
                retried = true;
                continue;
            }
            double error = DifferentiationFormulas.ErrorConstant[_order] * NormOfCorrection(tested);
            // What changes within the smallest step after a start is not followed: an implicit step over it ends where it settles.
            bool isUnseen = Time < _begun + Unseen * smallest;
            if (!(error <= 1) && !(isUnseen && _step <= smallest && double.IsFinite(error)))
            {
                Rejections++;
                if (double.IsNaN(error))
                {
                    Rescale(0.25);
                    continue;
                }
                // A second failure at the same place means that the past is no guide.
                double factor = Math.Max(LeastFactor, Safety * Math.Pow(error, -1.0 / (_order + 1)));
                if (retried && _order > 1)
                {
                    double lower = DifferentiationFormulas.ErrorConstant[_order - 1] * Norm(_differences[_order], tested);
                    if (lower > 1 || _order > 2) _order--;
                }
                factor = Math.Min(factor, 0.9);
                Rescale(isUnseen ? Math.Max(factor, smallest / _step) : factor);
                if (isUnseen) _step = Math.Max(_step, smallest);
                retried = true;
                continue;
            }
            Accept(time);
            _equations.Stand(_differences[0]);
            Adapt(error, tested, retried || error > 1);
            return true;
        }
    }

    /// <summary>One unknown within the last step, by the polynomial of the step.</summary>
    /// <param name="time">Between <see cref="Previous"/> and <see cref="Time"/>.</param>
    /// <param name="unknown">Which.</param>
    public T Interpolate(double time, int unknown)
    {
        Span<double> weights = stackalloc double[MaximumOrder + 1];
        InterpolationWeights(time, weights);
        T value = _differences[0][unknown];
        for (int j = 1; j <= _spanOrder; j++) value += T.Constant(weights[j]) * _differences[j][unknown];
        return value;
    }

    /// <summary>All unknowns within the last step.</summary>
    /// <param name="time">Between <see cref="Previous"/> and <see cref="Time"/>; where it varies, so do the unknowns.</param>
    /// <param name="values">Filled.</param>
    public void Interpolate(T time, Span<T> values)
    {
        Span<T> weights = stackalloc T[MaximumOrder + 1];
        T product = T.Constant(1);
        for (int j = 1; j <= _spanOrder; j++)
        {
            product *= (time - T.Constant(Time - (j - 1) * _spanStep)) / T.Constant(j * _spanStep);
            weights[j] = product;
        }
        _differences[0].AsSpan().CopyTo(values);
        for (int j = 1; j <= _spanOrder; j++)
        {
            T weight = weights[j];
            T[] difference = _differences[j];
            for (int i = 0; i < values.Length; i++) values[i] += weight * difference[i];
        }
    }

    /// <summary>The slope of one unknown within the last step.</summary>
    /// <param name="time">Between <see cref="Previous"/> and <see cref="Time"/>.</param>
    /// <param name="unknown">Which.</param>
    public double Slope(double time, int unknown)
    {
        double product = 1, slope = 0, total = 0;
        for (int j = 1; j <= _spanOrder; j++)
        {
            double width = j * _spanStep, factor = (time - (Time - (j - 1) * _spanStep)) / width;
            slope = slope * factor + product / width;
            product *= factor;
            total += slope * _differences[j][unknown].Value;
        }
        return total;
    }

    // docs/numerics.md (N2), (N3): the prediction continues the differences; the history is where y' = rate (y - history) has it come from.
    private void Predict()
    {
        T[] predicted = _predicted, history = _history;
        _differences[0].CopyTo(predicted, 0);
        double scale = 1 / DifferentiationFormulas.Alpha[_order];
        Array.Clear(history);
        for (int j = 1; j <= _order; j++)
        {
            T[] difference = _differences[j];
            T weight = T.Constant(DifferentiationFormulas.Gamma[j] * scale);
            for (int i = 0; i < predicted.Length; i++)
            {
                predicted[i] += difference[i];
                history[i] += weight * difference[i];
            }
        }
        for (int i = 0; i < predicted.Length; i++) history[i] = predicted[i] - history[i];
    }

    private double NormOfCorrection(double tested)
    {
        double sum = 0;
        T[] predicted = _predicted, solution = _solution;
        double[] weights = _weights;
        for (int i = 0; i < weights.Length; i++)
        {
            double part = (solution[i].Value - predicted[i].Value) * weights[i];
            sum += part * part;
        }
        return Math.Sqrt(sum / tested);
    }

    private double Norm(T[] values, double tested)
    {
        double sum = 0;
        double[] weights = _weights;
        for (int i = 0; i < weights.Length; i++)
        {
            double part = values[i].Value * weights[i];
            sum += part * part;
        }
        return Math.Sqrt(sum / tested);
    }

    private double Tested()
    {
        int tested = 0;
        foreach (double weight in _weights)
            if (weight > 0) tested++;
        return Math.Max(tested, 1);
    }

    private void Accept(double time)
    {
        (Previous, Time) = (Time, time);
        (_spanOrder, _spanStep) = (_order, _step);
        Steps++;
        T[] above = _differences[_order + 2], next = _differences[_order + 1];
        for (int i = 0; i < _count; i++)
        {
            T correction = _solution[i] - _predicted[i];
            above[i] = correction - next[i];
            next[i] = correction;
        }
        for (int j = _order; j >= 0; j--)
        {
            T[] lower = _differences[j], upper = _differences[j + 1];
            for (int i = 0; i < lower.Length; i++) lower[i] += upper[i];
        }
    }

    // docs/numerics.md (N4): among the neighbouring orders the one that allows the largest step, once enough equal steps lie behind.
    private void Adapt(double error, double tested, bool retried)
    {
        _pendingOrder = _order;
        _equalSteps++;
        if (_equalSteps < _order + 1 || retried) return;
        double best = Math.Pow(Math.Max(error, 1e-12), -1.0 / (_order + 1));
        int order = _order;
        if (_order > 1)
        {
            double lower = Math.Pow(Math.Max(DifferentiationFormulas.ErrorConstant[_order - 1] * Norm(_differences[_order], tested), 1e-12), -1.0 / _order);
            if (lower > best) (best, order) = (lower, _order - 1);
        }
        if (_order < MaximumOrder)
        {
            double higher = Math.Pow(Math.Max(DifferentiationFormulas.ErrorConstant[_order + 1] * Norm(_differences[_order + 2], tested), 1e-12), -1.0 / (_order + 2));
            if (higher > best) (best, order) = (higher, _order + 1);
        }
        double factor = Math.Min(GreatestFactor, Safety * best);
        if (factor < Worthwhile && factor > 0.9) return;
        (_pendingOrder, _pendingFactor) = (order, Math.Max(factor, LeastFactor));
    }

    // docs/numerics.md (N5): the differences of the same polynomial for another step size.
    private void Rescale(double factor)
    {
        int order = _order;
        double[,] change = _change, along = _factors;
        for (int i = 0; i <= order; i++) along[0, i] = 1;
        for (int j = 1; j <= order; j++)
        {
            along[j, 0] = 0;
            for (int i = 1; i <= order; i++) along[j, i] = along[j - 1, i] * (j - 1 - factor * i) / j;
        }
        for (int j = 1; j <= order; j++)
            for (int i = 1; i <= order; i++)
            {
                double sum = 0;
                for (int k = 1; k <= order; k++) sum += along[j, k] * _unit[k, i];
                change[j, i] = sum;
            }
        for (int i = 1; i <= order; i++)
        {
            T[] target = _rescaled[i];
            Array.Clear(target);
            for (int j = 1; j <= order; j++)
            {
                T weight = T.Constant(change[j, i]);
                if (change[j, i] == 0) continue;
                T[] source = _differences[j];
                for (int k = 0; k < target.Length; k++) target[k] += weight * source[k];
            }
        }
        for (int i = 1; i <= order; i++) (_differences[i], _rescaled[i]) = (_rescaled[i], _differences[i]);
        _step *= factor;
        _equalSteps = 0;
    }

    private void InterpolationWeights(double time, Span<double> weights)
    {
        double product = 1;
        for (int j = 1; j <= _spanOrder; j++)
        {
            product *= (time - (Time - (j - 1) * _spanStep)) / (j * _spanStep);
            weights[j] = product;
        }
    }
}
