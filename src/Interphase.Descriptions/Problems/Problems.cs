using System.Collections;

namespace Interphase.Descriptions;

/// <summary>The problems found while reading, in the order found, with a bound so that hostile input cannot flood a terminal.</summary>
public sealed class Problems : IReadOnlyList<Problem>
{
    private const int Most = 50;
    private readonly List<Problem> found = [];

    /// <summary>How many were found beyond those kept.</summary>
    public int Unlisted { get; private set; }

    /// <summary>Whether further ones are only counted, so that nobody need search for suggestions.</summary>
    public bool IsFull => found.Count >= Most;

    /// <inheritdoc/>
    public int Count => found.Count;

    /// <inheritdoc/>
    public Problem this[int index] => found[index];

    /// <summary>Adds a problem; one that was told already, of the same thing at the same place, is not told again.</summary>
    public void Add(Problem problem)
    {
        if (problem.Place.Line > 0 && found.Exists(other => other.Place == problem.Place && other.Found == problem.Found && other.Expected == problem.Expected)) return;
        if (found.Count < Most) found.Add(problem);
        else Unlisted++;
    }

    /// <summary>Adds a problem from its parts.</summary>
    public void Add(Place place, string subject, string wasFound, string expected, string suggestion = "") =>
        Add(new Problem(place, subject, wasFound, expected, suggestion));

    /// <inheritdoc/>
    public IEnumerator<Problem> GetEnumerator() => found.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
