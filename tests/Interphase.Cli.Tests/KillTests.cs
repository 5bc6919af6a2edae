using System.Globalization;

namespace Interphase.Cli.Tests;

/// <summary>A run that is killed at any moment goes on with --resume to the files of a run that was left alone. docs/run.md, "Long runs".</summary>
public class KillTests(ITestOutputHelper output)
{
    /// <summary>Names the number of kills for each case; a few without it.</summary>
    private const string Variable = "INTERPHASE_KILLS";

    private const int MostKills = 4;

    private const string Cycles = """
        cathode: { cracks: null }
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
        string[] arguments = ["run", "aged.yaml", "--checkpoint", "0 s", "--out", "results", "--cycles", "1,60", "--quiet", .. options];
        string results = scratch["results"], journal = Path.Combine(results, "aged.journal");
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
                // Any moment from the start of the process on, or from its first place to go on from; some come to their end before.
                TimeSpan delay = random.NextDouble() * whole / (1 + 0.5 * part);
                bool goesOn = File.Exists(journal), waits = kills % 2 == 0;
                if (waits) delay *= 0.3;
                Outcome killed = Tool.Killed(scratch.Folder, () => !waits || File.Exists(journal), delay, part == 0 ? arguments : [.. arguments, "--resume"]);
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
                if (File.Exists(journal)) resumed++;
                Tool.RunIn(scratch.Folder, [.. arguments, "--resume"]).ShouldBeDone();
            }
            Dictionary<string, byte[]> told = Files(results);
            told.Keys.Order(StringComparer.Ordinal).ShouldBe(expected.Keys.Order(StringComparer.Ordinal));
            foreach ((string file, byte[] bytes) in expected) told[file].AsSpan().SequenceEqual(bytes).ShouldBeTrue($"{file} of {name}, after {kills} kills");
        }
        // Kills that all came before the first checkpoint would show nothing.
        resumed.ShouldBePositive();
        output.WriteLine($"{name}: {kills} kills, {resumed} times gone on from a journal");
    }

    // A run that was ended before it came to a place to go on from begins anew, and leaves nothing half written.
    [Fact]
    public void What_an_ended_run_was_writing_is_gone_when_it_goes_on_or_begins_anew()
    {
        using var scratch = new Scratch();
        string[] half = ["assb.journal.partial", "assb.bdf.csv.0123abcd.partial", "assb.report.html.0123abcd.partial", "assb.cycles.csv.01234567.partial", "assb.result.json.1234.tmp"];
        foreach (string name in half) scratch.Write(name, "half of");
        scratch.Write("assb.other.bdf.csv.0123abcd.partial", "of another run");
        Tool.Run("run", RunTests.Reference("assb"), "--protocol", "discharge at 1C until 3.5 V", "--resume", "--quiet", "--out", scratch.Folder).ShouldBeDone().Error.ShouldContain("begins anew");
        scratch.Files.ShouldNotContain(file => half.Contains(file));
        scratch.Files.ShouldContain("assb.other.bdf.csv.0123abcd.partial");
        scratch.Files.ShouldContain("assb.result.json");
    }

    private static Dictionary<string, byte[]> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllBytes);
}
