using System.Text;

namespace Interphase.Measurements;

/// <summary>Collects words row by row.</summary>
internal sealed class TextColumnBuilder
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<string> words = [];
    private int[] codes = new int[16];
    private int count;
    private string? last;
    private int lastCode;

    public void Add(string word)
    {
        if (count == codes.Length) Array.Resize(ref codes, 2 * count);
        // Words come in long runs.
        if (!ReferenceEquals(word, last))
        {
            if (!places.TryGetValue(word, out lastCode))
            {
                lastCode = words.Count;
                places.Add(word, lastCode);
                words.Add(word);
            }
            last = word;
        }
        codes[count++] = lastCode;
    }

    /// <summary>Sets the word of the next row, or of the last one again, from bytes; one that equals the word before it costs no string.</summary>
    public void Set(int row, ReadOnlySpan<byte> word)
    {
        count = row;
        Add(last is not null && Equal(word, last) ? last : Encoding.UTF8.GetString(word));
    }

    public TextColumn Build() => new(codes.AsSpan(0, count).ToArray(), [.. words]);

    private static bool Equal(ReadOnlySpan<byte> word, string text)
    {
        if (word.Length != text.Length) return false;
        for (int i = 0; i < word.Length; i++)
            if (word[i] != text[i] || word[i] > 127) return false;
        return true;
    }
}
