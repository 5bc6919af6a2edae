namespace Interphase.Cells.Tests;

/// <summary>Draws numbers from a seed.</summary>
internal sealed class Draws(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A number, each as likely.</summary>
    public double Between(double low, double high) => low + (high - low) * _random.NextDouble();

    /// <summary>A number whose logarithm is as likely as any other.</summary>
    public double Decades(double low, double high) => low * Math.Pow(high / low, _random.NextDouble());

    /// <summary>Yes in a share of the draws.</summary>
    public bool Heads(double share = 0.5) => _random.NextDouble() < share;
}
