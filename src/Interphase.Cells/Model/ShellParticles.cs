using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// Particles whose diffusivity changes with their content: shells graded to the surface, fluxes as fourth-order gradients of the integral of D, the surface as an unknown of its own.
/// docs/numerics.md, section 4.
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class ShellParticles<T>(GradedSphere sphere, int points, VariedCurve<T> diffusivity) : ParticleField<T>
    where T : unmanaged, IScalar<T>
{
    // Points are eliminated side by side, so many at a time.
    private const int Lanes = 4;

    private readonly int _shells = sphere.Count;
    private readonly T[] _values = new T[(sphere.Count + 1) * points], _history = new T[sphere.Count * points], _changes = new T[(sphere.Count + 1) * points];
    private readonly double[] _replies = new double[(sphere.Count + 1) * points], _response = new double[points];
    private readonly T[] _surface = new T[points];
    private readonly ShellStencil _stencil = ShellStencil.Of(sphere);
    private readonly Vector256<double>[] _band = new Vector256<double>[(sphere.Count + 1) * ShellStencil.Width], _reply = new Vector256<double>[sphere.Count + 1], _slopes = new Vector256<double>[sphere.Count + 1];
    private readonly T[] _potentials = new T[(sphere.Count + 1) * Lanes], _residual = new T[(sphere.Count + 1) * Lanes];
    private T _inverseSquare;
    private double _delay;

    public override int States => _shells;

    public override GradedSphere? Shells => sphere;

    public override T[] Surface => _surface;

    public override double[] Response => _response;

    public override void Set(T inverseSquareRadius) => _inverseSquare = inverseSquareRadius;

    public override void Begin(double delay, ReadOnlySpan<T> history, ReadOnlySpan<T> states, ReadOnlySpan<T> surface)
    {
        _delay = delay;
        history.CopyTo(_history);
        if (delay == 0) history.CopyTo(_values);
        else states.CopyTo(_values);
        for (int k = 0; k < points; k++) _values[_shells * points + k] = surface[k];
    }

    public override void Linearise(ReadOnlySpan<T> supply)
    {
        for (int k = 0; k < points; k += Lanes) Linearise(k, Math.Min(Lanes, points - k), supply);
    }

    public override double Update(ReadOnlySpan<T> supplyChange, ReadOnlySpan<T> surface)
    {
        double largest = 0;
        for (int i = 0; i < _shells; i++)
            for (int k = 0; k < points; k++)
            {
                int at = i * points + k;
                T change = _changes[at] + T.Constant(_replies[at]) * supplyChange[k];
                _values[at] += change;
                largest = Math.Max(largest, Math.Abs(change.Value));
            }
        // On a flat curve the potential says nothing of a surface that has yet to move.
        for (int k = 0; k < points; k++)
        {
            T value = surface[k], before = _values[_shells * points + k];
            largest = Math.Max(largest, Math.Abs(value.Value - before.Value));
            _values[_shells * points + k] = value;
        }
        return largest;
    }

    public override void Finish(ReadOnlySpan<T> supply, Span<T> states) => _values.AsSpan(0, states.Length).CopyTo(states);

    public override T Mean(ReadOnlySpan<T> states, int point)
    {
        T sum = T.Constant(0);
        for (int i = 0; i < _shells; i++) sum += T.Constant(sphere.Volumes[i]) * states[i * points + point];
        return sum;
    }

    public override void Fill(Span<T> states, T content) => states.Fill(content);

    public override void Profile(ReadOnlySpan<T> states, int point, Span<double> radii, Span<double> contents)
    {
        for (int i = 0; i < radii.Length; i++)
        {
            double at = (i + 0.5) / radii.Length;
            int shell = 0;
            while (shell < _shells - 1 && sphere.Faces[shell + 1] < at) shell++;
            (radii[i], contents[i]) = (at, states[shell * points + point].Value);
        }
    }

    // docs/numerics.md (N12): y_i - history - delay/V_i (flux out of the outer face - flux out of the inner face), and the surface's own gradient.
    private void Linearise(int first, int lanes, ReadOnlySpan<T> supply)
    {
        int shells = _shells;
        T[] residual = _residual, potentials = _potentials;
        Span<double> slopes = MemoryMarshal.Cast<Vector256<double>, double>(_slopes.AsSpan());
        for (int i = 0, at = first; i <= shells; i++, at += points)
            for (int k = 0; k < lanes; k++) potentials[i * Lanes + k] = diffusivity.Integrate(i == shells ? _values[at + k] : AtMiddle(i, at + k), out slopes[i * Lanes + k]);
        T step = T.Constant(_delay) * _inverseSquare;
        const double third = 1.0 / 3;
        ReadOnlySpan<double> gradients = _stencil.Gradients, perVolume = _stencil.PerVolume;
        for (int k = 0; k < lanes; k++)
        {
            T inner = T.Constant(0), supplied = supply[first + k];
            for (int i = 0, at = first + k; i < shells; i++, at += points)
            {
                T outer = i == shells - 1 ? T.Constant(_delay * third) * supplied : Gradient(gradients, i + 1, k) * step;
                residual[i * Lanes + k] = _history[at] - _values[at] + (outer - inner) * T.Constant(perVolume[i]);
                inner = outer;
            }
            residual[shells * Lanes + k] = T.Constant(third) * supplied - _inverseSquare * Gradient(gradients, shells, k);
        }
        Eliminate(step.Value, _inverseSquare.Value);
        Substitute(first, lanes);
    }

    // Area times gradient at a face.
    private T Gradient(ReadOnlySpan<double> gradients, int face, int lane)
    {
        ReadOnlySpan<double> weights = gradients.Slice(face * GradedSphere.Reach, GradedSphere.Reach);
        ReadOnlySpan<T> values = _potentials.AsSpan(sphere.First(face) * Lanes, GradedSphere.Reach * Lanes);
        return T.Constant(weights[0]) * values[lane] + T.Constant(weights[1]) * values[lane + Lanes] + T.Constant(weights[2]) * values[lane + 2 * Lanes] + T.Constant(weights[3]) * values[lane + 3 * Lanes];
    }

    // Two entries below the diagonal and two above it; the surface's row has a third below. What is left in the band: factors below, the inverse of the diagonal, entries above.
    private void Eliminate(double step, double inverseSquare)
    {
        const int width = ShellStencil.Width, middle = ShellStencil.Middle;
        int shells = _shells;
        Vector256<double>[] band = _band;
        ReadOnlySpan<Vector256<double>> slopes = _slopes;
        ReadOnlySpan<double> rows = _stencil.Rows;
        Vector256<double> delay = Vector256.Create(-step), one = Vector256.Create(1.0);
        for (int row = 0; row < shells; row++)
        {
            ReadOnlySpan<double> weights = rows.Slice(row * width, width);
            Span<Vector256<double>> here = band.AsSpan(row * width, width);
            for (int j = Math.Max(1, middle - row); j < width; j++)
                here[j] = row + j - middle <= shells ? Vector256.Create(weights[j]) * delay * slopes[row + j - middle] : default;
            here[middle] += one;
        }
        Span<Vector256<double>> last = band.AsSpan(shells * width, width);
        for (int j = 0; j <= middle; j++) last[j] = Vector256.Create(inverseSquare * rows[shells * width + j]) * slopes[shells + j - middle];
        for (int row = 0; row <= shells; row++)
        {
            Span<Vector256<double>> here = band.AsSpan(row * width, width);
            Vector256<double> inverse = one / here[middle], first = here[middle + 1], second = here[middle + 2];
            here[middle] = inverse;
            if (row == shells) break;
            Span<Vector256<double>> next = band.AsSpan((row + 1) * width, width);
            Vector256<double> factor = next[middle - 1] * inverse;
            next[middle - 1] = factor;
            next[middle] -= factor * first;
            next[middle + 1] -= factor * second;
            if (row == shells - 1) continue;
            next = band.AsSpan((row + 2) * width, width);
            factor = next[middle - 2] * inverse;
            next[middle - 2] = factor;
            next[middle - 1] -= factor * first;
            next[middle] -= factor * second;
            if (row != shells - 3) continue;
            factor = last[0] * inverse;
            last[0] = factor;
            last[1] -= factor * first;
            last[2] -= factor * second;
        }
    }

    private void Substitute(int first, int lanes)
    {
        const int width = ShellStencil.Width, middle = ShellStencil.Middle;
        const double third = 1.0 / 3;
        int shells = _shells;
        T[] residual = _residual;
        Vector256<double>[] reply = _reply;
        ReadOnlySpan<double> entries = MemoryMarshal.Cast<Vector256<double>, double>(_band.AsSpan());
        for (int row = 1; row <= shells; row++)
            for (int k = 0; k < lanes; k++)
            {
                int at = row * width * Lanes + k, to = row * Lanes + k;
                T sum = residual[to] - T.Constant(entries[at + (middle - 1) * Lanes]) * residual[to - Lanes];
                if (row > 1) sum -= T.Constant(entries[at + (middle - 2) * Lanes]) * residual[to - 2 * Lanes];
                if (row == shells) sum -= T.Constant(entries[at]) * residual[to - 3 * Lanes];
                residual[to] = sum;
            }
        // What is supplied enters the last shell and the surface's gradient.
        Vector256<double> supplied = Vector256.Create(_delay * third * _stencil.PerVolume[shells - 1]), above = default, further = default;
        for (int row = shells; row >= 0; row--)
        {
            ReadOnlySpan<Vector256<double>> here = _band.AsSpan(row * width, width);
            Vector256<double> sum = row == shells ? Vector256.Create(third) - here[middle - 1] * supplied : row == shells - 1 ? supplied : default;
            if (row < shells) sum -= here[middle + 1] * above;
            if (row < shells - 1) sum -= here[middle + 2] * further;
            (further, above) = (above, sum * here[middle]);
            reply[row] = above;
        }
        ReadOnlySpan<double> replies = MemoryMarshal.Cast<Vector256<double>, double>(reply.AsSpan());
        for (int row = shells, to = shells * points + first; row >= 0; row--, to -= points)
            for (int k = 0; k < lanes; k++)
            {
                int at = row * width * Lanes + k, own = row * Lanes + k;
                T sum = residual[own];
                if (row < shells) sum -= T.Constant(entries[at + (middle + 1) * Lanes]) * residual[own + Lanes];
                if (row < shells - 1) sum -= T.Constant(entries[at + (middle + 2) * Lanes]) * residual[own + 2 * Lanes];
                sum *= T.Constant(entries[at + middle * Lanes]);
                residual[own] = sum;
                (_changes[to + k], _replies[to + k]) = (sum, replies[own]);
            }
        for (int k = 0; k < lanes; k++)
        {
            _surface[first + k] = _values[shells * points + first + k] + residual[shells * Lanes + k];
            _response[first + k] = replies[shells * Lanes + k];
        }
    }

    // What the content is at a shell's middle: between those of its neighbours.
    private T AtMiddle(int shell, int at)
    {
        ReadOnlySpan<double> weights = sphere.Point(shell);
        T own = _values[at], before = shell == 0 ? own : _values[at - points], after = _values[at + points];
        T middle = T.Constant(weights[0]) * before + T.Constant(weights[1]) * own + T.Constant(weights[2]) * after;
        T low = before.Value < after.Value ? before : after, high = before.Value < after.Value ? after : before;
        if (own.Value < low.Value) low = own;
        else if (own.Value > high.Value) high = own;
        return middle.Value < low.Value ? low : middle.Value > high.Value ? high : middle;
    }
}
