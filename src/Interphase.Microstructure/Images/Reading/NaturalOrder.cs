namespace Interphase.Microstructure;

/// <summary>The order in which people number files: <c>slice2</c> before <c>slice10</c>.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    /// <summary>By the names of files, whatever the folder.</summary>
    public static NaturalOrder OfPaths { get; } = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> one = Path.GetFileName(x.AsSpan()), other = Path.GetFileName(y.AsSpan());
        int order = Compare(one, other);
        return order != 0 ? order : one.SequenceCompareTo(other);
    }

    private static int Compare(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        while (one.Length > 0 && other.Length > 0)
        {
            int order;
            if (char.IsAsciiDigit(one[0]) && char.IsAsciiDigit(other[0]))
            {
                ReadOnlySpan<char> number = Digits(ref one), second = Digits(ref other);
                order = number.Length != second.Length ? number.Length.CompareTo(second.Length) : number.SequenceCompareTo(second);
            }
            else
            {
                order = char.ToUpperInvariant(one[0]).CompareTo(char.ToUpperInvariant(other[0]));
                one = one[1..];
                other = other[1..];
            }
            if (order != 0) return order;
        }
        return one.Length.CompareTo(other.Length);
    }

    private static ReadOnlySpan<char> Digits(ref ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExceptInRange('0', '9');
        if (end < 0) end = text.Length;
        ReadOnlySpan<char> number = text[..end].TrimStart('0');
        text = text[end..];
        return number;
    }
}
