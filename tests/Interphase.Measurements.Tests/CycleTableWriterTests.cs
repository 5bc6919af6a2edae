namespace Interphase.Measurements.Tests;

/// <summary>The table of cycles, written while a run goes on.</summary>
public sealed class CycleTableWriterTests
{
    // Whoever kills a run, or looks at one that goes on, finds the cycles until then.
    [Fact]
    public void The_table_of_cycles_grows_with_the_run()
    {
        string scratch = Directory.CreateTempSubdirectory("interphase-cycles-").FullName;
        using (var table = new CycleTableWriter(Path.Combine(scratch, "life.cycles.csv")))
        {
            CycleRow Cycle(int number) => new(number, 10 * number, 10 * number + 9, 0.002, 0.001, 0.008, 0.004, null, null, null, null, null, null);
            List<CycleRow> cycles = [Cycle(1)];
            table.Take(cycles);
            string partial = Directory.EnumerateFiles(scratch, "life.cycles.csv.*.partial").ShouldHaveSingleItem();
            Lines(partial).Length.ShouldBe(2);
            cycles.AddRange([Cycle(2), Cycle(5)]);
            table.Take(cycles);
            table.Take(cycles);
            Lines(partial).Select(line => line.Split(',')[0]).ShouldBe(["Cycle Count / 1", "1", "2", "5"]);
            File.Exists(Path.Combine(scratch, "life.cycles.csv")).ShouldBeFalse();
            table.Complete();
        }
        File.ReadAllLines(Path.Combine(scratch, "life.cycles.csv")).Length.ShouldBe(4);
        Directory.EnumerateFiles(scratch).ShouldHaveSingleItem();
        using (new CycleTableWriter(Path.Combine(scratch, "other.cycles.csv"))) Directory.EnumerateFiles(scratch).Count().ShouldBe(2);
        Directory.EnumerateFiles(scratch).ShouldHaveSingleItem();

        static string[] Lines(string path)
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }
}
