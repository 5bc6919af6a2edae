using System.Numerics;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>Proportions of elements in lowest whole numbers, and how many of those units the formula as written holds.</summary>
internal sealed class Composition
{
    private static readonly string?[] Molecules = FindMolecules();
    private readonly byte[] _numbers;
    private readonly long[] _amounts;

    // Ascending atomic numbers; amounts above 0 without a common divisor.
    private Composition(byte[] numbers, long[] amounts, Rational units)
    {
        (_numbers, _amounts, Units) = (numbers, amounts, units);
        foreach (long amount in amounts) Atoms += amount;
        foreach (byte number in numbers) Elements = Elements.With(ElementSet.Of(number));
    }

    internal int Count => _numbers.Length;

    /// <summary>Atoms of one unit.</summary>
    internal long Atoms { get; }

    /// <summary>Units in the formula as written.</summary>
    internal Rational Units { get; }

    /// <summary>Which elements.</summary>
    internal ElementSet Elements { get; }

    internal int Number(int place) => _numbers[place];

    internal long AmountAt(int place) => _amounts[place];

    internal long Amount(int number)
    {
        int place = Array.IndexOf(_numbers, (byte)number);
        return place < 0 ? 0 : _amounts[place];
    }

    internal bool Same(Composition other) => Elements == other.Elements && _amounts.AsSpan().SequenceEqual(other._amounts);

    internal Composition WithUnits(Rational units) => new(_numbers, _amounts, units);

    internal static string? MoleculeOf(int number) => Molecules[number];

    /// <summary>From ascending atomic numbers and amounts of any common divisor.</summary>
    internal static Composition Of(ReadOnlySpan<byte> numbers, ReadOnlySpan<long> amounts)
    {
        long divisor = 0;
        foreach (long amount in amounts)
        {
            long a = divisor, b = amount;
            while (b != 0) (a, b) = (b, a % b);
            divisor = a;
        }
        long[] reduced = amounts.ToArray();
        for (int i = 0; i < reduced.Length; i++) reduced[i] /= divisor;
        return new(numbers.ToArray(), reduced, divisor > int.MaxValue ? new Rational(divisor, 1) : (int)divisor);
    }

    /// <summary>From a formula; null where its lowest whole numbers are too large to count with.</summary>
    internal static Composition? Of(ChemicalFormula formula)
    {
        var parts = new ElementAmount[formula.Elements.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            int place = i;
            for (; place > 0 && parts[place - 1].Element.Number > formula.Elements[i].Element.Number; place--) parts[place] = parts[place - 1];
            parts[place] = formula.Elements[i];
        }
        BigInteger divisor = 0, multiple = 1;
        foreach (ElementAmount part in parts)
        {
            divisor = BigInteger.GreatestCommonDivisor(divisor, part.Amount.Numerator);
            multiple = multiple / BigInteger.GreatestCommonDivisor(multiple, part.Amount.Denominator) * part.Amount.Denominator;
        }
        var amounts = new long[parts.Length];
        byte[] numbers = new byte[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            BigInteger whole = parts[i].Amount.Numerator * (multiple / parts[i].Amount.Denominator) / divisor;
            if (whole > MostAtoms) return null;
            (numbers[i], amounts[i]) = ((byte)parts[i].Element.Number, (long)whole);
        }
        return new(numbers, amounts, new(divisor, multiple));
    }

    /// <summary>The most atoms of one element in a unit.</summary>
    internal const long MostAtoms = 1_000_000_000_000;

    private static string?[] FindMolecules()
    {
        var names = new string?[PeriodicTable.Elements.Count + 1];
        foreach (string symbol in (ReadOnlySpan<string>)["H", "N", "O", "F", "Cl"]) names[PeriodicTable.Find(symbol)!.Number] = symbol + "2";
        return names;
    }
}
