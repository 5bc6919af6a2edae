using System.Text.Json.Nodes;

namespace Interphase.Cli;

/// <summary>What a run was asked for, so that it can be asked for again.</summary>
/// <param name="Folder">The working folder as seen from the results, where names of files begin.</param>
/// <param name="File">The cell file as named.</param>
/// <param name="Overrides">Values that replaced those of the file, as <c>path=value</c>.</param>
/// <param name="Protocol">What was given beside the file: sentences, or the name of a file; empty where the cell file's own was carried out.</param>
internal sealed record RunRequest(string Folder, string File, IReadOnlyList<string> Overrides, IReadOnlyList<string> Protocol)
{
    public JsonObject Json() => new()
    {
        ["folder"] = Folder,
        ["file"] = File,
        ["set"] = new JsonArray([.. Overrides.Select(text => (JsonNode)text)]),
        ["protocol"] = new JsonArray([.. Protocol.Select(text => (JsonNode)text)]),
    };
}
