using System.Text.Json;
using System.Text.Json.Nodes;
using Interphase.Descriptions;

namespace Interphase.Cli;

/// <summary>The result of a run as it was written, read again: what is asked of it stands here checked.</summary>
internal sealed class ResultDocument
{
    /// <summary>How the files are called.</summary>
    public const string Ending = ".result.json";

    private const long Largest = 512L << 20;
    private const string Rerun = "write one with `interphase run CELL.yaml`";

    private ResultDocument(string path) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    public string Name { get; private init; } = "";

    /// <summary>How the run ended.</summary>
    public string Exit { get; private init; } = "";

    /// <summary>Numbers of the cycles with their discharge capacities, mAh/cm2.</summary>
    public IReadOnlyList<(int Cycle, double Capacity)> Cycles { get; private init; } = [];

    /// <summary>What limits the cell.</summary>
    public IReadOnlyList<ResultPart> Limits { get; private init; } = [];

    /// <summary>What the last attributed cycle lost, by cause, mAh/cm2; empty where nothing ages.</summary>
    public IReadOnlyList<ResultPart> Losses { get; private init; } = [];

    /// <summary>What of that loss no cause explains, mAh/cm2.</summary>
    public double Gap { get; private init; }

    /// <summary>The cycle whose resistances, and the one whose losses are told; 0 where there are none.</summary>
    public (int Limits, int Losses) Told { get; private init; }

    /// <summary>What the run was asked for; null where the document does not say.</summary>
    public RunRequest? Request { get; private init; }

    /// <summary>The version of the program that wrote it.</summary>
    public string Version { get; private init; } = "";

    /// <summary>The files that it read, with their SHA-256.</summary>
    public IReadOnlyList<(string File, string Hash)> Inputs { get; private init; } = [];

