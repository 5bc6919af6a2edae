using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// The parts of one boundary side by side, each with its own resistance: they share the drop from the electrode's potential to the equilibrium of the surface, and their currents add up. docs/physics.md (152), (153).
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class BoundaryParts<T>
    where T : unmanaged, IScalar<T>
{
    private const int Rounds = 60, Steps = 60;
    private const double Settled = 1e-14;

    // An exponent beyond any that a cell meets: doubles end a little further on.
    private const double Largest = 600;

    private readonly T[] _shares, _resistances;
    private readonly bool[] _grows;
    private readonly double[] _overpotentials, _currents, _answers;
    private readonly double _anodic;

    public BoundaryParts(CoatingCoefficients coating, Func<Func<CoatingCoefficients, double>, T> of, double anodic)
    {
        int count = coating.Parts.Length;
        (_shares, _resistances, _grows, _anodic) = (new T[count], new T[count], [.. coating.Parts.Select(part => part.Grows)], anodic);
        for (int p = 0; p < count; p++)
        {
            int part = p;
            (_shares[p], _resistances[p]) = (of(each => each.Parts[part].Share), of(each => each.Parts[part].Resistance));
        }
        (_overpotentials, _currents, _answers) = (new double[count], new double[count], new double[count]);
    }

    /// <summary>The drop at a current into the surface, V, with its slopes in that current, ohm m2, and in the logarithm of the exchange current, V.</summary>
    /// <param name="current">Mean over the boundary, A/m2.</param>
    /// <param name="exchange">A/m2.</param>
    /// <param name="thermal">RT/F, V.</param>
    /// <param name="film">Resistance that all parts have, ohm m2.</param>
    /// <param name="grown">Resistance of what has grown where something grows, ohm m2.</param>
    /// <param name="slope">Slope in the current.</param>
    /// <param name="exchangeSlope">Slope in the logarithm.</param>
    public T Drop(T current, T exchange, T thermal, T film, T grown, out double slope, out double exchangeSlope)
    {
        double drop = Solve(current.Value, exchange.Value, thermal.Value, film.Value, grown.Value);
        double conductance = 0, moved = 0;
        T sum = T.Constant(0);
        for (int p = 0; p < _shares.Length; p++)
        {
            double eta = _overpotentials[p], forward = Math.Exp((1 - _anodic) * eta), backward = Math.Exp(-_anodic * eta), gain = (1 - _anodic) * forward + _anodic * backward;
            T resistance = Resistance(p, film, grown), reduced = T.Constant(forward - backward);
            double whole = thermal.Value + resistance.Value * exchange.Value * gain;
            // One more step in whole numbers: nothing but what a parameter changes.
            T shift = (T.Constant(drop) - thermal * T.Constant(eta) - resistance * exchange * reduced) / T.Constant(whole);
            sum += _shares[p] * exchange * (reduced + T.Constant(gain) * shift);
            _answers[p] = exchange.Value * gain / whole;
            conductance += _shares[p].Value * _answers[p];
            // With more exchange current a part carries more at the same drop.
            moved += _shares[p].Value * _currents[p] * (thermal.Value / whole);
        }
        (slope, exchangeSlope) = (1 / conductance, -moved / conductance);
        return T.Constant(drop) + (current - sum) / T.Constant(conductance);
    }

    /// <summary>How the drop of the last solution is made up: overpotential where the touching share carries the current alone, what more of it there is, and resistances, each weighted by the parts' shares, V.</summary>
    public (double Kinetics, double Contact, double Films) Made(double exchange, double thermal, double touching, double film, double grown)
    {
        double kinetics = 0, contact = 0, films = 0;
        for (int p = 0; p < _shares.Length; p++)
        {
            double share = _shares[p].Value, current = _currents[p], spread = thermal * ButlerVolmer.Overpotential(touching * current / exchange, 1 - _anodic, out _);
            kinetics += share * spread;
            contact += share * (thermal * _overpotentials[p] - spread);
            films += share * current * (_resistances[p].Value + film + (_grows[p] ? grown : 0));
        }
        return (kinetics, contact, films);
    }

    private T Resistance(int part, T film, T grown) => _grows[part] ? _resistances[part] + film + grown : _resistances[part] + film;

    // The drop lies between those that the parts would need for the mean current: there the sum of the currents rises with it.
    private double Solve(double current, double exchange, double thermal, double film, double grown)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity, alone = ButlerVolmer.Overpotential(current / exchange, 1 - _anodic, out _);
        for (int p = 0; p < _shares.Length; p++)
        {
            double needed = thermal * alone + current * (_resistances[p].Value + film + (_grows[p] ? grown : 0));
            (low, high) = (Math.Min(low, needed), Math.Max(high, needed));
            _overpotentials[p] = alone;
        }
        // From the side of no current Newton's steps stay within reach, however much more another part resists.
        double drop = current < 0 ? high : low;
        for (int round = 0; round < Rounds; round++)
        {
            double sum = 0, conductance = 0;
            for (int p = 0; p < _shares.Length; p++)
            {
                double resistance = _resistances[p].Value + film + (_grows[p] ? grown : 0);
                _currents[p] = At(p, drop, exchange, thermal, resistance, out double answer);
                sum += _shares[p].Value * _currents[p];
                conductance += _shares[p].Value * answer;
            }
            double miss = sum - current;
            if (miss > 0) high = drop;
            else low = drop;
            double next = drop - miss / conductance;
            if (!(next >= low && next <= high)) next = 0.5 * (low + high);
            double moved = Math.Abs(next - drop);
            drop = next;
            if (moved <= Settled * (thermal + Math.Abs(drop))) break;
        }
        for (int p = 0; p < _shares.Length; p++) _currents[p] = At(p, drop, exchange, thermal, _resistances[p].Value + film + (_grows[p] ? grown : 0), out _);
        return drop;
    }

    // The current of a part at a drop, from its overpotential: thermal x + R i0 (e^(forward x) - e^(-backward x)) = drop. Newton's steps from beyond the solution only come back to it.
    private double At(int part, double drop, double exchange, double thermal, double resistance, out double answer)
    {
        double forward = 1 - _anodic, backward = _anodic, ohmic = resistance * exchange, size = Math.Abs(drop);
        if (drop < 0) (forward, backward) = (backward, forward);
        double x = Math.Min(size / thermal, Largest);
        if (ohmic > 0) x = Math.Min(x, Math.Log(1 + size / ohmic) / forward + Math.Min(1, size / ohmic));
        double up = 1, down = 1;
        for (int step = 0; step < Steps; step++)
        {
            (up, down) = (Math.Exp(forward * x), Math.Exp(-backward * x));
            double change = (thermal * x + ohmic * (up - down) - size) / (thermal + ohmic * (forward * up + backward * down));
            x -= change;
            if (Math.Abs(change) <= Settled * (1 + x)) break;
        }
        (up, down) = (Math.Exp(forward * x), Math.Exp(-backward * x));
        double gain = forward * up + backward * down;
        answer = exchange * gain / (thermal + ohmic * gain);
        _overpotentials[part] = Math.CopySign(x, drop);
        return Math.CopySign(exchange * (up - down), drop);
    }
}
