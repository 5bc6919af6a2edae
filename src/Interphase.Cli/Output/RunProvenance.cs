using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Interphase.Cells;
using Interphase.Descriptions;

namespace Interphase.Cli;

/// <summary>What a result stands on: versions, files with their hashes, meshes, and every value with where it is from.</summary>
internal static class RunProvenance
{
    /// <summary>What the program calls itself in a result.</summary>
    public const string Program = "Interphase";

    public static string Version { get; } = typeof(RunProvenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static JsonObject Json(CellRun run) => new()
    {
        ["program"] = Program,
        ["version"] = Version,
        ["runtime"] = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
        ["request"] = run.Request.Json(),
        ["inputs"] = new JsonArray([.. Inputs(run).Select(input => (JsonNode)new JsonObject { ["file"] = input.File, ["sha256"] = input.Hash })]),
        ["protocol"] = new JsonArray([.. Sentences(run.Protocol.Items).Select(text => (JsonNode)text)]),
        ["mesh"] = RunTables.Resolved(run.Simulator.ResolutionFor(run.Protocol)),
        ["tolerance"] = run.Simulator.ResolutionFor(run.Protocol).Tolerance,
        ["estimatedError"] = run.Simulator.ResolutionFor(run.Protocol).Error,
        ["refine"] = run.Simulator.Refine,
        ["defaults"] = new JsonArray([.. run.Reading.Description!.Settings().Where(value => value.Setting.Origin.Kind == OriginKind.Default).Select(value => ValueJson.Of(value.Path, value.Setting))]),
        ["values"] = new JsonArray([.. run.Reading.Description!.Settings().Select(value => ValueJson.Of(value.Path, value.Setting))]),
    };

    /// <summary>Tells this cell with this protocol, and what is wanted of it, from all others.</summary>
    public static string Fingerprint(CellRun run, RunOptions options)
    {
        var text = new StringBuilder(Version);
        foreach ((string path, ISetting setting) in run.Reading.Description!.Settings()) text.Append('\n').Append(path).Append('=').Append(ValueJson.Of(path, setting).ToJsonString());
        foreach (string sentence in Sentences(run.Protocol.Items)) text.Append('\n').Append(sentence);
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n{options.Every:R} {options.Profiles} {(options.Cycles is { } cycles ? string.Join(',', cycles) : "")}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The files read, with their SHA-256.</summary>
    public static IEnumerable<(string File, string Hash)> Inputs(CellRun run)
    {
        foreach (string file in run.Inputs)
        {
            string hash;
            try
            {
                hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                continue;
            }
            yield return (file, hash);
        }
    }

    /// <summary>The sentences of a protocol, repetitions in words.</summary>
    public static IEnumerable<string> Sentences(IEnumerable<Cells.ProtocolItem> items, string indent = "")
    {
        foreach (Cells.ProtocolItem item in items)
        {
            if (item is Cells.ProtocolStep step) yield return $"{indent}{step.Text}{(step.Series is { } series ? $", {series.Text}" : "")}";
            else if (item is Cells.ProtocolRepeat repeat)
            {
                yield return indent + (repeat.Count == int.MaxValue ? "repeat until a limit:" : $"repeat {repeat.Count} times:");
                foreach (string within in Sentences(repeat.Items, indent + "    ")) yield return within;
            }
        }
    }
}
