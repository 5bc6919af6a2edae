using System.Numerics;
using Interphase.Numerics;

namespace Interphase.Descriptions;

/// <summary>Reads one chemical formula by recursive descent with a counted depth.</summary>
internal sealed class ChemicalFormulaParser(string text)
{
    private const int MostDigits = 12;
    private const string AnElement = "an element, '(' or '['";

    private readonly List<ElementAmount> _order = [];
    private int _position;
    private int _depth;

    internal FormulaError? Error { get; private set; }

    /// <summary>The amounts, or null with <see cref="Error"/> set.</summary>
    internal ElementAmount[]? Parse()
    {
        if (text.Length == 0)
        {
            Fail(0, 0, "an empty text", "a chemical formula, such as Li6PS5Cl");
            return null;
        }
        if (text.Length > ChemicalFormula.MaximumLength)
        {
            Fail(ChemicalFormula.MaximumLength, 0, $"{text.Length} characters", $"at most {ChemicalFormula.MaximumLength} characters");
            return null;
        }
        while (true)
        {
            int start = _position;
            Rational amount = Number(out bool given);
            if (Error is not null)
                return null;
            var part = new Dictionary<Element, Rational>();
            if (!Groups(part, given && start > 0 ? "an element after the amount" : AnElement))
                return null;
            Merge(part, amount);
            if (_position == text.Length)
                break;
            if (!IsJoint(text[_position]))
            {
                Unexpected("an element, an amount, a group or the end of the formula");
                return null;
            }
            _position++;
        }
        return [.. _order];
    }

    // One or more elements and groups.
    private bool Groups(Dictionary<Element, Rational> into, string expected)
    {
        int count = 0;
        while (_position < text.Length)
        {
            char next = text[_position];
            if (next is '(' or '[')
            {
                int open = _position;
                if (++_depth > ChemicalFormula.MaximumDepth)
                    return Fail(_position, 1, $"'{next}' at depth {_depth}", $"at most {ChemicalFormula.MaximumDepth} nested groups");
                _position++;
                var inner = new Dictionary<Element, Rational>();
                if (!Groups(inner, AnElement))
                    return false;
                char close = next == '(' ? ')' : ']';
                if (_position == text.Length || text[_position] != close)
                    return Unexpected($"'{close}' for the '{next}' at character {open + 1}");
                _position++;
                _depth--;
                Rational amount = Number(out _);
                if (Error is not null)
                    return false;
                foreach ((Element element, Rational each) in inner)
                    into[element] = into.GetValueOrDefault(element) + each * amount;
            }
            else if (char.IsAsciiLetter(next))
            {
                Element? element = Symbol();
                if (element is null)
                    return false;
                Rational amount = Number(out _);
                if (Error is not null)
                    return false;
                into[element] = into.GetValueOrDefault(element) + amount;
            }
            else
                break;
            count++;
        }
        return count > 0 || Unexpected(expected);
    }

    private Element? Symbol()
    {
        int start = _position;
        bool second = start + 1 < text.Length && char.IsAsciiLetterLower(text[start + 1]);
        string symbol = text.Substring(start, char.IsAsciiLetterUpper(text[start]) && second ? 2 : 1);
        Element? element = PeriodicTable.Find(symbol);
        if (element is not null)
        {
            _position += symbol.Length;
            return element;
        }
        // NA2S: the letter before, read as an element of its own, was probably the first of this symbol.
        if (start > 0 && symbol.Length == 1 && char.IsAsciiLetterUpper(text[start - 1]) && Capitalised(start - 1) is { } before)
            Fail(start - 1, 2, $"'{text.AsSpan(start - 1, 2)}'", "an element", before);
        else if (symbol.Length == 1 && start + 1 < text.Length && Capitalised(start) is { } after)
            Fail(start, 2, $"'{text.AsSpan(start, 2)}'", "an element", after);
        else
            Fail(start, symbol.Length, $"'{symbol}'", "an element", PeriodicTable.Find(symbol.ToUpperInvariant())?.Symbol);
        return null;

        string? Capitalised(int at) =>
            char.IsAsciiLetter(text[at + 1]) ? PeriodicTable.Find($"{char.ToUpperInvariant(text[at])}{char.ToLowerInvariant(text[at + 1])}")?.Symbol : null;
    }

    // Nothing means 1.
    private Rational Number(out bool given)
    {
        int start = _position;
        Rational value = Decimal();
        given = _position > start;
        if (Error is not null || !given)
            return Rational.One;
        if (_position < text.Length && text[_position] == '/')
        {
            int slash = _position++;
            Rational divisor = Decimal();
            if (Error is not null)
                return value;
            if (_position == slash + 1 || divisor.Sign == 0)
            {
                Fail(slash, _position - slash, $"'{text.AsSpan(slash, _position - slash)}'", "'/' and a number above 0");
                return value;
            }
            value /= divisor;
        }
        if (value.Sign == 0)
            Fail(start, _position - start, $"the amount '{text.AsSpan(start, _position - start)}'", "an amount above 0");
        return value;
    }

    private Rational Decimal()
    {
        int start = _position, digits = 0;
        BigInteger numerator = 0, denominator = 1;
        bool point = false;
        for (; _position < text.Length; _position++)
        {
            int digit = Digit(text[_position]);
            if (digit < 0)
            {
                bool opens = text[_position] == '.' && !point && _position + 1 < text.Length && Digit(text[_position + 1]) >= 0;
                if (!opens)
                    break;
                point = true;
                continue;
            }
            if (++digits > MostDigits)
            {
                Fail(start, _position + 1 - start, $"an amount of more than {MostDigits} digits", $"at most {MostDigits} digits");
                return Rational.Zero;
            }
            numerator = numerator * 10 + digit;
            denominator *= point ? 10 : 1;
        }
        return new(numerator, denominator);
    }

    private void Merge(Dictionary<Element, Rational> part, Rational amount)
    {
        foreach ((Element element, Rational each) in part)
        {
            int place = _order.FindIndex(known => known.Element == element);
            if (place < 0)
                _order.Add(new(element, each * amount));
            else
                _order[place] = new(element, _order[place].Amount + each * amount);
        }
    }

    private bool Unexpected(string expected)
    {
        if (_position == text.Length)
            return Fail(_position, 0, "the end of the formula", expected);
        char next = text[_position];
        int length = char.IsHighSurrogate(next) && _position + 1 < text.Length ? 2 : 1;
        if (char.IsWhiteSpace(next))
            return Fail(_position, 1, "a space", expected, null);
        if (next is '+' or '-' or '\u2212' or '\u207A' or '\u207B')
            return Fail(_position, 1, $"'{next}'", $"{expected} (no charges; a range such as Li1-x needs a number; parts are joined by '·')");
        if (next is '*' or '\u2027')
            return Fail(_position, 1, $"'{next}'", expected, "·");
        return Fail(_position, length, char.IsControl(next) || char.IsSurrogate(next) ? $"character U+{(int)next:X4}" : $"'{next}'", expected, next == '{' ? "(" : next == '}' ? ")" : null);
    }

    private bool Fail(int position, int length, string found, string expected, string? suggestion = null)
    {
        Error ??= new(position, length, found, expected, suggestion);
        return false;
    }

    private static bool IsJoint(char c) => c is '\u00B7' or '\u2022' or '\u22C5' or '\u2219';

    private static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : c is >= '\u2080' and <= '\u2089' ? c - '\u2080' : -1;
}
