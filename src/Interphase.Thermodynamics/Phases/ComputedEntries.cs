using System.Numerics;
using System.Text.Json;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>
/// Computed entries as pymatgen writes them in JSON: a list of objects with composition, energy in eV of that composition, and perhaps a correction; formation energies follow from the elements among them.
/// </summary>
internal static class ComputedEntries
{
    private const int MostDepth = 64;
    private const double LargestEnergy = 1e6, AmountTolerance = 1e-9;
    private const int MostDenominator = 10_000;

    /// <summary>The phases of a text; problems are told.</summary>
    internal static List<PhaseEntry> Read(byte[] bytes, string file, ref string scheme, Problems problems)
    {
        var phases = new List<PhaseEntry>();
        JsonDocument document;
        try
        {
            ReadOnlyMemory<byte> text = bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes.AsMemory(3) : bytes;
            document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MostDepth });
        }
        catch (JsonException exception)
        {
            problems.Add(new Place(file, (int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1), "", "a text that is no JSON", $"a list of computed entries, nested at most {MostDepth} deep", "");
            return phases;
        }
        using (document)
        {
            JsonElement list = document.RootElement;
            if (list.ValueKind == JsonValueKind.Object)
            {
                if (list.TryGetProperty("scheme", out JsonElement stated) && stated.ValueKind == JsonValueKind.String && scheme == PhaseScheme.UserId) scheme = Quoted.Cut(stated.GetString()!);
                if (!list.TryGetProperty("entries", out list)) list = default;
            }
            if (list.ValueKind != JsonValueKind.Array)
            {
                problems.Add(new Place(file), "", "no list of entries", "a list of computed entries, or an object with `scheme` and `entries`", "");
                return phases;
            }
            var found = new List<(string Name, Composition Composition, double PerAtom, string Id, Place Place, string Subject)>();
            int[] lines = Lines(bytes);
            string? run = null;
            int at = 0;
            foreach (JsonElement entry in list.EnumerateArray())
            {
                var place = new Place(file, lines[at]);
                string subject = $"entry {++at}";
                if (problems.IsFull) break;
                if (entry.ValueKind != JsonValueKind.Object)
                {
                    problems.Add(place, subject, "something that is no object", "an object with composition and energy", "");
                    continue;
                }
                if (!SameRun(entry, ref run, out string other))
                {
                    problems.Add(place, subject, $"an entry computed with {Quoted.Of(other)} after others with {Quoted.Of(run!)}", "entries of one scheme", "energies of two functionals cannot be mixed; leave out one kind");
                    continue;
                }
                if (Composed(entry, place, subject, problems) is not { } written || Energy(entry, place, subject, problems) is not { } energy) continue;
                (Composition composition, double atoms) = written;
                string id = entry.TryGetProperty("entry_id", out JsonElement name) && name.ValueKind is JsonValueKind.String or JsonValueKind.Number ? Quoted.Cut(name.ToString()) : "";
                found.Add((NameOf(composition), composition, energy / atoms, id, place, subject));
            }
            if (problems.Count == 0) AddFormed(found, phases, problems);
        }
        return phases;
    }

    // The line on which each entry of the list begins.
    private static int[] Lines(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) text = text[3..];
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MostDepth });
        List<int> lines = [];
        int line = 1, counted = 0;
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray) Count(ref reader, text);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool wanted = reader.ValueTextEquals("entries");
            reader.Read();
            if (wanted && reader.TokenType == JsonTokenType.StartArray) Count(ref reader, text);
            else reader.Skip();
        }
        return [.. lines];

        void Count(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
        {
            // Of two lists of that name the last one counts.
            (line, counted) = (1, 0);
            lines.Clear();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                int start = (int)reader.TokenStartIndex;
                line += text[counted..start].Count((byte)'\n');
                counted = start;
                lines.Add(line);
                reader.Skip();
            }
        }
    }

    private static void AddFormed(List<(string Name, Composition Composition, double PerAtom, string Id, Place Place, string Subject)> found, List<PhaseEntry> phases, Problems problems)
    {
        var pure = new Dictionary<int, double>();
        foreach (var entry in found.Where(entry => entry.Composition.Count == 1))
        {
            int number = entry.Composition.Number(0);
            pure[number] = Math.Min(entry.PerAtom, pure.GetValueOrDefault(number, double.PositiveInfinity));
        }
        foreach (var entry in found)
        {
            double formed = entry.PerAtom;
            for (int i = 0; i < entry.Composition.Count; i++)
            {
                if (!pure.TryGetValue(entry.Composition.Number(i), out double element))
                {
                    string symbol = PeriodicTable.Elements[entry.Composition.Number(i) - 1].Symbol;
                    problems.Add(entry.Place, entry.Subject, $"{Quoted.Of(entry.Name)} without an entry of the element {symbol}", "an entry of every element, from which energies of formation are counted", $"add one of {symbol}, computed alike");
                    return;
                }
                formed -= element * entry.Composition.AmountAt(i) / entry.Composition.Atoms;
            }
            phases.Add(new(entry.Name, entry.Composition, formed, entry.Id));
        }
    }

    // GGA and GGA+U are one scheme by way of corrections; any other functional is a scheme of its own.
    private static bool SameRun(JsonElement entry, ref string? run, out string other)
    {
        other = "";
        if (!entry.TryGetProperty("parameters", out JsonElement parameters) || parameters.ValueKind != JsonValueKind.Object || !parameters.TryGetProperty("run_type", out JsonElement type) || type.ValueKind != JsonValueKind.String) return true;
        other = type.GetString()!;
        string kind = other.StartsWith("GGA", StringComparison.OrdinalIgnoreCase) ? "GGA" : other;
        run ??= kind;
        return string.Equals(run, kind, StringComparison.OrdinalIgnoreCase);
    }

    private static double? Energy(JsonElement entry, Place place, string subject, Problems problems)
    {
        if (!entry.TryGetProperty("energy", out JsonElement energy) || !Number(energy, out double value))
        {
            problems.Add(place, subject, "no energy", "`energy` in eV of the whole composition", "");
            return null;
        }
        double correction = 0;
        if (entry.TryGetProperty("correction", out JsonElement given) && given.ValueKind != JsonValueKind.Null)
        {
            if (Number(given, out correction)) return value + correction;
            problems.Add(place, subject, "a correction that is no number", "`correction` in eV of the whole composition", "");
            return null;
        }
        if (!entry.TryGetProperty("energy_adjustments", out JsonElement adjustments) || adjustments.ValueKind != JsonValueKind.Array) return value;
        foreach (JsonElement adjustment in adjustments.EnumerateArray())
        {
            if (adjustment.ValueKind == JsonValueKind.Object && adjustment.TryGetProperty("value", out JsonElement each) && Number(each, out double fixedOne)) correction += fixedOne;
            else if (adjustment.ValueKind == JsonValueKind.Object && adjustment.TryGetProperty("adj_per_atom", out JsonElement perAtom) && Number(perAtom, out double per) && adjustment.TryGetProperty("n_atoms", out JsonElement atoms) && Number(atoms, out double count)) correction += per * count;
            else
            {
                problems.Add(place, subject, "an adjustment of the energy without a number", "`value`, or `adj_per_atom` and `n_atoms`", "write the sum as `correction`");
                return null;
            }
        }
        return value + correction;
    }

    private static (Composition Composition, double Atoms)? Composed(JsonElement entry, Place place, string subject, Problems problems)
    {
        var amounts = new SortedDictionary<int, double>();
        bool sound = entry.TryGetProperty("composition", out JsonElement composition) && composition.ValueKind == JsonValueKind.Object
            ? composition.EnumerateObject().Where(part => !part.Name.StartsWith('@')).All(part => Add(part.Name, part.Value))
            : entry.TryGetProperty("structure", out JsonElement structure) && structure.ValueKind == JsonValueKind.Object && structure.TryGetProperty("sites", out JsonElement sites) && sites.ValueKind == JsonValueKind.Array && sites.EnumerateArray().All(AddSite);
        double atoms = amounts.Values.Sum();
        Rational[] exact = [.. amounts.Values.Select(Nearest)];
        if (sound && amounts.Count > 0 && exact.All(amount => amount.Sign > 0))
        {
            BigInteger multiple = 1;
            foreach (Rational amount in exact) multiple = multiple / BigInteger.GreatestCommonDivisor(multiple, amount.Denominator) * amount.Denominator;
            BigInteger[] whole = [.. exact.Select(amount => amount.Numerator * (multiple / amount.Denominator))];
            if (whole.Max() <= Composition.MostAtoms) return (Composition.Of([.. amounts.Keys.Select(number => (byte)number)], [.. whole.Select(amount => (long)amount)]).WithUnits(1), atoms);
        }
        problems.Add(place, subject, "no composition", "`composition` with amounts above 0 of elements, such as { \"Li\": 2, \"S\": 1 }", "");
        return null;

        bool AddSite(JsonElement site) =>
            site.ValueKind == JsonValueKind.Object && site.TryGetProperty("species", out JsonElement species) && species.ValueKind == JsonValueKind.Array
            && species.EnumerateArray().All(each => each.ValueKind == JsonValueKind.Object && each.TryGetProperty("element", out JsonElement symbol) && symbol.ValueKind == JsonValueKind.String && each.TryGetProperty("occu", out JsonElement share) && Add(symbol.GetString()!, share));

        // An oxidation state may stand behind the symbol: Li+, O2-, Fe0+.
        bool Add(string name, JsonElement amount)
        {
            int letters = 0;
            while (letters < name.Length && char.IsAsciiLetter(name[letters])) letters++;
            if (PeriodicTable.Find(name[..letters]) is not { } element || !Number(amount, out double value) || value is <= 0 or > 1e6) return false;
            amounts[element.Number] = amounts.GetValueOrDefault(element.Number) + value;
            return true;
        }
    }

    private static bool Number(JsonElement element, out double value)
    {
        value = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out value) && Math.Abs(value) <= LargestEnergy;
    }

    // The simplest fraction within rounding: programs write thirds as 0.333333333333.
    private static Rational Nearest(double value)
    {
        for (int denominator = 1; denominator <= MostDenominator; denominator++)
        {
            double top = Math.Round(value * denominator);
            if (Math.Abs(value - top / denominator) <= AmountTolerance * Math.Max(1, value)) return new((long)top, denominator);
        }
        return new((long)Math.Round(value * 1e6), 1_000_000);
    }

    private static string NameOf(Composition composition) =>
        string.Concat(Enumerable.Range(0, composition.Count).Select(i => $"{PeriodicTable.Elements[composition.Number(i) - 1].Symbol}{(composition.AmountAt(i) == 1 ? "" : composition.AmountAt(i))}"));
}
