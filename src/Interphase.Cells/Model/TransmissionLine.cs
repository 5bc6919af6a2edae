using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// The two currents of a porous electrode, in ions from the separator (x = 0) and in electrons to the collector (x = L), by Gauss collocation on elements: docs/numerics.md, section 5.
/// What happens at a point enters as a current density per volume and its slope; what leaves is one linear system per iteration, condensed to a tridiagonal one between the elements.
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class TransmissionLine<T> : PorousLine<T>
    where T : unmanaged, IScalar<T>
{
    private readonly GaussRule _rule;
    private readonly int _elements, _points;
    private readonly double[] _green, _moment;
    private readonly T[] _lengths, _potentials, _fixed, _fixedFlux;
    private readonly double[] _leftward, _rightward, _matrix, _perCurrent;
    private readonly double[] _lower, _diagonal, _upper, _rightCurrent;
    private readonly T[] _right;
    private readonly double[] _fluxLeft, _fluxRight;
    private T _resistivity, _electronic, _length;

    public TransmissionLine(int elements, int points)
    {
        (_elements, _points, _rule) = (elements, points, GaussRule.Of(points));
        _green = new double[points * points];
        _moment = new double[points];
        for (int k = 0; k < points; k++)
        {
            _moment[k] = _rule.Weights[k] * (1 - _rule.Points[k]);
            for (int n = 0; n < points; n++)
            {
                double sum = 0;
                for (int m = 0; m < points; m++) sum += _rule.Integral(k, m) * _rule.Integral(m, n);
                _green[k * points + n] = sum - _rule.Points[k] * _rule.Weights[n] * (1 - _rule.Points[n]);
            }
        }
        int count = elements * points;
        _lengths = new T[elements];
        (_potentials, _fixed, _fixedFlux) = (new T[elements + 1], new T[count], new T[elements]);
        (_leftward, _rightward, _perCurrent, _matrix) = (new double[count], new double[count], new double[elements + 1], new double[points * points]);
        (_lower, _diagonal, _upper, _rightCurrent) = (new double[elements + 1], new double[elements + 1], new double[elements + 1], new double[elements + 1]);
        _right = new T[elements + 1];
        (_fluxLeft, _fluxRight) = (new double[2 * elements], new double[2 * elements]);
        Weights = new double[count];
        Positions = new double[count];
        for (int e = 0; e < elements; e++)
            for (int k = 0; k < points; k++)
                (Weights[e * points + k], Positions[e * points + k]) = (_rule.Weights[k] / elements, (e + _rule.Points[k]) / elements);
    }

    public override int Count => _elements * _points;

    public override double[] Weights { get; }

    public override double[] Positions { get; }

    public override Span<T> Nodes => _potentials;

    public override void Set(T length, T ionic, T electronic)
    {
        T one = T.Constant(1);
        (_length, _electronic, _resistivity) = (length, one / electronic, one / ionic + one / electronic);
        for (int e = 0; e < _elements; e++) _lengths[e] = length / T.Constant(_elements);
    }

    public override void Solve(ReadOnlySpan<T> potentials, ReadOnlySpan<T> currents, ReadOnlySpan<double> slopes, T current)
    {
        int points = _points, last = _elements;
        Array.Clear(_lower);
        Array.Clear(_diagonal);
        Array.Clear(_upper);
        Array.Clear(_rightCurrent);
        for (int node = 0; node <= last; node++) _right[node] = T.Constant(0);
        _right[0] = current;
        _rightCurrent[0] = 1;
        for (int e = 0; e < _elements; e++)
        {
            int offset = e * points;
            T width = _lengths[e], curvature = width * width * _resistivity, left = _potentials[e], right = _potentials[e + 1];
            double bend = curvature.Value, across = (width * _resistivity).Value;
            double[] matrix = _matrix;
            for (int k = 0; k < points; k++)
            {
                double x = _rule.Points[k];
                T sum = T.Constant(0);
                for (int n = 0; n < points; n++)
                {
                    double green = _green[k * points + n];
                    sum += T.Constant(green) * currents[offset + n];
                    matrix[k * points + n] = (k == n ? 1 : 0) - bend * green * slopes[offset + n];
                }
                _fixed[offset + k] = T.Constant(1 - x) * left + T.Constant(x) * right + curvature * sum - potentials[offset + k];
                (_leftward[offset + k], _rightward[offset + k]) = (1 - x, x);
            }
            Eliminate(matrix, points, _fixed.AsSpan(offset, points), _leftward.AsSpan(offset, points), _rightward.AsSpan(offset, points));

            // Flux at the left end from the difference of the ends' potentials and the moment of the currents; at the right end less their sum.
            T moment = T.Constant(0), total = T.Constant(0);
            double momentLeft = 0, momentRight = 0, totalLeft = 0, totalRight = 0;
            for (int k = 0; k < points; k++)
            {
                double slope = slopes[offset + k];
                T here = currents[offset + k] + T.Constant(slope) * _fixed[offset + k];
                double weight = _rule.Weights[k], toLeft = slope * _leftward[offset + k], toRight = slope * _rightward[offset + k];
                moment += T.Constant(_moment[k]) * here;
                total += T.Constant(weight) * here;
                momentLeft += _moment[k] * toLeft;
                momentRight += _moment[k] * toRight;
                totalLeft += weight * toLeft;
                totalRight += weight * toRight;
            }
            double span = width.Value;
            // i(left) = [(w_right - w_left) + J h/sigma]/(h beta) - h moment
            T share = _electronic / _resistivity;
            T flux = (right - left) / (width * _resistivity) - width * moment;
            double toLeftEnd = -1 / across - span * momentLeft, toRightEnd = 1 / across - span * momentRight, carried = share.Value;
            _fixedFlux[e] = flux + share * current;
            (_fluxLeft[2 * e], _fluxLeft[2 * e + 1]) = (toLeftEnd, toRightEnd);
            T outgoing = _fixedFlux[e] + width * total;
            (_fluxRight[2 * e], _fluxRight[2 * e + 1]) = (toLeftEnd + span * totalLeft, toRightEnd + span * totalRight);

            // Row of the left node: incoming - i(left) = 0, of the right node: i(right) - outgoing = 0; written as sums of what is unknown.
            _diagonal[e] += toLeftEnd;
            _upper[e] += toRightEnd;
            _right[e] -= _fixedFlux[e];
            _rightCurrent[e] -= carried;
            _lower[e + 1] -= _fluxRight[2 * e];
            _diagonal[e + 1] -= _fluxRight[2 * e + 1];
            _right[e + 1] += outgoing;
            _rightCurrent[e + 1] += carried;
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
            T sum = _right[node];
            double sumCurrent = _rightCurrent[node];
            if (node < last)
            {
                sum -= T.Constant(_upper[node]) * _right[node + 1];
                sumCurrent -= _upper[node] * _rightCurrent[node + 1];
            }
            _right[node] = sum / T.Constant(_diagonal[node]);
            _rightCurrent[node] = sumCurrent / _diagonal[node];
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
                changes[point] = _fixed[point] + T.Constant(_leftward[point]) * left + T.Constant(_rightward[point]) * right;
            }
        }
        for (int node = 0; node <= _elements; node++) _potentials[node] += NodeChange(node, currentChange);
    }

    /// <summary>The electrode's potential: electrons at the collector against ions at the separator, V.</summary>
    /// <param name="currents">What leaves into the electrolyte per volume, A/m3.</param>
    /// <param name="current">What enters from the separator, A/m2.</param>
    public T Potential(ReadOnlySpan<T> currents, T current)
    {
        // phi_s(L) - phi_e(0) = w(0) - integral of (J - i)/sigma.
        T integral = T.Constant(0);
        for (int e = 0; e < _elements; e++)
        {
            T width = _lengths[e], moment = T.Constant(0);
            for (int k = 0; k < _points; k++) moment += T.Constant(_moment[k]) * currents[e * _points + k];
            T flux = (_potentials[e + 1] - _potentials[e]) / (width * _resistivity) + _electronic / _resistivity * current - width * moment;
            integral += width * (flux + width * moment);
        }
        return _potentials[0] - _electronic * (current * _length - integral);
    }

    public override (double Ionic, double Electronic) OhmicParts(ReadOnlySpan<double> currents, double current)
    {
        Span<double> ionic = stackalloc double[_points];
        double enters = current, before = 0, ionicSum = 0, electronicSum = 0, total = 0, length = _length.Value;
        for (int e = 0; e < _elements; e++)
        {
            double width = _lengths[e].Value, passed = 0, sum = 0, at = e * width;
            for (int k = 0; k < _points; k++)
            {
                double inner = 0;
                for (int n = 0; n < _points; n++) inner += _rule.Integral(k, n) * currents[e * _points + n];
                ionic[k] = enters + width * inner;
                passed += _rule.Weights[k] * ionic[k];
                sum += _rule.Weights[k] * currents[e * _points + k];
            }
            for (int k = 0; k < _points; k++)
            {
                double within = 0;
                for (int n = 0; n < _points; n++) within += _rule.Integral(k, n) * ionic[n];
                double charge = before + width * within, weight = Weights[e * _points + k];
                ionicSum += weight * charge;
                electronicSum += weight * (current * (at + width * _rule.Points[k]) - charge);
            }
            before += width * passed;
            enters += width * sum;
        }
        total = current * length - before;
        double ionicConductivity = 1 / (_resistivity - _electronic).Value;
        return (-ionicSum / ionicConductivity, -(total - electronicSum) * _electronic.Value);
    }

    private T NodeChange(int node, T currentChange) => _right[node] + T.Constant(_rightCurrent[node]) * currentChange;

    private void Respond(ReadOnlySpan<T> currents, ReadOnlySpan<double> slopes, T current)
    {
        // As Potential, for the changed line at an unchanged current, and its slope in the current.
        T integral = T.Constant(0);
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
                momentCurrent += _moment[k] * slopes[point] * (_leftward[point] * _rightCurrent[e] + _rightward[point] * _rightCurrent[e + 1]);
            }
            T flux = _fixedFlux[e] + T.Constant(_fluxLeft[2 * e]) * _right[e] + T.Constant(_fluxLeft[2 * e + 1]) * _right[e + 1];
            double fluxCurrent = (_electronic / _resistivity).Value + _fluxLeft[2 * e] * _rightCurrent[e] + _fluxLeft[2 * e + 1] * _rightCurrent[e + 1];
            integral += width * (flux + width * moment);
            slope += width.Value * (fluxCurrent + width.Value * momentCurrent);
        }
        Settled = _potentials[0] + _right[0] - _electronic * (current * _length - integral);
        Resistance = _rightCurrent[0] - _electronic.Value * (_length.Value - slope);
    }

    // Gaussian elimination of a matrix that its diagonal dominates, with one varied and two plain right-hand sides.
    private static void Eliminate(double[] matrix, int count, Span<T> varied, Span<double> first, Span<double> second)
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
            }
        }
        for (int row = count - 1; row >= 0; row--)
        {
            T sum = varied[row];
            double sumFirst = first[row], sumSecond = second[row];
            for (int k = row + 1; k < count; k++)
            {
                double entry = matrix[row * count + k];
                sum -= T.Constant(entry) * varied[k];
                sumFirst -= entry * first[k];
                sumSecond -= entry * second[k];
            }
            double inverse = 1 / matrix[row * count + row];
            (varied[row], first[row], second[row]) = (sum * T.Constant(inverse), sumFirst * inverse, sumSecond * inverse);
        }
    }
}
