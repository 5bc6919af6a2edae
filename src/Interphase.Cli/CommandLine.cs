using System.CommandLine;
using System.CommandLine.Help;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Interphase.Descriptions;

namespace Interphase.Cli;

/// <summary>The command line: one grammar for every verb, exit code 0 done, 2 the input is at fault, 1 the program is.</summary>
public static partial class CommandLine
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The program is at fault.</summary>
    public const int ProgramAtFault = 1;

    /// <summary>The input is at fault.</summary>
    public const int InputAtFault = 2;

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">The arguments after the program's name.</param>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives problems, warnings and progress.</param>
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        try
        {
            RootCommand root = Create(arguments);
            ParseResult parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            // Help is given whatever else is missing.
            if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExample)
            {
                string fault = Fault(parsed);
                if (arguments.Contains(CommonOptions.Json.Name)) output.WriteLine(JsonText.Write(new JsonObject { ["problems"] = JsonText.Problems(Told(fault)) }));
                else error.WriteLine($"interphase: {fault}");
                return InputAtFault;
            }
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            error.WriteLine($"interphase: a fault of the program, not of the input: {exception.GetType().Name}: {OneLine(exception.Message)}; please report it with the command and the file");
            return ProgramAtFault;
        }
    }

    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["check"] = "interphase check examples/wang2026-nanofibre.yaml --set cathode.thickness=\"108 um\"",
        ["run"] = "interphase run examples/wang2026-nanofibre.yaml",
        ["why"] = "interphase why results/wang2026-nanofibre.result.json",
        ["window"] = "interphase window Li6PS5Cl",
        ["react"] = "interphase react LiCoO2 Li6PS5Cl --voltage 4.2",
        ["stability"] = "interphase stability Li10GeP2S12",
        ["stack"] = "interphase stack examples/wang2026-nanofibre.yaml",
        ["screen"] = "interphase screen coatings --cathode LiCoO2 --electrolyte Li6PS5Cl",
        ["structure"] = "interphase structure measure electrode.tiff --conductivity 1=1 --axis x",
        ["structure measure"] = "interphase structure measure cathode.npy.gz --ionic SE=0.3 --electronic CAM=0.01,carbon=100 --axis all --out results",
        ["structure view"] = "interphase structure view scan.tif --threshold otsu --out results",
        ["structure generate"] = "interphase structure generate examples/wang2026-nanofibre.yaml --voxels 100 --voxel \"0.2 um\" --out results",
        ["structure compare"] = "interphase structure compare examples/wang2026-nanofibre.yaml --carbons \"carbon nanofibres,Ketjen black\"",
        ["materials"] = "interphase materials Li6PS5Cl",
        ["new"] = "interphase new my-cell --like wang2026-nanofibre",
        ["schema"] = "interphase schema cell --out docs",
        ["completion"] = "interphase completion bash >> ~/.bashrc",
    };

    // A verb that stands first needs no other verb's grammar.
    private static RootCommand Create(string[] arguments)
    {
        var root = new RootCommand("A virtual laboratory for all-solid-state lithium batteries.");
        CommonOptions.AddTo(root);
        string first = arguments is [{ } verb, ..] && Examples.ContainsKey(verb) ? verb : "";
        if (first is "" or "run") root.Subcommands.Add(RunVerb.Create());
        if (first is "" or "why") root.Subcommands.Add(WhyVerb.Create());
        if (first is "" or "check") root.Subcommands.Add(CheckVerb.Create());
        if (first is "" or "window") root.Subcommands.Add(WindowVerb.Create());
        if (first is "" or "react") root.Subcommands.Add(ReactVerb.Create());
        if (first is "" or "stability") root.Subcommands.Add(StabilityVerb.Create());
        if (first is "" or "stack") root.Subcommands.Add(StackVerb.Create());
        if (first is "" or "screen") root.Subcommands.Add(ScreenVerb.Create());
        if (first is "" or "structure") root.Subcommands.Add(StructureVerb.Create());
        if (first is "" or "materials") root.Subcommands.Add(MaterialsVerb.Create());
        if (first is "" or "new") root.Subcommands.Add(NewVerb.Create());
        if (first is "" or "schema") root.Subcommands.Add(SchemaVerb.Create());
        if (first is "" or "completion") root.Subcommands.Add(CompletionVerb.Create());
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExample((HelpAction)help.Action!, Examples);
        return root;
    }

    // A misspelt verb reads better than the parser's view that a command is missing.
    private static string Fault(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is RootCommand root)
        {
            if (parsed.UnmatchedTokens.FirstOrDefault(token => token.StartsWith('-')) is { } option)
            {
                string? meant = Names.Nearest(option, root.Options.Select(known => known.Name));
                return $"found the option `{OneLine(option)}`; expected one of {string.Join(", ", root.Options.Select(known => known.Name))}{(meant is null ? "" : $"; did you mean `{meant}`?")}";
            }
            if (parsed.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith('-')) is not { } verb) return $"{Message(parsed)}; interphase --help lists the verbs";
            string? near = Names.Nearest(verb, root.Subcommands.Select(command => command.Name));
            return $"found the verb `{OneLine(verb)}`; expected one of {string.Join(", ", root.Subcommands.Select(command => command.Name))}{(near is null ? "" : $"; did you mean `{near}`?")}";
        }
        return $"{Message(parsed)}; interphase {parsed.CommandResult.Command.Name} --help shows its use";
    }

    private static string Message(ParseResult parsed) =>
        TypeNames().Replace(OneLine(parsed.Errors[0].Message).TrimEnd('.'), match => match.Value.Contains("Int", StringComparison.Ordinal) ? "as a whole number" : "as a number");

    // The parser names types of the program's own, those of options that may be left out as System.Nullable`1[System.Int32].
    [GeneratedRegex(@"as expected type 'System\.(Nullable`1\[System\.)?(Int32|Int64|Double)\]?'")]
    private static partial Regex TypeNames();

    private static Problems Told(string fault) => [new Problem(new Place("command line"), "", fault, "a verb with its arguments", "interphase --help lists the verbs")];

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
