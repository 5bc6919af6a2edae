using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Interphase.Cli.Tests;

/// <summary>The JSON Schemas for editors: in step with the fields, and right about the files that we ship.</summary>
public class SchemaTests
{
    private static readonly JsonNode Cell = Tool.Run("schema", "cell").Json, Material = Tool.Run("schema", "material").Json;

    public static TheoryData<string> EveryMaterial => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "data", "materials"), "*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("cell")]
    [InlineData("material")]
    public void A_committed_schema_is_in_step_with_the_fields(string kind)
    {
        string committed = Path.Combine(Repository.Root, "docs", $"{kind}.schema.json"), advice = $"write it anew: dotnet run -c Release --project src/Interphase.Cli -- schema {kind} --out docs";
        File.Exists(committed).ShouldBeTrue(advice);
        (File.ReadAllText(committed) == Tool.Run("schema", kind).ShouldBeDone().Output.TrimEnd() + "\n").ShouldBeTrue($"docs/{kind}.schema.json is not what the fields make; {advice}");
    }

    [Fact]
    public void Without_a_kind_it_is_the_schema_of_a_cell() => Tool.Run("schema").ShouldBeDone().Output.ShouldBe(Tool.Run("schema", "cell").Output);

    [Fact]
    public void Quiet_writes_without_a_word()
    {
        using var scratch = new Scratch();
        Tool.Run("schema", "cell", "--out", scratch.Folder, "--quiet").ShouldBeDone().Error.ShouldBeEmpty();
        scratch.Files.ShouldBe(["cell.schema.json"]);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_the_inputs_fault()
    {
        using var scratch = new Scratch();
        Tool.Run("schema", "cell", "--out", scratch.Write("taken", "")).ShouldBeRefusedOnOneLine();
    }

    [Theory]
    [MemberData(nameof(Repository.EveryExample), MemberType = typeof(Repository))]
    public void An_example_is_valid(string name) => Fault(Load(Repository.Example(name)), Cell, Cell, "").ShouldBeNull();

    [Theory]
    [MemberData(nameof(EveryMaterial))]
    public void A_material_of_the_library_is_valid(string file) => Fault(Load(Path.Combine(Repository.Root, "data", "materials", file)), Material, Material, "").ShouldBeNull();

    [Fact]
    public void A_new_file_is_valid()
    {
        using var scratch = new Scratch();
        Tool.Run("new", "mine", "--out", scratch.Folder).ShouldBeDone();
        Fault(Load(scratch["mine.yaml"]), Cell, Cell, "").ShouldBeNull();
    }

    [Theory]
    [InlineData("cathode: { thicknes: 110 um }")]
    [InlineData("cathode: { thickness: 110 }")]
    [InlineData("cathod: {}")]
    [InlineData("area: [1 cm2]")]
    public void A_file_with_a_mistake_is_not_valid(string text)
    {
        using var scratch = new Scratch();
        Fault(Load(scratch.Write("mistake.yaml", text)), Cell, Cell, "").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("protocol: [rest 1 h, { repeat: 3, steps: [{ repeat: 2, steps: rest 1 h }] }]", true)]
    [InlineData("protocol: rest 1 h; rest 2 h", true)]
    [InlineData("numerics: { refine: 4 }", true)]
    [InlineData("protocol: [{ repeat: 3, steps: [{ repeat: 0, steps: rest 1 h }] }]", false)]
    [InlineData("protocol: [{ repeat: 3, step: rest 1 h }]", false)]
    [InlineData("protocol: []", false)]
    [InlineData("numerics: { refine: 1.5 }", false)]
    public void A_protocol_is_as_valid_as_the_reader_finds_it(string text, bool valid)
    {
        using var scratch = new Scratch();
        (Fault(Load(scratch.Write("cell.yaml", text)), Cell, Cell, "") is null).ShouldBe(valid);
    }

    private static YamlNode Load(string file)
    {
        var stream = new YamlStream();
        using StreamReader reader = File.OpenText(file);
        stream.Load(reader);
        return stream.Documents[0].RootNode;
    }

    // As much of JSON Schema as our schemas use; a keyword that is not here fails the test instead of passing unseen.
    private static string? Fault(YamlNode node, JsonNode? schema, JsonNode root, string path)
    {
        if (schema is null || schema.GetValueKind() == System.Text.Json.JsonValueKind.True) return null;
        foreach ((string keyword, JsonNode? rule) in schema.AsObject())
        {
            string? fault = keyword switch
            {
                "$schema" or "$defs" or "title" or "description" or "default" or "examples" => null,
                "type" => Types(node).Intersect(rule is JsonArray several ? several.Select(each => each!.GetValue<string>()) : [rule!.GetValue<string>()]).Any() ? null : $"{path}: no {rule.ToJsonString()}",
                "enum" => rule!.AsArray().Any(each => each is null ? IsNull(node) : each.ToString() == Text(node)) ? null : $"{path}: none of {rule.ToJsonString()}",
                "const" => rule!.ToString() == Text(node) ? null : $"{path}: not {rule}",
                "pattern" => node is YamlScalarNode && !Regex.IsMatch(Text(node), rule!.GetValue<string>()) ? $"{path}: does not match {rule}" : null,
                "minimum" => Number(node) < rule!.GetValue<double>() ? $"{path}: below {rule}" : null,
                "maximum" => Number(node) > rule!.GetValue<double>() ? $"{path}: above {rule}" : null,
                "exclusiveMinimum" => Number(node) <= rule!.GetValue<double>() ? $"{path}: not above {rule}" : null,
                "exclusiveMaximum" => Number(node) >= rule!.GetValue<double>() ? $"{path}: not below {rule}" : null,
                "minItems" => node is YamlSequenceNode few && few.Children.Count < rule!.GetValue<int>() ? $"{path}: too few" : null,
                "maxItems" => node is YamlSequenceNode many && many.Children.Count > rule!.GetValue<int>() ? $"{path}: too many" : null,
                "items" => node is YamlSequenceNode list ? list.Children.Select((each, at) => Fault(each, rule, root, $"{path}[{at}]")).FirstOrDefault(each => each is not null) : null,
                "properties" => node is YamlMappingNode map ? map.Children.Select(each => rule![Text(each.Key)] is { } own ? Fault(each.Value, own, root, $"{path}.{Text(each.Key)}") : null).FirstOrDefault(each => each is not null) : null,
                "required" => node is YamlMappingNode whole && rule!.AsArray().FirstOrDefault(each => !whole.Children.Keys.Select(Text).Contains(each!.GetValue<string>())) is { } missing ? $"{path}: lacks {missing}" : null,
                "additionalProperties" => node is YamlMappingNode closed ? Additional(closed, schema, rule, root, path) : null,
                "anyOf" => AnyOf(node, rule!.AsArray(), root, path),
                "$ref" => Fault(node, rule!.GetValue<string>()["#/".Length..].Split('/').Aggregate(root, (at, key) => at[key]!), root, path),
                _ => throw new NotSupportedException($"the schema's keyword {keyword}: teach it to SchemaTests.Fault"),
            };
            if (fault is not null) return fault;
        }
        return null;
    }

    private static string? Additional(YamlMappingNode map, JsonNode schema, JsonNode? rule, JsonNode root, string path)
    {
        foreach ((YamlNode key, YamlNode value) in map.Children)
        {
            if (schema["properties"]?.AsObject().ContainsKey(Text(key)) == true) continue;
            if (rule!.GetValueKind() == System.Text.Json.JsonValueKind.False) return $"{path}: the key {Text(key)} is not in the schema";
            if (Fault(value, rule, root, $"{path}.{Text(key)}") is { } fault) return fault;
        }
        return null;
    }

    private static string? AnyOf(YamlNode node, JsonArray kinds, JsonNode root, string path)
    {
        string?[] faults = [.. kinds.Select(kind => Fault(node, kind, root, path))];
        return faults.Contains(null) ? null : string.Join(" | ", faults);
    }

    private static string Text(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    private static double Number(YamlNode node) => double.TryParse(Text(node), out double number) ? number : double.NaN;

    private static bool IsPlain(YamlNode node) => node is YamlScalarNode { Style: ScalarStyle.Plain };

    private static bool IsNull(YamlNode node) => IsPlain(node) && Text(node) is "" or "~" or "null";

    private static string[] Types(YamlNode node) => node switch
    {
        YamlMappingNode => ["object"],
        YamlSequenceNode => ["array"],
        _ when IsNull(node) => ["null"],
        _ when IsPlain(node) && Text(node) is "true" or "false" => ["boolean"],
        _ when IsPlain(node) && double.TryParse(Text(node), out double number) => double.IsInteger(number) ? ["number", "integer"] : ["number"],
        _ => ["string"],
    };
}
