using System.CommandLine;

namespace Interphase.Cli;

/// <summary>The command line: one grammar for every verb, exit code 0 done, 2 the input is at fault, 1 the program is.</summary>
public static class CommandLine
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
            RootCommand root = Create();
            ParseResult parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0)
            {
                string hint = parsed.CommandResult.Command is RootCommand ? "interphase --help lists the verbs" : $"interphase {parsed.CommandResult.Command.Name} --help shows its use";
                error.WriteLine($"interphase: {parsed.Errors[0].Message.TrimEnd('.')}; {hint}");
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

    private static RootCommand Create()
    {
        var root = new RootCommand("A virtual laboratory for all-solid-state lithium batteries.");
        CommonOptions.AddTo(root);
        root.Subcommands.Add(CheckVerb.Create());
        root.Subcommands.Add(MaterialsVerb.Create());
        root.Subcommands.Add(NewVerb.Create());
        root.Subcommands.Add(SchemaVerb.Create());
        return root;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
