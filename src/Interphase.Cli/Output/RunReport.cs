using Interphase.Cells;
using Interphase.Descriptions;
using Interphase.Measurements;
using Interphase.Reports;

namespace Interphase.Cli;

/// <summary>Makes the report of runs.</summary>
internal static class RunReport
{
    private const double Visible = 1e-9;
    private const int MostSpectra = 8;

    public static Report Of(IReadOnlyList<CellRun> runs) => new(runs.Count == 1 ? runs[0].Design.Name : $"{runs.Count} cells compared", [.. runs.Select(run => Cell(run, Named(run, runs)))])
    {
        Version = RunProvenance.Version,
        Versions = [new ReportVersion(".NET", Environment.Version.ToString())],
    };

    // Cells of one name are told apart by their files.
    private static string Named(CellRun run, IReadOnlyList<CellRun> runs) =>
        runs.Count(other => other.Design.Name == run.Design.Name) > 1 ? $"{run.Design.Name} ({run.Name})" : run.Design.Name;

    private static ReportCell Cell(CellRun run, string name) => new(name, run.Result.Series)
    {
        Cycles = run.Result.Cycles,
        ActiveMass = run.Loading is { } loading ? loading * run.Design.Area : null,
        Area = run.Design.Area,
        Losses = Losses(run),
        CapacityLosses = CapacityLosses(run),
        Resistances = Resistances(run),
        Spectra = Some(run.Result.Spectra),
        Exit = string.Join("; ", ((string?[])[RunTables.Exit(run.End!), run.End!.Jumped > 0 ? RunTables.Jumps(run.End) : null, RunTables.Outgrown(run.End)]).OfType<string>()),
        Remarks = [.. run.Design.Remarks.Select(remark => $"{remark.Path}: {remark.Text}")],
        Protocol = [.. RunProvenance.Sentences(run.Protocol.Items)],
        Provenance = [.. run.Reading.Description!.Settings().Select(value => Row(value.Path, value.Setting))],
        Inputs = [.. RunProvenance.Inputs(run).Select(input => new ReportInput(input.File, input.Hash))],
    };

    // As many as one can tell apart in a chart, the first and the last among them.
    private static IReadOnlyList<Spectrum> Some(IReadOnlyList<Spectrum> all) =>
        all.Count <= MostSpectra ? all : [.. Enumerable.Range(0, MostSpectra).Select(i => all[i * (all.Count - 1) / (MostSpectra - 1)])];

    // Of a cell that ages: the first cycle has lost nothing.
    private static LifeBands? CapacityLosses(CellRun run)
    {
        IReadOnlyList<CapacityLoss> losses = run.Result.Losses;
        if (losses.Count == 0) return null;
        double perArea = run.Design.Area / 3600;
        string[] causes = [.. losses.SelectMany(loss => loss.Parts.Select(part => part.Cause)).Distinct()];
        return new LifeBands(
            [1, .. losses.Select(loss => (double)loss.Cycle)],
            [
                .. causes.Select(cause => new LifePart(cause, [0, .. losses.Select(loss => perArea * loss.Parts.Where(part => part.Cause == cause).Sum(part => part.Charge))])),
                new LifePart("not explained", [0, .. losses.Select(loss => perArea * loss.Gap)]),
            ]);
    }

    private static LifeBands? Resistances(CellRun run)
    {
        IReadOnlyList<ResistancePoint> points = run.Result.Resistances;
        if (run.Result.Losses.Count == 0 || points.Count < 2) return null;
        string[] names = [.. points.SelectMany(point => point.Parts.Select(part => part.Name)).Distinct()];
        return new LifeBands(
            [.. points.Select(point => (double)point.Cycle)],
            [.. names.Select(name => new LifePart(name, [.. points.Select(point => point.Parts.Where(part => part.Name == name).Sum(part => part.Value) / run.Design.Area)]))]);
    }

    private static ProvenanceRow Row(string path, ISetting setting)
    {
        string source = string.Join("; ", new[] { setting.Annotation.Source, setting.Annotation.At, setting.Annotation.Note }.OfType<string>());
        string from = setting.Origin.Detail ?? setting.Origin.Place?.ToString() ?? "";
        return new ProvenanceRow(path, setting.Field.Show(setting.Content), setting.Origin.Kind.ToString().ToLowerInvariant(), source.Length == 0 ? from : from.Length == 0 ? source : $"{source} ({from})");
    }

    // The first discharge that met its limit, else the first charge.
    private static LossBands? Losses(CellRun run)
    {
        StepReport? chosen = null;
        foreach (string type in (ReadOnlySpan<string>)[StepTypes.CurrentDischarge, StepTypes.CurrentCharge, StepTypes.PowerDischarge])
            foreach (StepReport step in run.Result.Steps)
                if (chosen is null && step.Type == type && run.Result.Budget.Count(point => point.Step == step.Step) > 2) chosen = step;
        if (chosen is not { } known) return null;
        BudgetPoint[] points = [.. run.Result.Budget.Where(point => point.Step == known.Step)];
        string[] names = [.. points[0].Parts.Select(part => part.Name).Distinct()];
        double[] Values(string name) => [.. points.Select(point => point.Parts.Where(part => part.Name == name).Sum(part => part.Value))];
        double[] equilibrium = [.. points.Select(point => point.Parts.Where(part => IsEquilibrium(part.Name)).Sum(part => part.Value))];
        return new LossBands(
            $"{known.Text}, cycle {known.Cycle}", [.. points.Select(point => point.Time)], [.. points.Select(point => Math.Abs(point.Charge - points[0].Charge) * run.Design.Area / 3600)], equilibrium,
            [.. points.Select(point => point.Voltage)],
            [.. names.Where(name => !IsEquilibrium(name)).Select(name => new LossPart(name, Values(name))).Where(part => part.Values.Any(value => Math.Abs(value) > Visible))]);
    }

    private static bool IsEquilibrium(string name) => name.EndsWith("equilibrium", StringComparison.Ordinal) || name.EndsWith("surface potential", StringComparison.Ordinal);
}
