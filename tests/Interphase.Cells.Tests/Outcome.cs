using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>Reads a cell file and holds what came of it against the promises of reading: a finite design or problems that a person can act on, in bounded time and memory.</summary>
internal static class Outcome
{
    // A guard against what grows without bound, far above any machine's bad day: not a bar on speed.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private const long MostBytes = 500_000_000;
    private const int LongestMessage = 1_500;

    /// <summary>The reading, or what broke a promise.</summary>
    public static CellReading Of(string path, params string[] overrides)
    {
        Fault(path, overrides, out CellReading? reading).ShouldBeNull();
        return reading!;
    }

    /// <summary>What broke a promise, or null.</summary>
    public static string? Fault(string path, IReadOnlyList<string> overrides, out CellReading? reading)
    {
        reading = null;
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        try
        {
            reading = CellReader.Read(path, overrides);
        }
        catch (Exception exception)
        {
            return $"an exception: {exception}";
        }
        if (watch.Elapsed > Longest) return $"{watch.Elapsed.TotalSeconds:0.0} s";
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        if (bytes > MostBytes) return $"{bytes / 1e6:0} MB";
        if (reading.Design is null && reading.Problems.Count == 0) return "neither a design nor a problem";
        if (reading.Design is not null && reading.Problems.Count > 0) return $"a design beside problems: {reading.Problems[0]}";
        foreach (Problem problem in reading.Problems)
            if (Flaw(problem) is { } flaw) return $"{flaw}: {problem}";
        if (reading.Design is not null && NotFinite(reading.Design, "design") is { } figure) return figure;
        if (reading.Design is null) return null;
        foreach ((string at, ISetting setting) in reading.Description!.Settings())
            if (setting.Content is Quantity quantity && !double.IsFinite(quantity.Si)) return $"{at} is {quantity}";
        return null;
    }

    private static string? Flaw(Problem problem)
    {
        string text = problem.ToString();
        return string.IsNullOrEmpty(problem.Place.File) ? "no file"
            : problem.Place.Line < 0 || problem.Place.Column < 0 ? "a negative place"
            : problem.Found.Length == 0 ? "nothing found"
            : problem.Expected.Length == 0 ? "nothing expected"
            : text.Length > LongestMessage + problem.Place.File.Length ? $"a message of {text.Length} characters"
            : text.Any(Breaks) ? "a character that breaks a line or controls a terminal"
            : null;
    }

    private static bool Breaks(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static string? NotFinite(object? value, string at)
    {
        switch (value)
        {
            case null or string or Enum or bool or int:
                return null;
            case double number:
                return double.IsFinite(number) ? null : $"{at} is {number}";
            case Derived derived:
                return derived.Exists ? NotFinite(derived.Value.Value, at) : derived.Reason is null ? $"{at} is missing without a reason" : null;
            case IEnumerable items:
                int i = 0;
                foreach (object? item in items)
                    if (NotFinite(item, $"{at}[{i++}]") is { } fault) return fault;
                return null;
            case Place or Unit or Quantity or Potential:
                return null;
            case var record when record.GetType().GetMethod("<Clone>$") is not null || record.GetType().IsValueType || record is ITuple:
                foreach (PropertyInfo property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
                    if (NotFinite(property.GetValue(record), $"{at}.{property.Name}") is { } fault) return fault;
                return null;
            default:
                return null;
        }
    }
}
