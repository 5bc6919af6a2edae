using Interphase.Descriptions;

namespace Interphase.Thermodynamics;

/// <summary>Reads plain formulas (elements, whole amounts, parentheses) from bytes, without making objects of their parts.</summary>
/// <remarks>Whatever is not plain is left to <see cref="ChemicalFormula"/>, which also says what is wrong.</remarks>
internal static class FormulaBytes
{
    private const int MostParts = 32, MostDepth = 4;
    private const long MostAmount = 1_000_000;
    private static readonly byte[] Numbers = FindNumbers();

    /// <summary>The elements of a formula; none where it is not plain.</summary>
    internal static ElementSet Elements(ReadOnlySpan<byte> text)
    {
        ElementSet elements = ElementSet.None;
        for (int at = 0; at < text.Length; at++)
        {
            byte letter = text[at];
            if (letter is >= (byte)'A' and <= (byte)'Z')
            {
                int number = Symbol(text, ref at);
                if (number == 0) return ElementSet.None;
                elements = elements.With(ElementSet.Of(number));
            }
            else if (letter is not ((>= (byte)'0' and <= (byte)'9') or (byte)'(' or (byte)')')) return ElementSet.None;
        }
        return elements;
    }

    /// <summary>The composition, or null where the formula is not plain.</summary>
    internal static Composition? Read(ReadOnlySpan<byte> text)
    {
        Span<byte> numbers = stackalloc byte[MostParts];
        Span<long> amounts = stackalloc long[MostParts];
        Span<int> opened = stackalloc int[MostDepth];
        int count = 0, depth = 0;
        for (int at = 0; at < text.Length;)
        {
            byte letter = text[at];
            int first;
            if (letter is >= (byte)'A' and <= (byte)'Z')
            {
                int number = Symbol(text, ref at);
                at++;
                if (number == 0 || count == MostParts) return null;
                first = count;
                (numbers[count], amounts[count]) = ((byte)number, 1);
                count++;
            }
            else if (letter == '(' && depth < MostDepth)
            {
                opened[depth++] = count;
                at++;
                continue;
            }
            else if (letter == ')' && depth > 0 && opened[depth - 1] < count)
            {
                first = opened[--depth];
                at++;
            }
            else return null;
            long amount = 0;
            bool given = false;
            for (; at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9'; at++)
            {
                given = true;
                amount = amount * 10 + text[at] - '0';
                if (amount > MostAmount) return null;
            }
            if (given && amount == 0) return null;
            for (int part = first; part < count && given; part++)
            {
                amounts[part] *= amount;
                if (amounts[part] > MostAmount) return null;
            }
        }
        return count == 0 || depth > 0 ? null : Sorted(numbers[..count], amounts[..count]);
    }

    // By atomic number, each element once.
    private static Composition Sorted(Span<byte> numbers, Span<long> amounts)
    {
        int kept = 0;
        for (int part = 0; part < numbers.Length; part++)
        {
            (byte number, long amount) = (numbers[part], amounts[part]);
            int place = 0;
            while (place < kept && numbers[place] < number) place++;
            if (place < kept && numbers[place] == number)
            {
                amounts[place] += amount;
                continue;
            }
            for (int other = kept; other > place; other--) (numbers[other], amounts[other]) = (numbers[other - 1], amounts[other - 1]);
            (numbers[place], amounts[place]) = (number, amount);
            kept++;
        }
        return Composition.Of(numbers[..kept], amounts[..kept]);
    }

    // The element at a capital letter; leaves the position on its last letter.
    private static int Symbol(ReadOnlySpan<byte> text, ref int at)
    {
        int first = text[at] - 'A', second = 0;
        if (at + 1 < text.Length && text[at + 1] is >= (byte)'a' and <= (byte)'z') second = text[++at] - 'a' + 1;
        return Numbers[first * 27 + second];
    }

    private static byte[] FindNumbers()
    {
        byte[] numbers = new byte[26 * 27];
        foreach (Element element in PeriodicTable.Elements)
            numbers[(element.Symbol[0] - 'A') * 27 + (element.Symbol.Length > 1 ? element.Symbol[1] - 'a' + 1 : 0)] = (byte)element.Number;
        return numbers;
    }
}
