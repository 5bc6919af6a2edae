using System.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>A set of elements by atomic number, 1 to 127.</summary>
/// <remarks>Two words rather than one of 128 bits, whose methods no ahead-of-time compiler keeps: this is in the way of every start.</remarks>
internal readonly record struct ElementSet(ulong Low, ulong High)
{
    internal static ElementSet None => default;

    internal bool IsEmpty => (Low | High) == 0;

    internal int Count => BitOperations.PopCount(Low) + BitOperations.PopCount(High);

    public override int GetHashCode() => (int)((Low * 0x9E3779B97F4A7C15 ^ High * 0xC2B2AE3D27D4EB4F) >> 32);

    internal static ElementSet Of(int number) => number < 64 ? new(1UL << number, 0) : new(0, 1UL << (number - 64));

    internal bool Has(int number) => ((number < 64 ? Low >> number : High >> (number - 64)) & 1) == 1;

    internal ElementSet With(ElementSet other) => new(Low | other.Low, High | other.High);

    internal ElementSet Without(ElementSet other) => new(Low & ~other.Low, High & ~other.High);

    internal bool Shares(ElementSet other) => ((Low & other.Low) | (High & other.High)) != 0;

    /// <summary>Whether all elements are in another set.</summary>
    internal bool IsWithin(ElementSet other) => Without(other).IsEmpty;

    /// <summary>The subset of a set that comes before this one, counting down; after the empty one, the set itself.</summary>
    internal ElementSet Before(ElementSet all)
    {
        // Less one across both words, borrowing, within the set's bits.
        ulong low = Low - 1 & all.Low;
        return Low != 0 ? new(low, High) : new(all.Low, High - 1 & all.High);
    }
}
