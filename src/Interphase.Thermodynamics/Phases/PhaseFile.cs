using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Interphase.Descriptions;

namespace Interphase.Thermodynamics;

/// <summary>Reads sets of a user's own.</summary>
internal static class PhaseFile
{
    private const int MostBytes = 256_000_000;
    private const double LargestEnergy = 50;
    private const string FormulaColumn = "formula", EnergyColumn = "formation_energy_eV_per_atom", IdColumn = "id";

    internal static PhaseSet? Read(string file, string scheme, Problems problems)
    {
        if (Bytes(file, problems) is not { } bytes) return null;
        int first = Array.FindIndex(bytes, each => each is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF));
        int before = problems.Count + problems.Unlisted;
        List<PhaseEntry> entries = first >= 0 && bytes[first] is (byte)'[' or (byte)'{' ? ComputedEntries.Read(bytes, file, ref scheme, problems) : ReadCsv(bytes, file, problems);
        if (problems.Count + problems.Unlisted > before) return null;
        if (entries.Count > 0) return Build(PhaseScheme.OfUser(scheme, file), entries, []);
        problems.Add(new Place(file), "", "no phase", $"rows with {FormulaColumn} and {EnergyColumn}", "");
        return null;
    }

    /// <summary>A set of phases: of equal compositions the lowest, elements added where they lack.</summary>
    internal static PhaseSet Build(PhaseScheme scheme, IReadOnlyList<PhaseEntry> entries, ImmutableArray<string> notes)
    {
        var lowest = new List<PhaseEntry>();
        int repeated = 0;
        ElementSet present = ElementSet.None, pure = ElementSet.None;
        foreach (IGrouping<ElementSet, PhaseEntry> group in entries.GroupBy(entry => entry.Composition.Elements))
        {
            var known = new Dictionary<string, PhaseEntry>();
            foreach (PhaseEntry entry in group)
            {
                string key = Key(entry.Composition);
                if (!known.TryGetValue(key, out PhaseEntry? other)) known.Add(key, entry);
                else
                {
                    repeated++;
                    if (entry.FormationEnergy < other.FormationEnergy) known[key] = entry;
                }
            }
            present = present.With(group.Key);
            // Energies count from the stable form of an element, so one that is above 0 cannot be it.
            if (group.Key.Count == 1 && known.Values.Single().FormationEnergy > 0) continue;
            lowest.AddRange(known.Values);
            if (group.Key.Count == 1) pure = pure.With(group.Key);
        }
        var added = new List<string>();
        foreach (Element element in PeriodicTable.Elements)
        {
            if (!present.Has(element.Number) || pure.Has(element.Number)) continue;
            added.Add(element.Symbol);
            lowest.Add(new(element.Symbol, Composition.Of([(byte)element.Number], [1]), 0, ""));
        }
        ImmutableArray<string>.Builder said = notes.ToBuilder();
        if (added.Count > 0) said.Add($"added at 0, as the set lacks them: {string.Join(", ", added)}");
        if (repeated > 0) said.Add($"{repeated} rows repeat a composition; the lowest energy of each counts");
        return new(scheme, new PhaseTable([.. lowest]), said.ToImmutable());
    }

    private static string Key(Composition composition)
    {
        var key = new StringBuilder();
        for (int i = 0; i < composition.Count; i++) key.Append(composition.AmountAt(i)).Append(' ');
        return key.ToString();
    }

    private static byte[]? Bytes(string file, Problems problems)
    {
        var place = new Place(file);
        try
        {
            if (Directory.Exists(file))
            {
                problems.Add(place, "", "a folder", "a file of phases", "name a file in it");
                return null;
            }
            using FileStream stream = File.OpenRead(file);
            using var all = new MemoryStream();
            byte[] piece = new byte[1 << 16];
            for (int read; (read = stream.Read(piece)) > 0;)
            {
                all.Write(piece, 0, read);
                if (all.Length <= MostBytes) continue;
                problems.Add(place, "", $"more than {MostBytes / 1e6:0} MB", "a file of phases", "leave out the elements that you do not need");
                return null;
            }
            return all.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            bool missing = exception is FileNotFoundException or DirectoryNotFoundException;
            problems.Add(place, "", missing ? "no such file" : $"a file that cannot be read ({Quoted.Cut(exception.Message.TrimEnd('.'), 200)})", "a file of phases, CSV or JSON", missing ? "" : "check its permissions");
            return null;
        }
    }

    private static List<PhaseEntry> ReadCsv(byte[] bytes, string file, Problems problems)
    {
        var entries = new List<PhaseEntry>();
        int formulaAt = -1, energyAt = -1, idAt = -1, line = 0;
        var cells = new List<string>();
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        while (reader.ReadLine() is { } text)
        {
            line++;
            if (text.Length == 0 || text[0] == '#' || string.IsNullOrWhiteSpace(text)) continue;
            if (!Split(text, cells))
            {
                problems.Add(new Place(file, line), "", "a quotation mark that is not closed", "cells parted by commas, each within its line", "close it, or leave both out");
                continue;
            }
            if (formulaAt < 0)
            {
                (formulaAt, energyAt, idAt) = (cells.IndexOf(FormulaColumn), cells.IndexOf(EnergyColumn), cells.IndexOf(IdColumn));
                if (formulaAt >= 0 && energyAt >= 0) continue;
                string missing = formulaAt < 0 ? FormulaColumn : EnergyColumn;
                problems.Add(new Place(file, line), "", $"the columns {Quoted.Of(string.Join(", ", cells))}", $"a header with {FormulaColumn} and {EnergyColumn}", Names.Nearest(missing, cells) is { } near ? $"name {Quoted.Of(near)} {Quoted.Of(missing)}" : $"name the column {Quoted.Of(missing)}");
                return entries;
            }
            if (cells.Count <= Math.Max(formulaAt, energyAt))
            {
                problems.Add(new Place(file, line), "", $"{cells.Count} {(cells.Count == 1 ? "cell" : "cells")}", $"a formula and an energy in columns {formulaAt + 1} and {energyAt + 1}", "");
                continue;
            }
            if (Composed(cells[formulaAt], new Place(file, line), problems) is not { } composition) continue;
            if (!double.TryParse(cells[energyAt], NumberStyles.Float, CultureInfo.InvariantCulture, out double energy) || !(Math.Abs(energy) <= LargestEnergy))
            {
                problems.Add(new Place(file, line), EnergyColumn, Quoted.Of(cells[energyAt]), $"a number of eV/atom between -{LargestEnergy} and {LargestEnergy}", "is it the energy of formation, per atom?");
                continue;
            }
            if (composition.Count == 1 && energy < 0)
            {
                problems.Add(new Place(file, line), EnergyColumn, $"{Quoted.Of(cells[energyAt])} for the element {Quoted.Of(cells[formulaAt])}", "0, or more for a form that is not the stable one", "formation energies count from the stable elements");
                continue;
            }
            entries.Add(new(cells[formulaAt], composition, energy, idAt >= 0 && idAt < cells.Count ? cells[idAt] : ""));
        }
        if (formulaAt < 0 && problems.Count == 0)
            problems.Add(new Place(file), "", "an empty file", $"a header with {FormulaColumn} and {EnergyColumn}, and rows below", "");
        return entries;
    }

    /// <summary>The composition of a formula in a file; null after a problem.</summary>
    internal static Composition? Composed(string formula, Place place, Problems problems)
    {
        if (formula.Length <= ChemicalFormula.MaximumLength && FormulaBytes.Read(Encoding.UTF8.GetBytes(formula)) is { } plain) return plain;
        if (!ChemicalFormula.TryParse(formula, out ChemicalFormula? parsed, out FormulaError? error))
        {
            problems.Add(place, FormulaColumn, $"{error.Found} in {Quoted.Of(formula)}", error.Expected, error.Suggestion is { } near ? $"did you mean {Quoted.Of(near)}?" : "");
            return null;
        }
        if (Composition.Of(parsed) is { } composition) return composition;
        problems.Add(place, FormulaColumn, Quoted.Of(formula), "amounts with fewer digits", "");
        return null;
    }

    // Cells of one line, false where quotes are left open; quotes may hold commas, and two of them one.
    private static bool Split(string text, List<string> cells)
    {
        cells.Clear();
        var cell = new StringBuilder();
        bool quoted = false;
        for (int at = 0; at < text.Length; at++)
        {
            char letter = text[at];
            if (quoted)
            {
                if (letter != '"') cell.Append(letter);
                else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[++at]);
                else quoted = false;
            }
            else if (letter == '"') quoted = true;
            else if (letter == ',') End();
            else cell.Append(letter);
        }
        End();
        return !quoted;

        void End()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}
