namespace Interphase.Microstructure;

/// <summary>
/// Random numbers that are the same on every machine: xoshiro256** (Blackman and Vigna, doi 10.1145/3460772). Its four words are the outputs of SplitMix64 begun at
/// seed + 0x9E3779B97F4A7C15 (2^32 purpose + number), so that every purpose, and every thing that is numbered within it, has a stream of its own.
/// </summary>
internal sealed class RandomStream
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong a, b, c, d;
    private double spare = double.NaN;

    public RandomStream(ulong seed, RandomPurpose purpose, uint number = 0)
    {
        ulong state = unchecked(seed + Golden * (((ulong)purpose << 32) + number));
        (a, b, c, d) = (Next(ref state), Next(ref state), Next(ref state), Next(ref state));

        static ulong Next(ref ulong state)
        {
            unchecked
            {
                ulong z = state += Golden;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                return z ^ (z >> 31);
            }
        }
    }

    public ulong Bits()
    {
        unchecked
        {
            ulong result = ulong.RotateLeft(b * 5, 7) * 9, shifted = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= shifted;
            d = ulong.RotateLeft(d, 45);
            return result;
        }
    }

    /// <summary>Uniform, 0 or more, below 1, of 53 bits.</summary>
    public double Uniform() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Normal deviate of mean 0 and variance 1, by the polar method.</summary>
    public double Normal()
    {
        if (!double.IsNaN(spare))
        {
            double kept = spare;
            spare = double.NaN;
            return kept;
        }
        while (true)
        {
            double u = 2 * Uniform() - 1, v = 2 * Uniform() - 1, s = u * u + v * v;
            if (s >= 1 || s < 1e-300) continue;
            double scale = Math.Sqrt(-2 * PortableMath.Log(s) / s);
            spare = v * scale;
            return u * scale;
        }
    }

    /// <summary>A direction, all alike.</summary>
    public Vector3d Direction()
    {
        while (true)
        {
            var v = new Vector3d(2 * Uniform() - 1, 2 * Uniform() - 1, 2 * Uniform() - 1);
            double square = v.Dot(v);
            if (square <= 1 && square > 1e-4) return v * (1 / Math.Sqrt(square));
        }
    }
}
