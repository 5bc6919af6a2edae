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

    // A row of the matrix: four entries before the middle, of which only the surface uses the first, and three after it.
    private const int Width = 8, Middle = 4, Reach = 3;

    private readonly int _shells = sphere.Count;
    private readonly T[] _values = new T[(sphere.Count + 1) * points], _history = new T[sphere.Count * points], _changes = new T[(sphere.Count + 1) * points];
    private readonly double[] _replies = new double[(sphere.Count + 1) * points], _response = new double[points];
    private readonly T[] _surface = new T[points];
    private readonly ShellStencil _stencil = ShellStencil.Of(sphere);
    private readonly Vector256<double>[] _band = new Vector256<double>[(sphere.Count + 1) * Width], _reply = new Vector256<double>[sphere.Count + 1], _slopes = new Vector256<double>[sphere.Count + 1];
    private readonly T[] _potentials = new T[(sphere.Count + 1) * Lanes], _residual = new T[(sphere.Count + 1) * Lanes];
    private T _inverseSquare;
    private T[]? _left;
    private double _delay;

    public override int States => _shells;

    public override GradedSphere? Shells => sphere;

    public override T[] Surface => _surface;

    public override double[] Response => _response;

    public override void Set(T inverseSquareRadius) => _inverseSquare = inverseSquareRadius;

    public override void Slow(ReadOnlySpan<T> left)
    {
        _left ??= new T[points];
        left.CopyTo(_left);
    }

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
            for (int k = 0; k < lanes; k++) potentials[i * Lanes + k] = Integrate(i == shells ? _values[at + k] : AtMiddle(i, at + k), out slopes[i * Lanes + k]);
        const double third = 1.0 / 3;
        ReadOnlySpan<double> gradients = _stencil.Gradients, perVolume = _stencil.PerVolume;
        for (int k = 0; k < lanes; k++)
        {
            T inner = T.Constant(0), supplied = supply[first + k], inverseSquare = _left is null ? _inverseSquare : _inverseSquare * _left[first + k], step = T.Constant(_delay) * inverseSquare;
            for (int i = 0, at = first + k; i < shells; i++, at += points)
            {
                T outer = i == shells - 1 ? T.Constant(_delay * third) * supplied : Gradient(gradients, i + 1, k) * step;
                residual[i * Lanes + k] = _history[at] - _values[at] + (outer - inner) * T.Constant(perVolume[i]);
                inner = outer;
            }
            residual[shells * Lanes + k] = T.Constant(third) * supplied - inverseSquare * Gradient(gradients, shells, k);
        }
        Vector256<double> time = Vector256.Create(_inverseSquare.Value);
        if (_left is not null)
            for (int k = 0; k < lanes; k++) time = time.WithElement(k, _inverseSquare.Value * _left[first + k].Value);
        Eliminate(time);
        Substitute(first, lanes);
    }

    // Area times gradient at a face.
    private T Gradient(ReadOnlySpan<double> gradients, int face, int lane)
    {
        ReadOnlySpan<double> weights = gradients.Slice(face * GradedSphere.Reach, GradedSphere.Reach);
        ReadOnlySpan<T> values = _potentials.AsSpan(sphere.First(face) * Lanes, GradedSphere.Reach * Lanes);
        return T.Constant(weights[0]) * values[lane] + T.Constant(weights[1]) * values[lane + Lanes] + T.Constant(weights[2]) * values[lane + 2 * Lanes] + T.Constant(weights[3]) * values[lane + 3 * Lanes];
    }

    // Three entries below the diagonal and three above it; the surface's row has a fourth below. What is left in the band: factors below, the inverse of the diagonal, entries above.
    private void Eliminate(Vector256<double> inverseSquare)
    {
        int shells = _shells;
        ReadOnlySpan<Vector256<double>> slopes = _slopes;
        ReadOnlySpan<double> rows = _stencil.Rows;
        Vector256<double> delay = Vector256.Create(-_delay) * inverseSquare, one = Vector256.Create(1.0);
        _band.AsSpan().Clear();
        for (int row = 0; row <= shells; row++)
        {
            ReadOnlySpan<double> weights = rows.Slice(row * ShellStencil.Width, ShellStencil.Width);
            Span<Vector256<double>> here = _band.AsSpan(row * Width, Width);
            Vector256<double> scale = row == shells ? inverseSquare : delay;
            for (int j = Math.Max(row == shells ? 0 : 1, ShellStencil.Middle - row); j < ShellStencil.Width && row + j - ShellStencil.Middle <= shells; j++)
            {
                int value = row + j - ShellStencil.Middle;
                Vector256<double> slope = Vector256.Create(weights[j]) * scale * slopes[value];
                ReadOnlySpan<double> ofAverages = _stencil.Points.Slice(value * GradedSphere.Neighbours, GradedSphere.Neighbours);
                here[j] += Vector256.Create(ofAverages[0]) * slope;
                here[j + 1] += Vector256.Create(ofAverages[1]) * slope;
                here[j + 2] += Vector256.Create(ofAverages[2]) * slope;
            }
            if (row < shells) here[Middle] += one;
        }
        Span<Vector256<double>> last = _band.AsSpan(shells * Width, Width);
        for (int row = 0; row <= shells; row++)
        {
            Span<Vector256<double>> here = _band.AsSpan(row * Width, Width);
            Vector256<double> inverse = one / here[Middle], first = here[Middle + 1], second = here[Middle + 2], third = here[Middle + 3];
            here[Middle] = inverse;
            int below = Math.Min(Reach, shells - row);
            for (int k = 1; k <= below; k++)
            {
                Span<Vector256<double>> next = _band.AsSpan((row + k) * Width + Middle - k, Reach + 1);
                Vector256<double> factor = next[0] * inverse;
                next[0] = factor;
                next[1] -= factor * first;
                next[2] -= factor * second;
                next[3] -= factor * third;
            }
            if (row != shells - Reach - 1) continue;
            Vector256<double> fourth = last[0] * inverse;
            last[0] = fourth;
            last[1] -= fourth * first;
            last[2] -= fourth * second;
            last[3] -= fourth * third;
        }
    }

    private void Substitute(int first, int lanes)
    {
        const double third = 1.0 / 3;
        int shells = _shells;
        T[] residual = _residual;
        Vector256<double>[] reply = _reply;
        ReadOnlySpan<double> entries = MemoryMarshal.Cast<Vector256<double>, double>(_band.AsSpan());
        for (int row = 1; row <= shells; row++)
            for (int k = 0; k < lanes; k++)
            {
                int at = (row * Width + Middle) * Lanes + k, own = row * Lanes + k;
                T sum = residual[own] - T.Constant(entries[at - Lanes]) * residual[own - Lanes];
                if (row > 1) sum -= T.Constant(entries[at - 2 * Lanes]) * residual[own - 2 * Lanes];
                if (row > 2) sum -= T.Constant(entries[at - 3 * Lanes]) * residual[own - 3 * Lanes];
                if (row == shells) sum -= T.Constant(entries[at - 4 * Lanes]) * residual[own - 4 * Lanes];
                residual[own] = sum;
            }
        // What is supplied enters the last shell and the surface's gradient.
        Vector256<double> supplied = Vector256.Create(_delay * third * _stencil.PerVolume[shells - 1]), next = default, second = default, further = default;
        for (int row = shells; row >= 0; row--)
        {
            ReadOnlySpan<Vector256<double>> here = _band.AsSpan(row * Width + Middle - 1, Reach + 2);
            Vector256<double> sum = row == shells ? Vector256.Create(third) - here[0] * supplied : row == shells - 1 ? supplied : default;
            sum -= here[2] * next + here[3] * second + here[4] * further;
            (further, second, next) = (second, next, sum * here[1]);
            reply[row] = next;
        }
        ReadOnlySpan<double> replies = MemoryMarshal.Cast<Vector256<double>, double>(reply.AsSpan());
        for (int row = shells, to = shells * points + first; row >= 0; row--, to -= points)
            for (int k = 0; k < lanes; k++)
            {
                int at = (row * Width + Middle) * Lanes + k, own = row * Lanes + k;
                T sum = residual[own];
                if (row < shells) sum -= T.Constant(entries[at + Lanes]) * residual[own + Lanes];
                if (row < shells - 1) sum -= T.Constant(entries[at + 2 * Lanes]) * residual[own + 2 * Lanes];
                if (row < shells - 2) sum -= T.Constant(entries[at + 3 * Lanes]) * residual[own + 3 * Lanes];
                sum *= T.Constant(entries[at]);
                residual[own] = sum;
                (_changes[to + k], _replies[to + k]) = (sum, replies[own]);
            }
        for (int k = 0; k < lanes; k++)
        {
            _surface[first + k] = _values[shells * points + first + k] + residual[shells * Lanes + k];
            _response[first + k] = replies[shells * Lanes + k];
        }
    }

    // What the content is at a shell's middle: its parabola goes by no more than a twelfth of a difference beyond its neighbours.
    private T AtMiddle(int shell, int at)
    {
        ReadOnlySpan<double> weights = sphere.Point(shell);
        T middle = T.Constant(weights[1]) * _values[at] + T.Constant(weights[2]) * _values[at + points];
        return shell == 0 ? middle : middle + T.Constant(weights[0]) * _values[at - points];
    }

    // The integral of D from 0 on; beyond full and empty D stays what it is there.
    private T Integrate(T content, out double slope)
    {
        double end = Math.Clamp(content.Value, 0, 1);
        if (end == content.Value) return diffusivity.Integrate(content, out slope);
        T integral = diffusivity.Integrate(T.Constant(end), out slope);
        return integral + T.Constant(slope) * (content - T.Constant(end));
    }
}
