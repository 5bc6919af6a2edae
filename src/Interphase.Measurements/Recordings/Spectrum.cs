using System.Numerics;

namespace Interphase.Measurements;

/// <summary>An impedance spectrum of a whole cell, in ohm; the imaginary part is negative when capacitive. It does not change once made.</summary>
public sealed class Spectrum
{
    private readonly double[] frequency, real, imaginary;

    /// <summary>A spectrum of the numbers given, which are copied.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="at">The state in which it was taken: the row of the run at that moment.</param>
    /// <param name="frequency">Hz, in the order taken.</param>
    /// <param name="real">ohm.</param>
    /// <param name="imaginary">ohm; negative when capacitive.</param>
    /// <exception cref="ArgumentException">The numbers differ in count.</exception>
    public Spectrum(string name, in SampleRow at, ReadOnlySpan<double> frequency, ReadOnlySpan<double> real, ReadOnlySpan<double> imaginary)
    {
        if (real.Length != frequency.Length || imaginary.Length != frequency.Length)
            throw new ArgumentException($"{frequency.Length} frequencies, {real.Length} real and {imaginary.Length} imaginary parts", nameof(frequency));
        (Name, At) = (name, at);
        (this.frequency, this.real, this.imaginary) = (frequency.ToArray(), real.ToArray(), imaginary.ToArray());
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>The state in which it was taken; what is not known of it is NaN.</summary>
    public SampleRow At { get; }

    /// <summary>How many frequencies it has.</summary>
    public int Count => frequency.Length;

    /// <summary>Hz, in the order taken.</summary>
    public ReadOnlySpan<double> Frequency => frequency;

    /// <summary>Real part, ohm.</summary>
    public ReadOnlySpan<double> Real => real;

    /// <summary>Imaginary part, ohm; negative when capacitive.</summary>
    public ReadOnlySpan<double> Imaginary => imaginary;

    /// <summary>The impedance at a place in the order taken, ohm.</summary>
    public Complex this[int index] => new(real[index], imaginary[index]);
}
