namespace Interphase.Descriptions;

/// <summary>Finds the name that was probably meant.</summary>
public static class Names
{
    private const int LongestCompared = 60;

    /// <summary>The candidate nearest to <paramref name="written"/> by edits and swaps, or null when none is near enough to be offered.</summary>
    public static string? Nearest(string written, IEnumerable<string> candidates)
    {
        if (written.Length > LongestCompared) return null;
        string? best = null;
        int fewest = Math.Max(1, written.Length / 3) + 1;
        foreach (string candidate in candidates.Order(StringComparer.Ordinal))
        {
            // Every letter more or less is an edit, which is cheaper to see than to count.
            if (candidate.Length > LongestCompared || Math.Abs(candidate.Length - written.Length) > fewest) continue;
            // One letter for another is no misspelling unless only the case differs.
            int edits = string.Equals(candidate, written, StringComparison.OrdinalIgnoreCase) ? 0 : written.Length == 1 ? int.MaxValue : Distance(written, candidate);
            // Swapped letters are commoner than lost ones: among equals, the candidate of the same length wins.
            bool wins = edits < fewest || (edits == fewest && best is not null && best.Length != written.Length && candidate.Length == written.Length);
            if (wins && edits < candidate.Length) (best, fewest) = (candidate, edits);
        }
        return best;
    }

    // Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours each cost one.
    private static int Distance(string a, string b)
    {
        int[] beforeLast = new int[b.Length + 1], last = new int[b.Length + 1], current = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) last[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                int least = Math.Min(Math.Min(last[j], current[j - 1]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = Math.Min(least, beforeLast[j - 2] + 1);
                current[j] = least;
            }
            (beforeLast, last, current) = (last, current, beforeLast);
        }
        return last[b.Length];
    }
}
