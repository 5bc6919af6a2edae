using System.Collections.Immutable;

namespace Interphase.Microstructure;

/// <summary>How large particles are: lognormal, or of given classes. Diameters are those of spheres of equal volume.</summary>
public sealed record ParticleSizes
{
    /// <summary>Deviates by volume beyond this many standard deviations are left out at the upper end; the lower end lies as far from the mean by number.</summary>
    public const double Cut = 2.5;

    private ParticleSizes(double median, double spread, ImmutableArray<SizeClass> classes) => (Median, Spread, Classes) = (median, spread, classes);

    /// <summary>Median diameter by volume (d50), m.</summary>
    public double Median { get; }

    /// <summary>Geometric standard deviation, 1 for equal particles; of classes, that of their volume.</summary>
    public double Spread { get; }

    /// <summary>The classes; empty for a lognormal distribution.</summary>
    public ImmutableArray<SizeClass> Classes { get; }

    /// <summary>A lognormal distribution. docs/physics.md (90).</summary>
    /// <param name="median">Median diameter by volume (d50), m, &gt; 0.</param>
    /// <param name="spread">Geometric standard deviation, 1 or more.</param>
    public static ParticleSizes Lognormal(double median, double spread) => new(median, spread, []);

    /// <summary>Particles of one size.</summary>
    /// <param name="diameter">m, &gt; 0.</param>
    public static ParticleSizes Equal(double diameter) => new(diameter, 1, []);

    /// <summary>Classes of sizes with their shares of the volume.</summary>
    public static ParticleSizes Of(params ImmutableArray<SizeClass> classes)
    {
        if (classes.IsDefaultOrEmpty) return new(double.NaN, 1, [new SizeClass(double.NaN, 1)]);
        double total = classes.Sum(size => size.Share), mean = classes.Sum(size => size.Share * Math.Log(size.Diameter)) / total;
        double variance = classes.Sum(size => size.Share * Math.Pow(Math.Log(size.Diameter) - mean, 2)) / total;
        double below = 0, median = double.NaN;
        foreach (SizeClass size in classes.OrderBy(size => size.Diameter))
        {
            below += size.Share;
            if (double.IsNaN(median) && below >= total / 2) median = size.Diameter;
        }
        return new(median, Math.Exp(Math.Sqrt(Math.Max(0, variance))), classes);
    }

    /// <summary>The smallest diameter that can be drawn, m.</summary>
    public double Smallest => Classes.IsEmpty ? Median * PortableMath.Exp(-(3 * Deviation + Cut) * Deviation) : Classes.Min(size => size.Diameter);

    /// <summary>The largest diameter that can be drawn, m.</summary>
    public double Largest => Classes.IsEmpty ? Median * PortableMath.Exp(Cut * Deviation) : Classes.Max(size => size.Diameter);

    /// <summary>The same distribution with every diameter multiplied.</summary>
    internal ParticleSizes Times(double factor) => new(Median * factor, Spread, [.. Classes.Select(size => size with { Diameter = size.Diameter * factor })]);

    private double Deviation => PortableMath.Log(Spread);

    /// <summary>The diameters of particles that together have a volume, in the unit of the distribution; all are stretched by one factor to meet it.</summary>
    internal double[] Draw(double volume, RandomStream random, out double stretch)
    {
        List<double> drawn = [];
        double sum = 0;
        while (sum < volume)
        {
            double next = Classes.IsEmpty ? Lognormally(random) : Classes[Class(random)].Diameter, own = Math.PI / 6 * next * next * next;
            // The last one is left out where the sum is then nearer.
            if (drawn.Count > 0 && sum + own - volume > volume - sum) break;
            drawn.Add(next);
            sum += own;
        }
        stretch = PortableMath.Cbrt(volume / sum);
        // The largest first: they find their places before small ones fill the gaps.
        double[] sizes = [.. drawn];
        Array.Sort(sizes);
        Array.Reverse(sizes);
        for (int i = 0; i < sizes.Length; i++) sizes[i] *= stretch;
        return sizes;
    }

    // The distribution by number of a lognormal one by volume is the same with its mean moved by three variances.
    private double Lognormally(RandomStream random)
    {
        double deviation = Deviation;
        while (true)
        {
            double normal = random.Normal() - 3 * deviation;
            if (normal <= Cut && normal >= -3 * deviation - Cut) return Median * PortableMath.Exp(normal * deviation);
        }
    }

    private int Class(RandomStream random)
    {
        double total = 0;
        foreach (SizeClass size in Classes) total += Number(size);
        double left = random.Uniform() * total;
        for (int i = 0; i < Classes.Length - 1; i++)
        {
            left -= Number(Classes[i]);
            if (left < 0) return i;
        }
        return Classes.Length - 1;

        static double Number(SizeClass size) => size.Share / (size.Diameter * size.Diameter * size.Diameter);
    }

    /// <inheritdoc/>
    public bool Equals(ParticleSizes? other) => other is not null && Median.Equals(other.Median) && Spread.Equals(other.Spread) && Classes.SequenceEqual(other.Classes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Median, Spread, Classes.Length);
}
