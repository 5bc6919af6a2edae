using System.Globalization;

namespace Interphase.Descriptions;

/// <summary>Reads one text into a builder by recursive descent with a counted depth; a failure is kept as an error, and -1 is returned up to the start.</summary>
internal sealed class FormulaParser(string text, string? definition, FormulaProgramBuilder builder, IReadOnlyDictionary<string, int> names, IReadOnlyCollection<string> laterNames)
{
    private int _position;
    private int _depth;

    internal FormulaError? Error { get; private set; }

    /// <summary>The node of the whole text, or -1 with <see cref="Error"/> set.</summary>
    internal int Parse()
    {
        if (text.Length > Formula.MaximumLength)
            return Fail(Formula.MaximumLength, 0, $"{text.Length} characters", $"at most {Formula.MaximumLength} characters");
        SkipSpace();
        if (_position == text.Length)
            return Fail(0, text.Length, "an empty text", "a formula, such as 3.4 + 0.1*tanh(10*y)");
        int node = Sum();
        if (node < 0)
            return node;
        SkipSpace();
        if (_position == text.Length)
            return node;
        string expected = "an operator or the end of the formula";
        return text[_position] switch
        {
            ')' => Fail(_position, 1, "')' without '('", expected),
            ',' => Fail(_position, 1, "','", expected + " (a decimal sign is '.')"),
            '=' or '<' or '>' => Fail(_position, 1, $"'{text[_position]}'", expected + " (there are no comparisons; heaviside(x) switches at x = 0)"),
            _ => Fail(_position, TokenLength(), Describe(), expected, Operator(text[_position])),
        };
    }

    internal static bool IsName(string name)
    {
        if (name.Length is 0 or > 100 || !IsNameStart(name[0]))
            return false;
        foreach (char c in name)
        {
            if (!IsNamePart(c))
                return false;
        }
        return true;
    }

    private int Sum()
    {
        int left = Product();
        while (left >= 0)
        {
            SkipSpace();
            if (!Take('+', out bool minus))
                return left;
            int right = Product();
            if (right < 0)
                return right;
            left = builder.Step(minus ? FormulaOperation.Subtract : FormulaOperation.Add, left, right);
        }
        return left;

        bool Take(char plus, out bool minus)
        {
            char next = _position < text.Length ? text[_position] : '\0';
            minus = next == '-';
            if (next != plus && !minus)
                return false;
            _position++;
            return true;
        }
    }

    private int Product()
    {
        int left = Signed();
        while (left >= 0)
        {
            SkipSpace();
            char next = _position < text.Length ? text[_position] : '\0';
            if (next is not ('*' or '/'))
                return left;
            _position++;
            int right = Signed();
            if (right < 0)
                return right;
            left = builder.Step(next == '/' ? FormulaOperation.Divide : FormulaOperation.Multiply, left, right);
        }
        return left;
    }

    // A sign binds looser than a power on its right and is allowed in an exponent: -x**2 = -(x**2), 2**-1 = 0.5.
    private int Signed()
    {
        SkipSpace();
        if (_position < text.Length && text[_position] is '+' or '-')
        {
            bool minus = text[_position] == '-';
            if (!Enter())
                return -1;
            _position++;
            int operand = Signed();
            _depth--;
            return operand < 0 || !minus ? operand : builder.Step(FormulaOperation.Negate, operand, 0);
        }
        int power = Atom();
        if (power < 0)
            return power;
        SkipSpace();
        if (_position == text.Length || (text[_position] != '^' && !text.AsSpan(_position).StartsWith("**", StringComparison.Ordinal)))
            return power;
        if (!Enter())
            return -1;
        _position += text[_position] == '^' ? 1 : 2;
        int exponent = Signed();
        _depth--;
        return exponent < 0 ? exponent : builder.Step(FormulaOperation.Power, power, exponent);
    }

    private int Atom()
    {
        SkipSpace();
        if (_position == text.Length)
            return Fail(_position, 0, "the end of the formula", "a number, a name or '('");
        char next = text[_position];
        if (char.IsAsciiDigit(next) || (next == '.' && _position + 1 < text.Length && char.IsAsciiDigit(text[_position + 1])))
            return Number();
        if (IsNameStart(next))
            return Named();
        if (next == '(')
        {
            int open = _position;
            if (!Enter())
                return -1;
            _position++;
            int inner = Sum();
            _depth--;
            return inner < 0 || Close(open) ? inner : -1;
        }
        return Fail(_position, TokenLength(), Describe(), "a number, a name or '('", Operator(next));
    }

