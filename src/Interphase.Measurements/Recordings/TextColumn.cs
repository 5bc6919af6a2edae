using System.Collections.Immutable;

namespace Interphase.Measurements;

/// <summary>A column of words: few different ones, each kept once.</summary>
public sealed class TextColumn
{
    private readonly int[] codes;

    internal TextColumn(int[] codes, ImmutableArray<string> words) => (this.codes, Words) = (codes, words);

    /// <summary>The different words, in the order in which they occur.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>For each row, the place of its word in <see cref="Words"/>.</summary>
    public ReadOnlySpan<int> Codes => codes;

    /// <summary>The word of a row; empty where nothing is written.</summary>
    public string this[int row] => Words[codes[row]];
}
