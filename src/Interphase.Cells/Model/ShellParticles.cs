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
    private readonly T[] _potentials = new T[sphere.Count + 1];
    private readonly double[] _slopes = new double[sphere.Count + 1];
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
        int shells = _shells;
        double[] band = _band;
        Array.Clear(band);
        for (int i = 0; i <= shells; i++) _potentials[i] = diffusivity.Integrate(_values[i * points + point], out _slopes[i]);
        Span<T> residual = _changes;
        T step = T.Constant(_delay) * _inverseSquare;
        double stepValue = step.Value, third = 1.0 / 3;
        T inner = T.Constant(0);
        for (int i = 0; i < shells; i++)
        {
            double volume = sphere.Volumes[i] * third;
            band[i * Width + Below] += 1;
            T outer;
            if (i < shells - 1)
            {
                double area = sphere.Faces[i + 1] * sphere.Faces[i + 1];
                ReadOnlySpan<double> gradient = sphere.Gradient(i + 1);
                int first = sphere.First(i + 1);
                outer = T.Constant(0);
                double here = stepValue * area / volume, next = stepValue * area / (sphere.Volumes[i + 1] * third);
                for (int j = 0; j < GradedSphere.Reach; j++)
                {
                    int value = first + j;
                    if (value > shells) break;
                    outer += T.Constant(gradient[j]) * _potentials[value];
                    double slope = gradient[j] * _slopes[value];
                    band[i * Width + Below + value - i] -= here * slope;
                    band[(i + 1) * Width + Below + value - i - 1] += next * slope;
                }
                outer *= T.Constant(area) * step;
            }
            else outer = T.Constant(_delay * third) * supply;
            int at = i * points + point;
            residual[at] = _history[at] - _values[at] + (outer - inner) / T.Constant(volume);
            _replies[at] = i == shells - 1 ? _delay * third / volume : 0;
            inner = outer;
        }
        T surfaceGradient = T.Constant(0);
        ReadOnlySpan<double> last = sphere.Gradient(shells);
        int start = sphere.First(shells);
        for (int j = 0; j < GradedSphere.Reach; j++)
        {
            surfaceGradient += T.Constant(last[j]) * _potentials[start + j];
            band[shells * Width + Below + start + j - shells] += _inverseSquare.Value * last[j] * _slopes[start + j];
        }
        residual[shells * points + point] = T.Constant(third) * supply - _inverseSquare * surfaceGradient;
        _replies[shells * points + point] = third;

        for (int row = 0; row <= shells; row++)
        {
            double inverse = 1 / band[row * Width + Below];
            for (int below = 1; below <= Below && row + below <= shells; below++)
            {
                int target = row + below;
                double factor = band[target * Width + Below - below] * inverse;
                if (factor == 0) continue;
                for (int k = 1; k < Width - Below && row + k <= shells; k++) band[target * Width + Below - below + k] -= factor * band[row * Width + Below + k];
                residual[target * points + point] -= T.Constant(factor) * residual[row * points + point];
                _replies[target * points + point] -= factor * _replies[row * points + point];
            }
        }
        for (int row = shells; row >= 0; row--)
        {
            T sum = residual[row * points + point];
            double reply = _replies[row * points + point];
            for (int k = 1; k < Width - Below && row + k <= shells; k++)
            {
                double entry = band[row * Width + Below + k];
                sum -= T.Constant(entry) * residual[(row + k) * points + point];
                reply -= entry * _replies[(row + k) * points + point];
            }
            double inverse = 1 / band[row * Width + Below];
            residual[row * points + point] = sum * T.Constant(inverse);
            _replies[row * points + point] = reply * inverse;
        }
        _surface[point] = _values[shells * points + point] + residual[shells * points + point];
        _response[point] = _replies[shells * points + point];
    }
}