    private int Number()
    {
        int start = _position;
        SkipDigits();
        if (_position < text.Length && text[_position] == '.')
        {
            _position++;
            SkipDigits();
        }
        if (_position < text.Length && text[_position] is 'e' or 'E')
        {
            int digits = _position + 1;
            if (digits < text.Length && text[digits] is '+' or '-')
                digits++;
            if (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                _position = digits;
                SkipDigits();
            }
        }
        ReadOnlySpan<char> digitsRead = text.AsSpan(start, _position - start);
        double value = double.Parse(digitsRead, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
            return Fail(start, digitsRead.Length, Quote(start, digitsRead.Length), "a number of magnitude below 1.8e308");
        if (_position < text.Length && (IsNameStart(text[_position]) || text[_position] == '.'))
        {
            int length = Math.Max(1, TokenLength());
            return Fail(_position, length, $"{Quote(_position, length)} directly after a number", "an operator",
                IsNameStart(text[_position]) && length < 40 ? $"*{text.AsSpan(_position, length)}" : null);
        }
        return builder.Constant(value);
    }

    private int Named()
    {
        int start = _position, length = TokenLength();
        _position += length;
        SkipSpace();
        bool called = _position < text.Length && text[_position] == '(';
        if (length > 100)
            return Fail(start, length, Quote(start, length), "a name of at most 100 characters");
        string name = text.Substring(start, length);
        if (FormulaFunctions.ByName.TryGetValue(name, out FormulaFunctions.Function? function))
        {
            return called ? Call(start, name, function)
                : Fail(start, length, $"function '{name}' without its argument", $"'(' after '{name}'", $"{name}(...)");
        }
        if (called)
        {
            return names.ContainsKey(name) || name == "pi"
                ? Fail(_position, 1, $"'(' after '{name}', which is not a function", "an operator", "*(")
                : Fail(start, length, $"unknown function '{name}'", $"one of {Listed(FormulaFunctions.ByName.Keys)}", Descriptions.Names.Nearest(name, FormulaFunctions.ByName.Keys));
        }
        if (names.TryGetValue(name, out int node))
            return node;
        if (name == "pi")
            return builder.Constant(Math.PI);
        if (laterNames.Contains(name))
            return Fail(start, length, $"'{name}', which is defined only later", $"a name defined before this one");
        IEnumerable<string> known = names.Keys.Append("pi");
        string? suggestion = name == "e" ? "exp(1)" : Descriptions.Names.Nearest(name, known);
        return Fail(start, length, $"unknown name '{name}'", $"one of {Listed(known)}", suggestion);
    }

    private int Call(int start, string name, FormulaFunctions.Function function)
    {
        int open = _position, count = 0, result = -1;
        if (!Enter())
            return -1;
        do
        {
            _position++;
            SkipSpace();
            if (count == 0 && _position < text.Length && text[_position] == ')')
                break;
            int argument = Sum();
            if (argument < 0)
                return argument;
            count++;
            result = count == 1 ? argument : function.Most == 1 ? result : builder.Step(function.Operation, result, argument);
            SkipSpace();
        }
        while (_position < text.Length && text[_position] == ',');
        _depth--;
        if (!Close(open))
            return -1;
        if (count < function.Fewest || count > function.Most)
        {
            string wanted = function.Most == function.Fewest ? $"{function.Fewest}" : $"at least {function.Fewest}";
            return Fail(start, _position - start, $"{name} of {count} {(count == 1 ? "argument" : "arguments")}", $"{name} of {wanted} {(wanted == "1" ? "argument" : "arguments")}");
        }
        return function.Most == 1 ? builder.Step(function.Operation, result, 0) : result;
    }

    private bool Close(int open)
    {
        SkipSpace();
        if (_position < text.Length && text[_position] == ')')
        {
            _position++;
            return true;
        }
        Fail(_position, _position < text.Length ? TokenLength() : 0, _position < text.Length ? Describe() : "the end of the formula", $"')' for the '(' at character {open + 1}");
        return false;
    }

    private bool Enter()
    {
        if (++_depth <= Formula.MaximumDepth)
            return true;
        Fail(_position, 1, $"{Describe()} at depth {_depth}", $"at most {Formula.MaximumDepth} levels of parentheses, signs and powers");
        return false;
    }

    private int Fail(int position, int length, string found, string expected, string? suggestion = null)
    {
        Error ??= new(position, length, found, expected, suggestion, definition);
        return -1;
    }

    private void SkipSpace()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
            _position++;
    }

    private void SkipDigits()
    {
        while (_position < text.Length && char.IsAsciiDigit(text[_position]))
            _position++;
    }

    private int TokenLength()
    {
        int end = _position;
        while (end < text.Length && IsNamePart(text[end]))
            end++;
        if (end == _position && end < text.Length)
            end += char.IsHighSurrogate(text[end]) && end + 1 < text.Length ? 2 : 1;
        return end - _position;
    }

    private string Describe() => Quote(_position, TokenLength());

    private string Quote(int start, int length)
    {
        if (length == 1 && (char.IsControl(text[start]) || char.IsSurrogate(text[start])))
            return $"character U+{(int)text[start]:X4}";
        return length <= 40 ? $"'{text.AsSpan(start, length)}'" : $"'{text.AsSpan(start, 40)}...'";
    }

    private static string? Operator(char c) => c switch
    {
        '\u2212' or '\u2013' or '\u2014' => "-",
        '\u00B7' or '\u00D7' or '\u22C5' => "*",
        '\u00F7' or ':' => "/",
        '[' or '{' => "(",
        ']' or '}' => ")",
        _ => null,
    };

    private static string Listed(IEnumerable<string> known) => string.Join(", ", known.Order(StringComparer.Ordinal).Take(40));

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
