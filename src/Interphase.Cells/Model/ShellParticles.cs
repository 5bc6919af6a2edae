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
    private const int Below = 3, Width = 6;

    private readonly int _shells = sphere.Count;
    private readonly T[] _values = new T[(sphere.Count + 1) * points], _history = new T[sphere.Count * points], _changes = new T[(sphere.Count + 1) * points];
    private readonly double[] _replies = new double[(sphere.Count + 1) * points], _response = new double[points];
    private readonly T[] _surface = new T[points];
    private readonly double[] _band = new double[(sphere.Count + 1) * Width];
    private readonly T[] _potentials = new T[sphere.Count + 1], _residual = new T[sphere.Count + 1];
    private readonly double[] _slopes = new double[sphere.Count + 1], _reply = new double[sphere.Count + 1];
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
        for (int k = 0; k < points; k++) Linearise(k, supply[k]);
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
    private void Linearise(int point, T supply)
    {
        int shells = _shells, count = shells + 1;
        double[] band = _band, replies = _reply;
        T[] residual = _residual, potentials = _potentials;
        double[] slopes = _slopes;
        Array.Clear(band);
        for (int i = 0, at = point; i < count; i++, at += points) potentials[i] = diffusivity.Integrate(_values[at], out slopes[i]);
        T step = T.Constant(_delay) * _inverseSquare;
        double stepValue = step.Value, third = 1.0 / 3;
        ReadOnlySpan<double> faces = sphere.Faces, volumes = sphere.Volumes;
        T inner = T.Constant(0);
        for (int i = 0, at = point; i < shells; i++, at += points)
        {
            double perVolume = 3 / volumes[i];
            band[i * Width + Below] += 1;
            T outer;
            if (i < shells - 1)
            {
                double area = faces[i + 1] * faces[i + 1];
                ReadOnlySpan<double> gradient = sphere.Gradient(i + 1);
                int first = sphere.First(i + 1), reach = Math.Min(GradedSphere.Reach, count - first), here = i * Width + Below + first - i, next = here + Width - 1;
                outer = T.Constant(0);
                double ofThis = stepValue * area * perVolume, ofNext = stepValue * area * 3 / volumes[i + 1];
                for (int j = 0; j < reach; j++)
                {
                    outer += T.Constant(gradient[j]) * potentials[first + j];
                    double slope = gradient[j] * slopes[first + j];
                    band[here + j] -= ofThis * slope;
                    band[next + j] += ofNext * slope;
                }
                outer *= T.Constant(area) * step;
            }
            else outer = T.Constant(_delay * third) * supply;
            residual[i] = _history[at] - _values[at] + (outer - inner) * T.Constant(perVolume);
            replies[i] = i == shells - 1 ? _delay * third * perVolume : 0;
            inner = outer;
        }
        T surfaceGradient = T.Constant(0);
        ReadOnlySpan<double> last = sphere.Gradient(shells);
        int start = sphere.First(shells);
        for (int j = 0; j < GradedSphere.Reach; j++)
        {
            surfaceGradient += T.Constant(last[j]) * potentials[start + j];
            band[shells * Width + Below + start + j - shells] += _inverseSquare.Value * last[j] * slopes[start + j];
        }
        residual[shells] = T.Constant(third) * supply - _inverseSquare * surfaceGradient;
        replies[shells] = third;

        // Three entries below the diagonal, two above it.
        for (int row = 0; row < count; row++)
        {
            int at = row * Width + Below;
            double inverse = 1 / band[at], first = band[at + 1], second = band[at + 2], reply = replies[row];
            T right = residual[row];
            band[at] = inverse;
            int below = Math.Min(Below, shells - row);
            for (int k = 1; k <= below; k++)
            {
                int target = at + k * (Width - 1);
                double factor = band[target] * inverse;
                if (factor == 0) continue;
                band[target + 1] -= factor * first;
                band[target + 2] -= factor * second;
                residual[row + k] -= T.Constant(factor) * right;
                replies[row + k] -= factor * reply;
            }
        }
        for (int row = shells, to = shells * points + point; row >= 0; row--, to -= points)
        {
            int at = row * Width + Below;
            T sum = residual[row];
            double reply = replies[row];
            if (row < shells)
            {
                sum -= T.Constant(band[at + 1]) * residual[row + 1];
                reply -= band[at + 1] * replies[row + 1];
            }
            if (row < shells - 1)
            {
                sum -= T.Constant(band[at + 2]) * residual[row + 2];
                reply -= band[at + 2] * replies[row + 2];
            }
            residual[row] = sum * T.Constant(band[at]);
            replies[row] = reply * band[at];
            (_changes[to], _replies[to]) = (residual[row], replies[row]);
        }
        _surface[point] = _values[shells * points + point] + residual[shells];
        _response[point] = replies[shells];
    }
}
