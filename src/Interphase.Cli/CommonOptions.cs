using System.CommandLine;
using System.CommandLine.Parsing;

namespace Interphase.Cli;

/// <summary>The options that every verb takes.</summary>
internal static class CommonOptions
{
    public static readonly Option<bool> Json = new("--json") { Description = "Print one JSON document on standard output and nothing else.", Recursive = true };

    public static readonly Option<DirectoryInfo?> Out = new("--out") { Description = "Write files into this folder; it is made if it does not exist.", HelpName = "DIR", Recursive = true };

    public static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Print nothing but problems.", Recursive = true };

    public static readonly Option<int> Threads = new("--threads") { Description = "Threads for verbs that compute in parallel; results do not depend on it.", HelpName = "N", Recursive = true, DefaultValueFactory = _ => Environment.ProcessorCount };

    public static readonly Option<long> Seed = new("--seed") { Description = "Seed for verbs that draw random numbers: same seed, same bytes.", HelpName = "N", Recursive = true, DefaultValueFactory = _ => 0 };

    public static readonly Option<string[]> Set = new("--set")
    {
        Description = "Give a field another value: --set cathode.thickness=\"90 um\". May be repeated.",
        HelpName = "PATH=VALUE",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };

    /// <summary>Whether an option has a value that cannot be used; text that is none of its type is the parser's to tell.</summary>
    public static bool IsWrong<T>(CommandResult result, Option<T> option, Func<T?, bool> isWrong)
    {
        if (result.GetResult(option) is null) return false;
        try
        {
            return isWrong(result.GetValue(option));
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    public static void AddTo(RootCommand root)
    {
        root.Options.Add(Json);
        root.Options.Add(Out);
        root.Options.Add(Quiet);
        root.Options.Add(Threads);
        root.Options.Add(Seed);
    }
}
