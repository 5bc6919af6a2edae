using System.Numerics;
using System.Runtime.InteropServices;

namespace Interphase.Measurements;

/// <summary>Collects a spectrum frequency by frequency.</summary>
public sealed class SpectrumBuilder
{
    private readonly List<double> frequency = [], real = [], imaginary = [];

    /// <summary>Adds the impedance at a frequency.</summary>
    /// <param name="hertz">Hz, > 0.</param>
    /// <param name="impedance">ohm; the imaginary part negative when capacitive.</param>
    public void Add(double hertz, Complex impedance)
    {
        frequency.Add(hertz);
        real.Add(impedance.Real);
        imaginary.Add(impedance.Imaginary);
    }

    /// <summary>The spectrum so far.</summary>
    public Spectrum Build(string name, in SampleRow at) =>
        new(name, at, CollectionsMarshal.AsSpan(frequency), CollectionsMarshal.AsSpan(real), CollectionsMarshal.AsSpan(imaginary));
}
