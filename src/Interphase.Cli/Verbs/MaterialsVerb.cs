using System.CommandLine;
using System.Text.Json.Nodes;
using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cli;

/// <summary><c>interphase materials [NAME]</c>: every value of a material with its condition and source.</summary>
internal static class MaterialsVerb
{
    public static Command Create()
    {
        var names = new Argument<string?>("NAME") { HelpName = "NAME", Description = "A material by name or alias; all are listed without one.", Arity = ArgumentArity.ZeroOrOne };
        names.CompletionSources.Add(_ => MaterialLibrary.BuiltIn().MaterialNames.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        var command = new Command("materials", "List the materials, or show every value of one with condition and source.");
        command.Arguments.Add(names);
        command.SetAction(parsed =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output, error = parsed.InvocationConfiguration.Error;
            var problems = new Problems();
            MaterialLibrary library = MaterialLibrary.Beside(Directory.GetCurrentDirectory(), problems);
            bool json = parsed.GetValue(CommonOptions.Json);
            if (parsed.GetValue(names) is not { } name)
            {
                Material[] all = [.. library.MaterialNames.Select(each => library.Find(each, problems)).OfType<Material>()];
                if (json) output.WriteLine(JsonText.Write(new JsonObject { ["materials"] = new JsonArray([.. all.Select(Summary)]), ["problems"] = JsonText.Problems(problems) }));
                else if (!parsed.GetValue(CommonOptions.Quiet)) new Terminal(output).Table(["material", "roles", "what it is"], all.Select(each => new[] { each.Name, string.Join(", ", each.Roles), each.Summary }));
            }
            else if (!library.Has(name))
                problems.Add(new Place("materials"), "", $"`{name}`", "a material of the library", library.Nearest(name) is { } near ? $"did you mean `{near}`?" : "interphase materials lists them");
            else if (library.Find(name, problems) is { } material)
            {
                if (json) output.WriteLine(JsonText.Write(Whole(material, library)));
                else if (!parsed.GetValue(CommonOptions.Quiet)) Print(material, library, new Terminal(output));
            }
            if (json && problems.Count > 0 && parsed.GetValue(names) is not null) output.WriteLine(JsonText.Write(new JsonObject { ["problems"] = JsonText.Problems(problems) }));
            if (!json) Terminal.Tell(problems, error);
            return problems.Count > 0 ? CommandLine.InputAtFault : CommandLine.Done;
        });
        return command;
    }

    private static JsonNode Summary(Material material) => new JsonObject
    {
        ["name"] = material.Name,
        ["aliases"] = new JsonArray([.. material.Aliases.Select(alias => (JsonNode)alias)]),
        ["roles"] = new JsonArray([.. material.Roles.Select(role => (JsonNode)role)]),
        ["summary"] = material.Summary,
        ["file"] = material.File,
    };

    private static JsonObject Whole(Material material, MaterialLibrary library)
    {
        var document = (JsonObject)Summary(material);
        document["values"] = new JsonArray([.. Values(material).Select(value => ValueJson.Of(value.Path, value.Setting))]);
        document["sources"] = new JsonArray([.. Sources(material, library).Select(source => (JsonNode)new JsonObject { ["key"] = source.Key, ["title"] = source.Title, ["authors"] = source.Authors, ["journal"] = source.Journal, ["year"] = source.Year, ["doi"] = source.Doi, ["url"] = source.Url })]);
        return document;
    }

    private static void Print(Material material, MaterialLibrary library, Terminal terminal)
    {
        terminal.Heading(material.Name);
        terminal.Line(material.Summary);
        terminal.Line($"roles: {string.Join(", ", material.Roles)}   file: {material.File}");
        if (material.Aliases.Length > 0) terminal.Line($"also called: {string.Join(", ", material.Aliases)}");
        terminal.Line();
        terminal.Table(["property", "value", "condition", "source"], Values(material).SelectMany(Rows));
        (string Path, string Note)[] notes = [
            .. Values(material).Where(value => value.Setting.Annotation.Note is not null).Select(value => (value.Path, value.Setting.Annotation.Note!)),
            .. Values(material).Where(value => Law(value.Setting)?.Annotation.Note is not null).Select(value => ($"{value.Path}.activationEnergy", Law(value.Setting)!.Annotation.Note!))];
        if (notes.Length > 0)
        {
            terminal.Heading("Notes");
            foreach ((string path, string note) in notes) terminal.Item($"{path}: {note}");
        }
        Source[] sources = [.. Sources(material, library)];
        if (sources.Length > 0)
        {
            terminal.Heading("Sources");
            foreach (Source source in sources) terminal.Item($"{source.Key}: {source}");
        }
        terminal.Line();
        terminal.Line($"For one cell, give another value in its file (cathode.active.density: 4.7 g/cm3) or on the command line (--set cathode.active.density=\"4.7 g/cm3\").");
    }

    // An activation energy has a source of its own, and so a row of its own.
    private static IEnumerable<string[]> Rows((string Path, ISetting Setting) value)
    {
        string bound = value.Setting.Annotation.Bound switch { Bound.Upper => "below ", Bound.Lower => "above ", _ => "" };
        yield return [value.Path, $"{bound}{value.Setting.Field.Show(value.Setting.Content)}", value.Setting.Annotation.At ?? "", value.Setting.Annotation.Source ?? ""];
        if (Law(value.Setting) is { } law) yield return [$"{value.Path}.activationEnergy", law.Energy.ToString(), $"from {law.ReferenceTemperature - 273.15:0.##} °C", law.Annotation.Source ?? ""];
    }

    private static Activation? Law(ISetting setting) => (setting.Content as Property)?.Activation;

    private static IEnumerable<(string Path, ISetting Setting)> Values(Material material) => material.Description.Settings().Where(value => value.Setting.Field.IsPhysical);

    private static IEnumerable<Source> Sources(Material material, MaterialLibrary library) =>
        Values(material).SelectMany(value => new[] { value.Setting.Annotation.Source, (value.Setting.Content as Property)?.Activation?.Annotation.Source }).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(library.Sources.Find).OfType<Source>();
}