    /// <summary>Reads a result, or the only one in a folder; null after a problem.</summary>
    public static ResultDocument? Read(string given, Problems problems)
    {
        var place = new Place(given.Length == 0 ? "(no name)" : given);
        string path = given;
        try
        {
            if (Directory.Exists(given))
            {
                string[] found = [.. Directory.EnumerateFiles(given, $"*{Ending}").Order(StringComparer.Ordinal)];
                if (found.Length != 1)
                {
                    problems.Add(place, "", found.Length == 0 ? $"no file `NAME{Ending}`" : $"{found.Length} results", "a folder with one result", found.Length == 0 ? Rerun : $"name one, such as `{found[0]}`");
                    return null;
                }
                (path, place) = (found[0], new Place(found[0]));
            }
            if (!File.Exists(path))
            {
                problems.Add(place, "", "no such file", $"the result of a run, `NAME{Ending}`, or its folder", "check the name");
                return null;
            }
            if (new FileInfo(path).Length > Largest)
            {
                problems.Add(place, "", "a file of more than 512 MB", "the result of a run", Rerun);
                return null;
            }
            return Of(path, JsonNode.Parse(File.ReadAllText(path), documentOptions: new JsonDocumentOptions { MaxDepth = 64 }), new ResultReader(place, problems));
        }
        catch (JsonException exception)
        {
            problems.Add(new Place(path, (int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1), "", "text that is no JSON", $"the result of a run, `NAME{Ending}`", Rerun);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            problems.Add(place, "", "a file that cannot be read", "the result of a run", "check the name and its permissions");
        }
        return null;
    }

    private static ResultDocument? Of(string path, JsonNode? root, ResultReader reader)
    {
        if (root is JsonArray { Count: 1 } array) root = array[0];
        if (root is JsonArray several)
        {
            reader.Tell("", $"the results of {several.Count} runs", "that of one", $"name the file `NAME{Ending}` of one of them");
            return null;
        }
        if (root is not JsonObject document)
        {
            reader.Tell("", ResultReader.Described(root), "the document of a run", Rerun);
            return null;
        }
        if (document["exit"] is null && document["problems"] is JsonArray { Count: > 0 })
        {
            reader.Tell("exit", "a run that did not begin", "the result of a run", "run it again and see what it says");
            return null;
        }
        string exit = reader.Text(document, "exit");
        if (exit == "failed")
        {
            reader.Tell("exit", "a run that failed", "one that was carried out", "run it again, and report it with the cell file if it fails again");
            return null;
        }
        // Numbers in other units would be told as if they were in these; what nobody changed has all of them.
        if (document["units"] is JsonObject units)
            foreach ((string of, string unit) in RunJson.Units)
                if (!(units[of] is JsonValue known && known.TryGetValue(out string? symbol) && symbol == unit)) reader.Tell($"units.{of}", ResultReader.Described(units[of]), $"`{unit}`", Rerun);
        List<(int, double)> cycles = [];
        foreach ((JsonObject cycle, string at) in reader.Rows(document, "cycles"))
            cycles.Add((reader.Whole(cycle, "cycle", at), reader.Number(cycle, "dischargeCapacity", at)));
        (List<ResultPart> limits, int limited) = LimitsOf(document, reader);
        List<ResultPart> losses = [];
        double gap = 0;
        int lost = 0;
        if (reader.Rows(document, "capacityLoss") is [.., var (loss, where)])
        {
            lost = reader.Whole(loss, "cycle", where);
            gap = reader.Number(loss, "gap", where);
            double together = reader.Number(loss, "fresh", where) - reader.Number(loss, "capacity", where);
            losses = Parts(reader.Map(loss, "entries", where), ResultPart.Capacity, 1, together);
        }
        JsonObject provenance = reader.Section(document, "provenance");
        if (provenance["program"] is { } program && !(program is JsonValue own && own.TryGetValue(out string? name) && name == RunProvenance.Program))
            reader.Tell("provenance.program", ResultReader.Described(program), $"`{RunProvenance.Program}`", Rerun);
        List<(string, string)> inputs = [];
        foreach ((JsonObject input, string at) in reader.Rows(provenance, "inputs", "provenance.")) inputs.Add((reader.Text(input, "file", at), reader.Text(input, "sha256", at)));
        RunRequest? request = null;
        if (provenance["request"] is not null)
        {
            JsonObject asked = reader.Section(provenance, "request", "provenance.");
            const string at = "provenance.request.";
            request = new RunRequest(reader.Text(asked, "folder", at), reader.Text(asked, "file", at), reader.Texts(asked, "set", at), reader.Texts(asked, "protocol", at));
        }
        var result = new ResultDocument(path)
        {
            Name = reader.Text(document, "name"),
            Exit = exit,
            Cycles = cycles,
            Limits = limits,
            Losses = losses,
            Gap = gap,
            Told = (limited, lost),
            Request = request,
            Version = provenance["version"] is JsonValue version && version.TryGetValue(out string? wrote) ? wrote : "",
            Inputs = inputs,
        };
        return reader.IsFaulty ? null : result;
    }

    // The resistances of the last cycle, or of the last discharge's middle where nothing was charged before it; then what was left at the limit of the last discharge.
    private static (List<ResultPart> Parts, int Cycle) LimitsOf(JsonObject document, ResultReader reader)
    {
        List<ResultPart> parts = [];
        int told = 0;
        Dictionary<int, (double Start, double End, double Current)> discharges = [];
        foreach ((JsonObject step, string at) in reader.Rows(document, "steps"))
            if (reader.Number(step, "capacity", at) < 0)
                discharges[reader.Whole(step, "step", at)] = (reader.Number(step, "start", at), reader.Number(step, "end", at), reader.Number(step, "current", at));
        if (reader.Rows(document, "resistance") is [.., var (resistance, where)])
        {
            told = reader.Whole(resistance, "cycle", where);
            parts = Parts(reader.Map(resistance, "entries", where), ResultPart.Resistance, 1, reader.Number(resistance, "sum", where));
        }
        else
        {
            (double Distance, int Step, JsonObject? Point, string At) best = (double.PositiveInfinity, 0, null, "");
            foreach ((JsonObject point, string at) in reader.Rows(document, "budget"))
            {
                int step = reader.Whole(point, "step", at);
                if (!discharges.TryGetValue(step, out (double Start, double End, double Current) discharge) || discharge.Current == 0) continue;
                double distance = Math.Abs(reader.Number(point, "time", at) - 0.5 * (discharge.Start + discharge.End));
                if (step > best.Step || distance < best.Distance) best = (distance, step, point, at);
            }
            if (best.Point is { } middle)
            {
                told = reader.Whole(middle, "cycle", best.At);
                Dictionary<string, double> drops = reader.Map(middle, "parts", best.At);
                foreach (string name in drops.Keys.Where(name => name.EndsWith("equilibrium", StringComparison.Ordinal)).ToArray()) drops.Remove(name);
                double perVolt = 1e3 / discharges[best.Step].Current;
                parts = Parts(drops, ResultPart.Resistance, perVolt, perVolt * drops.Values.Sum());
            }
        }
        List<(JsonObject Row, string At)> undelivered = [.. reader.Rows(document, "undelivered").Where(each => discharges.ContainsKey(reader.Whole(each.Row, "step", each.At)))];
        if (undelivered is [.., var (last, there)]) parts.AddRange(Parts(reader.Map(last, "parts", there), ResultPart.Capacity, 1, reader.Number(last, "capacity", there)));
        return (parts, told);
    }

    private static List<ResultPart> Parts(Dictionary<string, double> entries, string unit, double factor, double whole) =>
        [.. entries.Select(entry => new ResultPart(entry.Key, factor * entry.Value, unit, whole == 0 ? 0 : factor * entry.Value / whole)).OrderByDescending(part => part.Value)];
}
