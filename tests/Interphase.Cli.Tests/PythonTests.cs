using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Interphase.Cli.Tests;

/// <summary>The lines of docs/python.md run where Python has pandas.</summary>
public class PythonTests
{
    [Fact]
    public void The_ten_lines_for_Python_run_a_cell_and_read_its_results()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "python.md")).ReplaceLineEndings("\n");
        string lines = Regex.Match(page, "```python\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        lines.Split('\n').Count(line => line.Trim().Length > 0).ShouldBe(10);
        string? python = new[] { "python3", "python", "/usr/bin/python3" }.FirstOrDefault(name => Run(name, Repository.Root, "-c", "import pandas").Code == 0);
        if (python is null) Assert.Skip("no Python with pandas is here");
        using Scratch scratch = new Scratch().WithExamples();
        string own = lines.Replace("[\"interphase\", ", $"[{Quoted(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")}, {Quoted(Path.Combine(AppContext.BaseDirectory, "interphase.dll"))}, ", StringComparison.Ordinal);
        own.ShouldNotBe(lines);
        Outcome outcome = Run(python, scratch.Folder, scratch.Write("run.py", own));
        outcome.Code.ShouldBe(0, outcome.Error);
        outcome.Output.ShouldStartWith("completed");
        outcome.Output.ShouldContain("dischargeCapacity");
        outcome.Output.ShouldContain("last");
    }

    private static string Quoted(string text) => $"r\"{text}\"";

    private static Outcome Run(string program, string folder, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false }).ShouldNotBeNull();
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new Outcome(process.ExitCode, output, error.Result);
        }
        catch (Win32Exception)
        {
            return new Outcome(-1, "", $"{program} is not here");
        }
    }
}
