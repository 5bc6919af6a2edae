using System.CommandLine;
using System.Reflection;
using System.Text.Json.Nodes;
using Interphase.Descriptions;

namespace Interphase.Cli;

/// <summary><c>interphase new NAME [--like EXAMPLE]</c>: a commented cell file to start from.</summary>
internal static class NewVerb
{
    private const string Folder = "examples/";

    private static Assembly Resources => typeof(NewVerb).Assembly;

    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The new file's name; .yaml is added." };
        var like = new Option<string?>("--like") { Description = "Start from one of the examples, such as wang2026-nanofibre; files that it extends come with it.", HelpName = "EXAMPLE" };
        like.CompletionSources.Add(_ => Examples().Select(example => new System.CommandLine.Completions.CompletionItem(example)));
        var command = new Command("new", "Write a commented cell file to start from.");
        command.Arguments.Add(name);
        command.Options.Add(like);
        command.SetAction(parsed =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output, error = parsed.InvocationConfiguration.Error;
            string file = parsed.GetRequiredValue(name);
            if (!file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)) file += ".yaml";
            DirectoryInfo folder = parsed.GetValue(CommonOptions.Out) ?? new DirectoryInfo(".");
            var problems = new Problems();
            var files = new List<(string Name, string Text)>();
            if (Path.GetFileNameWithoutExtension(file).Trim(' ', '.').Length == 0) problems.Add(new Place("new"), "", $"`{parsed.GetRequiredValue(name)}`", "a name such as my-cell", "");
            else if (Path.GetFileName(file) != file) problems.Add(new Place("new"), "", $"`{file}`", "a name without folders", "--out DIR names the folder");
            else if (parsed.GetValue(like) is not { } example) files.Add((file, Read("start.yaml")));
            else if (!Examples().Contains(example))
                problems.Add(new Place("new --like"), "", $"`{example}`", $"one of {string.Join(", ", Examples())}", Names.Nearest(example, Examples()) is { } near ? $"did you mean `{near}`?" : "");
            else Collect(example, file, files);
            foreach ((string each, _) in files)
                if (File.Exists(Path.Combine(folder.FullName, each)) && (each == file || File.ReadAllText(Path.Combine(folder.FullName, each)) != files.Find(other => other.Name == each).Text))
                    problems.Add(new Place(each), "", "a file of that name", "none, since nothing is overwritten", "choose another name or folder");
            var written = new List<string>();
            foreach ((string each, string text) in files)
                if (problems.Count == 0 && FileWriter.Write(folder, each, text, problems) is { } path) written.Add(path);
            if (parsed.GetValue(CommonOptions.Json))
                output.WriteLine(JsonText.Write(new JsonObject { ["written"] = new JsonArray([.. written.Select(path => (JsonNode)path)]), ["problems"] = JsonText.Problems(problems) }));
            else
            {
                Terminal.Tell(problems, error);
                if (problems.Count == 0 && !parsed.GetValue(CommonOptions.Quiet))
                {
                    foreach (string path in written) output.WriteLine($"wrote {path}");
                    output.WriteLine($"next: interphase check \"{Path.Combine(folder.ToString(), file)}\"");
                }
            }
            return problems.Count > 0 ? CommandLine.InputAtFault : CommandLine.Done;
        });
        return command;
    }

    // An example that extends another keeps doing so: its parents are written beside it.
    private static void Collect(string example, string file, List<(string Name, string Text)> files)
    {
        string text = Read(Folder + example + ".yaml");
        files.Add((file, text));
        string? parent = text.Split('\n').FirstOrDefault(line => line.StartsWith("extends: ", StringComparison.Ordinal))?["extends: ".Length..].Split('#')[0].Trim();
        if (parent is not null) Collect(Path.GetFileNameWithoutExtension(parent), parent, files);
    }

    private static string[] Examples() =>
        [.. Resources.GetManifestResourceNames().Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal)).Select(resource => resource[Folder.Length..^".yaml".Length]).Order(StringComparer.Ordinal)];

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Resources.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
