using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>Particles of one diffusivity: independent modes, eliminated exactly. docs/numerics.md, section 3.</summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class ModalParticles<T>(SphereModes modes, int points, T diffusivity) : ParticleField<T>
    where T : unmanaged, IScalar<T>
{
    private readonly T[] _surface = new T[points], _past = new T[points], _factors = new T[modes.Count], _rates = new T[modes.Count];
    private readonly double[] _response = new double[points];
    private readonly T[] _history = new T[points * modes.Count];
    private T _reply;
    private double _delay;

    public override int States => modes.Count;

    public override T[] Surface => _surface;

    public override double[] Response => _response;

    public override void Set(T inverseSquareRadius)
    {
        T time = diffusivity * inverseSquareRadius;
        for (int m = 0; m < _rates.Length; m++) _rates[m] = T.Constant(modes.Rates[m]) * time;
    }

    public override void Begin(double delay, ReadOnlySpan<T> history, ReadOnlySpan<T> states, ReadOnlySpan<T> surface)
    {
        T one = T.Constant(1), step = T.Constant(delay);
        _delay = delay;
        history.CopyTo(_history);
        Array.Clear(_past);
        _reply = T.Constant(0);
        ReadOnlySpan<double> weights = modes.Weights;
        T[] past = _past;
        for (int m = 0; m < _rates.Length; m++)
        {
            T factor = one / (one + step * _rates[m]), weight = T.Constant(weights[m]) * factor;
            _factors[m] = factor;
            _reply += T.Constant(weights[m] * delay) * weight;
            ReadOnlySpan<T> row = history.Slice(m * points, points);
            for (int k = 0; k < past.Length; k++) past[k] += weight * row[k];
        }
        _response.AsSpan().Fill(_reply.Value);
    }

    public override void Linearise(ReadOnlySpan<T> supply)
    {
        for (int k = 0; k < _surface.Length; k++) _surface[k] = _past[k] + _reply * supply[k];
    }

    public override double Update(ReadOnlySpan<T> supplyChange, ReadOnlySpan<T> surface) => 0;

    public override void Finish(ReadOnlySpan<T> supply, Span<T> states)
    {
        ReadOnlySpan<double> weights = modes.Weights;
        for (int m = 0; m < _factors.Length; m++)
        {
            T factor = _factors[m], gain = T.Constant(weights[m] * _delay);
            ReadOnlySpan<T> past = _history.AsSpan(m * points, points);
            Span<T> row = states.Slice(m * points, points);
            for (int k = 0; k < row.Length; k++) row[k] = factor * (past[k] + gain * supply[k]);
        }
    }

    public override T Mean(ReadOnlySpan<T> states, int point) => states[point];

    public override void Fill(Span<T> states, T content)
    {
        states.Clear();
        states[..points].Fill(content);
    }

    public override void Profile(ReadOnlySpan<T> states, int point, Span<double> radii, Span<double> contents)
    {
        for (int i = 0; i < radii.Length; i++)
        {
            radii[i] = (i + 0.5) / radii.Length;
            double sum = 0;
            for (int m = 0; m < modes.Count; m++) sum += modes.Shape(m, radii[i]) * states[m * points + point].Value;
            contents[i] = sum;
        }
    }
}
