namespace Interphase.Reports.Tests;

public class DocumentationTests
{
    [Fact]
    public void The_example_in_the_docs_runs_and_is_this_one()
    {
        using var scratch = new Scratch();
        var path = scratch["report.html"];
        var (first, second) = (Samples.Cycling(2), Samples.Cycling(3));
        // example
        var thin = new ReportCell("50 µm", first)
        {
            ActiveMass = 12e-6,
            Area = 0.785e-4,
            Exit = "2 cycles were done",
            Figures = [new KeyFigure("N/P", 1.12, "")],
            Losses = new LossBands(
                "discharge of cycle 1", Time: [0, 1800, 3600], Charge: [0, 0.5e-3, 1e-3], Equilibrium: [4.0, 3.8, 3.5], Voltage: [3.9, 3.65, 3.2],
                [new LossPart("separator", [-0.06, -0.06, -0.06]), new LossPart("diffusion in particles", [-0.04, -0.09, -0.24])]),
            Provenance = [new ProvenanceRow("temperature", "25 degC", "default", "room temperature unless told")],
        };
        var thick = new ReportCell("150 µm", second) { ActiveMass = 36e-6, Area = 0.785e-4 };
        HtmlReport.Write(new Report("Two thicknesses", [thin, thick]) { When = DateTimeOffset.Now }, path);
        // end
        Pages.Parse(File.ReadAllText(path)).Charts().ShouldContain("Where the voltage of 50 µm goes: discharge of cycle 1");

        var source = File.ReadAllText(Path.Combine(Root(), "tests", "Interphase.Reports.Tests", "DocumentationTests.cs"));
        var lines = source[source.IndexOf("// example\n", StringComparison.Ordinal)..source.IndexOf("        // end\n", StringComparison.Ordinal)].Split('\n')[1..];
        var example = string.Join('\n', lines.Select(line => line.Length > 8 ? line[8..] : line));
        File.ReadAllText(Path.Combine(Root(), "docs", "reports.md")).Contains($"```csharp\n{example}```", StringComparison.Ordinal).ShouldBeTrue($"put this example into docs/reports.md:\n{example}");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Interphase.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("the repository's root");
    }
}
