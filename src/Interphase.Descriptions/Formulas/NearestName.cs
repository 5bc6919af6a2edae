namespace Interphase.Descriptions;

/// <summary>Finds the known name that a misspelt one was probably meant to be.</summary>
internal static class NearestName
{
    private const int LongestCompared = 64;

    /// <summary>The nearest of <paramref name="known"/> by edits (insert, delete, replace, swap neighbours), or null where none is near.</summary>
    internal static string? Find(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestCompared)
            return null;
        string? best = null;
        int fewest = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in known)
        {
            // One letter for another is not a misspelling unless only the case differs.
            int edits = string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase) ? 0
                : name.Length == 1 || candidate.Length > LongestCompared ? int.MaxValue : Edits(name, candidate);
            // Swapped letters are commoner than lost ones: among equals, the candidate of the same length wins.
            bool wins = edits < fewest || (edits == fewest && best is not null && best.Length != name.Length && candidate.Length == name.Length);
            if (wins && edits < candidate.Length)
                (best, fewest) = (candidate, edits);
        }
        return best;
    }

    private static int Edits(string a, string b)
    {
        Span<int> before = stackalloc int[b.Length + 1], above = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            above[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int edits = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    edits = Math.Min(edits, before[j - 2] + 1);
                row[j] = edits;
            }
            Span<int> spent = before;
            before = above;
            above = row;
            row = spent;
        }
        return above[b.Length];
    }
}
