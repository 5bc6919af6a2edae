using System.Diagnostics;

namespace Interphase.Cli.Tests;

/// <summary>Runs the command line, here or as a process of its own where the working folder matters.</summary>
internal static class Tool
{
    public static Outcome Run(params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        int code = CommandLine.Run(arguments, output, error);
        return new Outcome(code, output.ToString(), error.ToString());
    }

    public static Outcome RunIn(string folder, params string[] arguments) => Run(folder, null, arguments);

    /// <summary>Runs a process and sends it an interrupt, as Ctrl-C does, once something can be seen.</summary>
    public static Outcome Interrupted(string folder, Func<bool> seen, params string[] arguments) => Run(folder, seen, arguments);

    /// <summary>Runs a process and kills it so long after something can be seen, if it still runs then.</summary>
    public static Outcome Killed(string folder, Func<bool> seen, TimeSpan after, params string[] arguments)
    {
        using Process process = Begin(folder, arguments);
        Task<string> error = process.StandardError.ReadToEndAsync(), printed = process.StandardOutput.ReadToEndAsync();
        while (!process.HasExited && !seen()) Thread.Sleep(5);
        if (!process.WaitForExit(after)) process.Kill();
        process.WaitForExit();
        return new Outcome(process.ExitCode, printed.Result, error.Result);
    }

    private static Process Begin(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "interphase.dll"));
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start).ShouldNotBeNull();
    }

    private static Outcome Run(string folder, Func<bool>? interrupt, string[] arguments)
    {
        using Process process = Begin(folder, arguments);
        Task<string> error = process.StandardError.ReadToEndAsync(), printed = process.StandardOutput.ReadToEndAsync();
        if (interrupt is not null)
        {
            while (!process.HasExited && !interrupt()) Thread.Sleep(20);
            // A process started in the background may have to ignore an interrupt; it is then asked to end, and a test never waits for it without end.
            foreach (string signal in (ReadOnlySpan<string>)["-INT", "-TERM", "-KILL"])
            {
                if (process.HasExited) break;
                Process.Start("kill", [signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
                process.WaitForExit(TimeSpan.FromSeconds(20));
            }
        }
        process.WaitForExit();
        return new Outcome(process.ExitCode, printed.Result, error.Result);
    }

    /// <summary>The words of a command line as a shell would hand them over.</summary>
    public static string[] Words(string line)
    {
        var words = new List<string>();
        string word = "";
        bool quoted = false, any = false;
        foreach (char letter in line)
        {
            if (letter == '"')
            {
                quoted = !quoted;
                any = true;
            }
            else if (letter == ' ' && !quoted)
            {
                if (any) words.Add(word);
                (word, any) = ("", false);
            }
            else
            {
                word += letter;
                any = true;
            }
        }
        if (any) words.Add(word);
        return [.. words];
    }
}
