using Interphase.Descriptions;

namespace Interphase.Microstructure;

/// <summary>What the header of an array says: a Python literal such as <c>{'descr': '|u1', 'fortran_order': False, 'shape': (3, 4, 5), }</c>.</summary>
/// <param name="Type">NumPy's short name of the type of its numbers.</param>
/// <param name="IsFortran">Whether the first axis is the fastest in memory.</param>
/// <param name="Shape">Lengths of the axes.</param>
internal sealed record NumpyHeader(string Type, bool IsFortran, long[] Shape)
{
    private const int MostAxes = 32;

    /// <summary>Reads a header.</summary>
    /// <param name="text">The literal.</param>
    /// <param name="start">Byte at which it begins, for faults.</param>
    public static NumpyHeader Parse(string text, int start)
    {
        string? type = null;
        bool? isFortran = null;
        long[]? shape = null;
        int at = 0;
        Expect('{');
        while (!Take('}'))
        {
            string key = Text();
            Expect(':');
            switch (key)
            {
                case "descr" when Peek() is '[':
                    throw new ImageFault(Here(), "an array of records", "whole numbers", "save one field alone");
                case "descr":
                    type = Text();
                    break;
                case "fortran_order":
                    isFortran = Flag();
                    break;
                case "shape":
                    shape = Lengths();
                    break;
                default:
                    throw ImageFault.Damaged(Here(), $"the key {Quoted.Of(key)}", "`descr`, `fortran_order` and `shape`");
            }
            if (!Take(','))
            {
                Expect('}');
                break;
            }
        }
        if (type is null || isFortran is null || shape is null)
            throw ImageFault.Damaged($"byte {start}", $"a header without `{(type is null ? "descr" : isFortran is null ? "fortran_order" : "shape")}`", "`descr`, `fortran_order` and `shape`");
        return new NumpyHeader(type, isFortran.Value, shape);

        string Here() => $"byte {start + at}";

        char Peek()
        {
            while (at < text.Length && text[at] is ' ' or '\n' or '\t' or '\r') at++;
            return at < text.Length ? text[at] : '\0';
        }

        bool Take(char sign)
        {
            if (Peek() != sign || at >= text.Length) return false;
            at++;
            return true;
        }

        void Expect(char sign)
        {
            if (!Take(sign)) throw ImageFault.Damaged(Here(), at < text.Length ? Quoted.Of(text[at..], 20) : "the end of the header", $"`{sign}`");
        }

        string Text()
        {
            char quote = Peek();
            if (quote is not ('\'' or '"')) throw ImageFault.Damaged(Here(), at < text.Length ? Quoted.Of(text[at..], 20) : "the end of the header", "a word in quotes");
            int end = text.IndexOf(quote, at + 1);
            if (end < 0) throw ImageFault.Damaged(Here(), "a quote that does not end", "its end");
            string word = text[(at + 1)..end];
            at = end + 1;
            return word;
        }

        bool Flag()
        {
            Peek();
            foreach ((string word, bool value) in ((string, bool)[])[("True", true), ("False", false)])
            {
                if (!text.AsSpan(at).StartsWith(word, StringComparison.Ordinal)) continue;
                at += word.Length;
                return value;
            }
            throw ImageFault.Damaged(Here(), at < text.Length ? Quoted.Of(text[at..], 20) : "the end of the header", "`True` or `False`");
        }

        long[] Lengths()
        {
            List<long> lengths = [];
            Expect('(');
            while (!Take(')'))
            {
                Peek();
                int end = at;
                while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
                if (!long.TryParse(text.AsSpan(at, end - at), out long length) || lengths.Count >= MostAxes)
                    throw ImageFault.Damaged(Here(), at < text.Length ? Quoted.Of(text[at..], 20) : "the end of the header", "the length of an axis");
                lengths.Add(length);
                at = end;
                // Python 2 wrote long numbers with an L.
                if (Peek() == 'L') at++;
                if (Take(',')) continue;
                Expect(')');
                break;
            }
            return [.. lengths];
        }
    }
}
