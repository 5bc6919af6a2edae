using System.Globalization;

namespace Interphase.Cli.Tests;

/// <summary>A run that is killed at any moment goes on with --resume to the files of a run that was left alone. docs/run.md, "Long runs".</summary>
public class KillTests
{
    /// <summary>Names the number of kills for each case; a few without it.</summary>
    private const string Variable = "INTERPHASE_KILLS";

    private const int MostKills = 4;

    private const string Cycles = """
        protocol:
          - repeat: 60
            steps:
              - charge at C/2 until upper cut-off
              - hold upper cut-off until C/5
              - discharge at C/2 until lower cut-off

        """;

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : 3;

    [Theory]
    [InlineData("every cycle")]
    [InlineData("jumps", "--set", "numerics.jump=1 %")]
    public void A_run_that_is_killed_at_any_moment_goes_on_to_the_same_files(string name, params string[] options)
    {
        using var scratch = new Scratch();
        scratch.Write("aged.yaml", $"extends: {Repository.Example("feng2025-bare")}\n{Cycles}");
        string[] arguments = ["run", "aged.yaml", "--checkpoint", "0 s", "--out", "results", "--quiet", .. options];
        string results = scratch["results"];
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Tool.RunIn(scratch.Folder, arguments).ShouldBeDone();
        TimeSpan whole = watch.Elapsed;
        Dictionary<string, byte[]> expected = Files(results);
        expected.Keys.ShouldContain("aged.result.json");
        expected.Keys.ShouldContain("aged.bdf.csv");
        var random = new Random(20261125);
        int kills = 0, resumed = 0;
        while (kills < Count)
        {
            Directory.Delete(results, recursive: true);
            Outcome? outcome = null;
            for (int part = 0; part < MostKills && kills < Count; part++)
            {
                // Where a process is killed is a share of what all of it takes; some come to their end before.
                TimeSpan delay = random.NextDouble() * whole;
                bool goesOn = File.Exists(Path.Combine(results, "aged.journal"));
                Outcome killed = Tool.Killed(scratch.Folder, delay, part == 0 ? arguments : [.. arguments, "--resume"]);
                if (goesOn) resumed++;
                if (killed.Code == CommandLine.Done)
                {
                    outcome = killed;
                    break;
                }
                killed.Code.ShouldBe(128 + 9, killed.Error);
                kills++;
            }
            if (outcome is null)
            {
                if (File.Exists(Path.Combine(results, "aged.journal"))) resumed++;
                Tool.RunIn(scratch.Folder, [.. arguments, "--resume"]).ShouldBeDone();
            }
            Dictionary<string, byte[]> told = Files(results);
            told.Keys.Order(StringComparer.Ordinal).ShouldBe(expected.Keys.Order(StringComparer.Ordinal));
            foreach ((string file, byte[] bytes) in expected) told[file].AsSpan().SequenceEqual(bytes).ShouldBeTrue($"{file} of {name}, after {kills} kills");
        }
        // Kills that all came before the first checkpoint would show nothing.
        resumed.ShouldBePositive();
        TestContext.Current.SendDiagnosticMessage($"{name}: {kills} kills, {resumed} times gone on from a journal");
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {kills} kills, {resumed} times gone on from a journal, {whole.TotalSeconds:0.00} s each");
    }

    private static Dictionary<string, byte[]> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllBytes);
}
