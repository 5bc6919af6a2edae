using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// A line whose resistivity changes along it and which may carry an electromotive term: w' = beta i - J/sigma - m, i' = f(w), by Gauss collocation on elements of any widths. docs/numerics.md, section 12.
/// It serves the potentials of an electrode, and as w = c the salt of a whole cell.
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class VariedLine<T> : PorousLine<T>
    where T : unmanaged, IScalar<T>
{
    private readonly GaussRule _rule;
    private readonly int _elements, _points;
    private readonly double[] _moment;
    private readonly T[] _lengths, _nodes, _resistivity, _electromotive, _fixed, _fixedFlux, _passed, _rise, _right;
    private readonly double[] _leftward, _rightward, _perCurrent, _matrix, _chain, _lower, _diagonal, _upper, _rightCurrent, _fluxLeft, _fluxRight, _fluxCurrent;
    private T _electronic;

    public VariedLine(int elements, int points)
    {
        (_elements, _points, _rule) = (elements, points, GaussRule.Of(points));
        int count = elements * points;
        _moment = new double[points];
        for (int k = 0; k < points; k++) _moment[k] = _rule.Weights[k] * (1 - _rule.Points[k]);
        (_lengths, _nodes, _resistivity, _electromotive) = (new T[elements], new T[elements + 1], new T[count], new T[count]);
        (_fixed, _fixedFlux, _passed, _rise, _right) = (new T[count], new T[elements], new T[points], new T[points], new T[elements + 1]);
        (_leftward, _rightward, _perCurrent, _matrix, _chain) = (new double[count], new double[count], new double[count], new double[points * points], new double[points]);
        (_lower, _diagonal, _upper, _rightCurrent) = (new double[elements + 1], new double[elements + 1], new double[elements + 1], new double[elements + 1]);
        (_fluxLeft, _fluxRight, _fluxCurrent) = (new double[elements], new double[elements], new double[elements]);
        (Weights, Positions) = (new double[count], new double[count]);
        for (int e = 0; e < elements; e++)
            for (int k = 0; k < points; k++)
                (Weights[e * points + k], Positions[e * points + k]) = (_rule.Weights[k] / elements, (e + _rule.Points[k]) / elements);
    }

    public override int Count => _elements * _points;

    public override double[] Weights { get; }

    public override double[] Positions { get; }

    public override Span<T> Nodes => _nodes;

    /// <summary>The rule of its points.</summary>
    public GaussRule Rule => _rule;

    /// <summary>Widths of the elements, m.</summary>
    public Span<T> Lengths => _lengths;

    /// <summary>Resistivity beta at the points: of ions and electrons together, ohm m.</summary>
    public Span<T> Resistivity => _resistivity;

    /// <summary>Electromotive term m at the points, V/m.</summary>
    public Span<T> Electromotive => _electromotive;

    public override void Set(T length, T ionic, T electronic)
    {
        T one = T.Constant(1);
        _electronic = one / electronic;
        _resistivity.AsSpan().Fill(one / ionic + _electronic);
        _lengths.AsSpan().Fill(length / T.Constant(_elements));
    }

    /// <summary>Takes the ionic conductivities of the points, S/m.</summary>
    public void SetIonic(ReadOnlySpan<T> conductivities)
    {
        T one = T.Constant(1);
        for (int k = 0; k < _resistivity.Length; k++) _resistivity[k] = one / conductivities[k] + _electronic;
    }

    public override void Solve(ReadOnlySpan<T> potentials, ReadOnlySpan<T> currents, ReadOnlySpan<double> slopes, T current)
    {
        int points = _points, last = _elements;
        Array.Clear(_lower);
        Array.Clear(_diagonal);
        Array.Clear(_upper);
        Array.Clear(_right);
        Array.Clear(_rightCurrent);
        _right[0] = current;
        _rightCurrent[0] = 1;
        double electronic = _electronic.Value;
        for (int e = 0; e < last; e++)
        {
            int offset = e * points;
            T width = _lengths[e], left = _nodes[e], right = _nodes[e + 1], across = T.Constant(0), risen = T.Constant(0);
            double h = width.Value;
            for (int k = 0; k < points; k++)
            {
                T sum = T.Constant(0);
                for (int n = 0; n < points; n++) sum += T.Constant(_rule.Integral(k, n)) * currents[offset + n];
                (_passed[k], T weight) = (width * sum, T.Constant(_rule.Weights[k]));
                _rise[k] = _resistivity[offset + k] * _passed[k] - _electromotive[offset + k] - _electronic * current;
                across += weight * _resistivity[offset + k];
                risen += weight * _rise[k];
            }
            T flux = ((right - left) / width - risen) / across;
            double resistance = across.Value;
            for (int n = 0; n < points; n++)
            {
                double sum = 0;
                for (int k = 0; k < points; k++) sum += _rule.Weights[k] * _resistivity[offset + k].Value * _rule.Integral(k, n);
                _chain[n] = sum;
            }
            for (int k = 0; k < points; k++)
            {
                T sum = T.Constant(0);
                double share = 0;
                for (int m = 0; m < points; m++)
                {
                    double integral = _rule.Integral(k, m);
                    sum += T.Constant(integral) * (_resistivity[offset + m] * flux + _rise[m]);
                    share += integral * _resistivity[offset + m].Value;
                }
                share /= resistance;
                for (int n = 0; n < points; n++)
                {
                    double twice = 0;
                    for (int m = 0; m < points; m++) twice += _rule.Integral(k, m) * _resistivity[offset + m].Value * _rule.Integral(m, n);
                    _matrix[k * points + n] = (k == n ? 1 : 0) - h * h * (twice - share * _chain[n]) * slopes[offset + n];
                }
                _fixed[offset + k] = left + width * sum - potentials[offset + k];
                (_leftward[offset + k], _rightward[offset + k], _perCurrent[offset + k]) = (1 - share, share, h * (share - _rule.Points[k]) * electronic);
            }
            Eliminate(_matrix, points, _fixed.AsSpan(offset, points), _leftward.AsSpan(offset, points), _rightward.AsSpan(offset, points), _perCurrent.AsSpan(offset, points));

            // What the left end lets in, and the right end out, as the points answer the ends and the current.
            T moved = T.Constant(0), total = T.Constant(0);
            double toLeft = 0, toRight = 0, toCurrent = 0, totalLeft = 0, totalRight = 0, totalCurrent = 0;
            for (int k = 0; k < points; k++)
            {
                double slope = slopes[offset + k], weight = _rule.Weights[k], part = _chain[k] * slope;
                T change = T.Constant(slope) * _fixed[offset + k];
                moved += T.Constant(_chain[k]) * change;
                total += T.Constant(weight) * (currents[offset + k] + change);
                toLeft += part * _leftward[offset + k];
                toRight += part * _rightward[offset + k];
                toCurrent += part * _perCurrent[offset + k];
                totalLeft += weight * slope * _leftward[offset + k];
                totalRight += weight * slope * _rightward[offset + k];
                totalCurrent += weight * slope * _perCurrent[offset + k];
            }
            double scale = h / resistance, across1 = 1 / (h * resistance);
            _fixedFlux[e] = flux - T.Constant(scale) * moved;
            (_fluxLeft[e], _fluxRight[e], _fluxCurrent[e]) = (-across1 - scale * toLeft, across1 - scale * toRight, electronic / resistance - scale * toCurrent);
            T outgoing = _fixedFlux[e] + width * total;

            _diagonal[e] += _fluxLeft[e];
            _upper[e] += _fluxRight[e];
            _right[e] -= _fixedFlux[e];
            _rightCurrent[e] -= _fluxCurrent[e];
            _lower[e + 1] -= _fluxLeft[e] + h * totalLeft;
            _diagonal[e + 1] -= _fluxRight[e] + h * totalRight;
            _right[e + 1] += outgoing;
            _rightCurrent[e + 1] += _fluxCurrent[e] + h * totalCurrent;
        }
        for (int node = 1; node <= last; node++)
        {
            double factor = _lower[node] / _diagonal[node - 1];
            _diagonal[node] -= factor * _upper[node - 1];
            _right[node] -= T.Constant(factor) * _right[node - 1];
            _rightCurrent[node] -= factor * _rightCurrent[node - 1];
        }
        for (int node = last; node >= 0; node--)
        {
            if (node < last)
            {
                _right[node] -= T.Constant(_upper[node]) * _right[node + 1];
                _rightCurrent[node] -= _upper[node] * _rightCurrent[node + 1];
            }
            double inverse = 1 / _diagonal[node];
            _right[node] *= T.Constant(inverse);
            _rightCurrent[node] *= inverse;
        }
        Respond(currents, slopes, current);
    }

    public override void Update(T currentChange, Span<T> changes)
    {
        for (int e = 0; e < _elements; e++)
        {
            T left = NodeChange(e, currentChange), right = NodeChange(e + 1, currentChange);
            for (int k = 0; k < _points; k++)
            {
                int point = e * _points + k;
                changes[point] = _fixed[point] + T.Constant(_leftward[point]) * left + T.Constant(_rightward[point]) * right + T.Constant(_perCurrent[point]) * currentChange;
            }
        }
        for (int node = 0; node <= _elements; node++) _nodes[node] += NodeChange(node, currentChange);
    }

    /// <summary>The ionic current at the points, A/m2.</summary>
    /// <param name="currents">What leaves into the electrolyte per volume, A/m3.</param>
    /// <param name="current">What enters from the separator, A/m2.</param>
    /// <param name="flow">Filled.</param>
    public void Flow(ReadOnlySpan<T> currents, T current, Span<T> flow)
    {
        T enters = current;
        for (int e = 0; e < _elements; e++)
        {
            T width = _lengths[e], total = T.Constant(0);
            for (int k = 0; k < _points; k++)
            {
                T sum = T.Constant(0);
                for (int n = 0; n < _points; n++) sum += T.Constant(_rule.Integral(k, n)) * currents[e * _points + n];
                flow[e * _points + k] = enters + width * sum;
                total += T.Constant(_rule.Weights[k]) * currents[e * _points + k];
            }
            enters += width * total;
        }
    }

    public override (double Ionic, double Electronic) OhmicParts(ReadOnlySpan<double> currents, double current)
    {
        double electronic = _electronic.Value, enters = current, lost = 0, charge = 0, at = 0, ionicSum = 0, electronicSum = 0;
        Span<double> ionic = stackalloc double[_points];
        for (int e = 0; e < _elements; e++)
        {
            int offset = e * _points;
            double width = _lengths[e].Value, passed = 0, dropped = 0, sum = 0;
            for (int k = 0; k < _points; k++)
            {
                double inner = 0;
                for (int n = 0; n < _points; n++) inner += _rule.Integral(k, n) * currents[offset + n];
                ionic[k] = enters + width * inner;
                passed += _rule.Weights[k] * ionic[k];
                dropped += _rule.Weights[k] * ionic[k] * (_resistivity[offset + k].Value - electronic);
                sum += _rule.Weights[k] * currents[offset + k];
            }
            for (int k = 0; k < _points; k++)
            {
                double within = 0, drop = 0;
                for (int n = 0; n < _points; n++)
                {
                    double part = _rule.Integral(k, n) * ionic[n];
                    within += part;
                    drop += part * (_resistivity[offset + n].Value - electronic);
                }
                double weight = Weights[offset + k];
                ionicSum += weight * (lost + width * drop);
                electronicSum += weight * (current * (at + width * _rule.Points[k]) - charge - width * within);
            }
            charge += width * passed;
            lost += width * dropped;
            enters += width * sum;
            at += width;
        }
        return (-ionicSum, -(current * at - charge - electronicSum) * electronic);
    }

    private T NodeChange(int node, T currentChange) => _right[node] + T.Constant(_rightCurrent[node]) * currentChange;

    private void Respond(ReadOnlySpan<T> currents, ReadOnlySpan<double> slopes, T current)
    {
        // phi_s(L) - phi_e(0) = w(0) - integral of (J - i)/sigma, for the changed line at an unchanged current, and its slope in the current.
        T integral = T.Constant(0), length = T.Constant(0);
        double slope = 0;
        for (int e = 0; e < _elements; e++)
        {
            T width = _lengths[e], moment = T.Constant(0);
            double momentCurrent = 0;
            for (int k = 0; k < _points; k++)
            {
                int point = e * _points + k;
                T change = _fixed[point] + T.Constant(_leftward[point]) * _right[e] + T.Constant(_rightward[point]) * _right[e + 1];
                moment += T.Constant(_moment[k]) * (currents[point] + T.Constant(slopes[point]) * change);
                momentCurrent += _moment[k] * slopes[point] * (_leftward[point] * _rightCurrent[e] + _rightward[point] * _rightCurrent[e + 1] + _perCurrent[point]);
            }
            T flux = _fixedFlux[e] + T.Constant(_fluxLeft[e]) * _right[e] + T.Constant(_fluxRight[e]) * _right[e + 1];
            double fluxCurrent = _fluxCurrent[e] + _fluxLeft[e] * _rightCurrent[e] + _fluxRight[e] * _rightCurrent[e + 1];
            integral += width * (flux + width * moment);
            slope += width.Value * (fluxCurrent + width.Value * momentCurrent);
            length += width;
        }
        Settled = _nodes[0] + _right[0] - _electronic * (current * length - integral);
        Resistance = _rightCurrent[0] - _electronic.Value * (length.Value - slope);
    }

    // Gaussian elimination of a matrix that its diagonal dominates, with one varied and three plain right-hand sides.
    private static void Eliminate(double[] matrix, int count, Span<T> varied, Span<double> first, Span<double> second, Span<double> third)
    {
        for (int column = 0; column < count; column++)
        {
            double inverse = 1 / matrix[column * count + column];
            for (int row = column + 1; row < count; row++)
            {
                double factor = matrix[row * count + column] * inverse;
                if (factor == 0) continue;
                for (int k = column + 1; k < count; k++) matrix[row * count + k] -= factor * matrix[column * count + k];
                varied[row] -= T.Constant(factor) * varied[column];
                first[row] -= factor * first[column];
                second[row] -= factor * second[column];
                third[row] -= factor * third[column];
            }
        }
        for (int row = count - 1; row >= 0; row--)
        {
            T sum = varied[row];
            double sumFirst = first[row], sumSecond = second[row], sumThird = third[row];
            for (int k = row + 1; k < count; k++)
            {
                double entry = matrix[row * count + k];
                sum -= T.Constant(entry) * varied[k];
                sumFirst -= entry * first[k];
                sumSecond -= entry * second[k];
                sumThird -= entry * third[k];
            }
            double inverse = 1 / matrix[row * count + row];
            (varied[row], first[row], second[row], third[row]) = (sum * T.Constant(inverse), sumFirst * inverse, sumSecond * inverse, sumThird * inverse);
        }
    }
}
