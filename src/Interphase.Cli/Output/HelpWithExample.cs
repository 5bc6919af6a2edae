using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Interphase.Cli;

/// <summary>The usual help, with an example for every verb beneath it.</summary>
internal sealed class HelpWithExample(HelpAction usual, IReadOnlyDictionary<string, string> examples) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parsed)
    {
        int code = usual.Invoke(parsed);
        TextWriter output = parsed.InvocationConfiguration.Output;
        Command command = parsed.CommandResult.Command;
        // A verb beneath another is named with it.
        string name = command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{parent.Name} {command.Name}" : command.Name;
        IEnumerable<string> shown = command is RootCommand ? examples.Where(example => !example.Key.Contains(' ')).Select(example => example.Value) : examples.TryGetValue(name, out string? own) ? [own] : [];
        output.WriteLine(command is RootCommand ? "Examples:" : "Example:");
        foreach (string example in shown) output.WriteLine($"  {example}");
        output.WriteLine();
        return code;
    }
}
