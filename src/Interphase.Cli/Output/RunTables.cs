using System.Globalization;
using Interphase.Cells;
using Interphase.Descriptions;
using Interphase.Measurements;

namespace Interphase.Cli;

/// <summary>The summary that <c>interphase run</c> prints.</summary>
internal static class RunTables
{
    // Of the first capacity: what a retention may be off.
    private const double Tolerated = 5e-4;

    private const int MostRows = 24, MostLosses = 6;

    public static void Print(CellRun run, Terminal terminal)
    {
        terminal.Heading(run.Design.Name);
        terminal.Line($"{run.Reading.File}   area {Measures.Area.Show(run.Design.Area, 4)}{(run.Design.IsAreaGiven ? "" : " (none given)")}   {Measures.Temperature.Show(run.Design.Temperature, 4)}   {Resolved(run.Simulator.ResolutionFor(run.Protocol))}");
        Cycles(run, terminal);
        Steps(run, terminal);
        Budget(run, terminal);
        Undelivered(run, terminal);
        Resistances(run, terminal);
        Losses(run, terminal);
        Appearances(run, terminal);
        Ledger(run, terminal);
        terminal.Line();
        terminal.Line(Exit(run.End!));
        if (run.End!.Jumped > 0) terminal.Line(Jumps(run.End));
        if (Outgrown(run.End) is { } outgrown) terminal.Line($"warning: {outgrown}");
    }

    /// <summary>How many cycles a run jumped over, and what that may have done.</summary>
    public static string Jumps(RunEnd end) => string.Create(CultureInfo.InvariantCulture, $"{end.Jumped} cycles were jumped over, which may have moved capacities by {100 * end.JumpError:0.###} % of the first");

    /// <summary>That a cell has become one for which its mesh is too coarse; null where it has not, as far as that was looked at.</summary>
    public static string? Outgrown(RunEnd end) => end.AgedError is { } error && Math.Abs(error) > Tolerated
        ? string.Create(CultureInfo.InvariantCulture, $"the cell has outgrown its mesh: with boundaries as they are in the end, one twice as fine gives {100 * Math.Abs(error):0.##} % of the first capacity {(error > 0 ? "more" : "less")}; try --set numerics.refine=2") : null;

    /// <summary>How a run ended, on one line.</summary>
    public static string Exit(RunEnd end) => end.Exit switch
    {
        ExitKind.Completed => $"completed after {Time(end.Time)}",
        ExitKind.LimitAtStart => $"limit at start: {end.Detail}",
        ExitKind.PhysicalStop => $"physical stop in step {end.Step} after {Time(end.Time)}: {end.Detail}",
        ExitKind.Cancelled => $"cancelled in step {end.Step} after {Time(end.Time)}; what was computed until then is kept",
        _ when end.Fault is not null => $"failed: {end.Detail}",
        _ => $"failed: {end.Detail}; please report it with the cell file",
    };

    /// <summary>How finely the cell is resolved, and what that leaves.</summary>
    public static string Resolved(Resolution resolution)
    {
        string Of(string name, CompositeMesh? mesh) => mesh is null ? "" : $"{name} {mesh.Elements} x {mesh.PointsPerElement} points{string.Concat(mesh.Particles.Select(particle => $", {particle.Count} {(particle.Kind == ParticleMeshKind.Modes ? "modes" : "shells")}"))}";
        string[] parts = [.. new[] { Of("cathode", resolution.Mesh.Cathode), Of("anode", resolution.Mesh.Anode) }.Where(text => text.Length > 0)];
        string error = resolution.Error is { } volts ? string.Create(CultureInfo.InvariantCulture, $" (finer: {1e3 * volts:0.00} mV)") : "";
        return parts.Length == 0 ? "" : $"mesh: {string.Join("; ", parts)}{error}";
    }

    private static void Cycles(CellRun run, Terminal terminal)
    {
        IReadOnlyList<CycleRow> cycles = run.Result.Cycles;
        if (cycles.Count == 0) return;
        double perArea = 1 / run.Design.Area;
        double? perMass = run.Loading is { } loading ? 1 / (loading * run.Design.Area) : null;
        terminal.Heading("Cycles");
        string capacity = perMass is null ? "mAh/cm2" : "mAh/g";
        double factor = perMass is { } each ? each : perArea / 10;
        terminal.Table(
            ["cycle", $" charge {capacity}", $" discharge {capacity}", " efficiency", " mean charge V", " mean discharge V", " energy efficiency"],
            Chosen(cycles).Select(cycle => new[]
            {
                cycle.Cycle.ToString(CultureInfo.InvariantCulture), Number(cycle.ChargeCapacity * factor, 4), Number(cycle.DischargeCapacity * factor, 4), Percent(cycle.CoulombicEfficiency),
                Number(cycle.MeanChargeVoltage, 4), Number(cycle.MeanDischargeVoltage, 4), Percent(cycle.EnergyEfficiency),
            }));
        if (cycles.Count > MostRows) terminal.Line($"{MostRows} of {cycles.Count} cycles; all are in {run.CycleFile}");
    }

    private static void Steps(CellRun run, Terminal terminal)
    {
        IReadOnlyList<StepReport> steps = run.Result.Steps;
        if (steps.Count == 0) return;
        terminal.Heading("Steps");
        terminal.Table(
            ["cycle", " step", "what", " lasts", " mAh/cm2", " V at its end", "ends"],
            Chosen(steps).Select(step => new[]
            {
                step.Cycle.ToString(CultureInfo.InvariantCulture), step.Step.ToString(CultureInfo.InvariantCulture), Quoted.Cut(step.Text, 44), step.Kind == StepEnd.Done ? "" : Time(step.End - step.Start),
                step.Kind == StepEnd.Done ? "" : Number(step.Charge / 36000, 4), Number(step.Voltage, 5), Reason(step),
            }));
        if (steps.Count > MostRows) terminal.Line($"{MostRows} of {steps.Count} steps");
    }

    /// <summary>Why a step ended, in a few words.</summary>
    public static string Reason(StepReport step) => step.Kind switch
    {
        StepEnd.Limit => step.Reason,
        StepEnd.LimitAtStart => $"{step.Reason} passed at its start",
        StepEnd.Done => "",
        StepEnd.PhysicalStop => "physical stop",
        StepEnd.Cancelled => "cancelled",
        _ => "failed",
    };

    // The budget half-way through the first discharge and the last: where the volts go.
    private static void Budget(CellRun run, Terminal terminal)
    {
        List<BudgetPoint> columns = [];
        StepReport[] discharges = [.. run.Result.Steps.Where(step => step.Type == StepTypes.CurrentDischarge && step.Kind == StepEnd.Limit)];
        foreach (StepReport step in discharges.Length > 1 ? [discharges[0], discharges[^1]] : discharges)
        {
            double middle = 0.5 * (step.Start + step.End);
            BudgetPoint? point = run.Result.Budget.Where(each => each.Step == step.Step).MinBy(each => Math.Abs(each.Time - middle));
            if (point is not null) columns.Add(point);
        }
        if (columns.Count == 0) return;
        string[] names = [.. columns.SelectMany(point => point.Parts.Select(part => part.Name)).Distinct().Where(name => columns.Exists(point => Math.Abs(Part(point, name)) >= 5e-5))];
        terminal.Heading("Where the volts go");
        terminal.Table(
            ["part", .. columns.Select(point => $" half-way in step {point.Step}, mV")],
            names.Select(name => (string[])[name, .. columns.Select(point => (1e3 * Part(point, name)).ToString("0.0", CultureInfo.InvariantCulture))])
                .Append(["voltage", .. columns.Select(point => (1e3 * point.Voltage).ToString("0.0", CultureInfo.InvariantCulture))]));
    }

    private static double Part(BudgetPoint point, string name) => point.Parts.Where(part => part.Name == name).Sum(part => part.Value);

    // Of a cell that ages, how what stands in the way of a discharge grows.
    private static void Resistances(CellRun run, Terminal terminal)
    {
        IReadOnlyList<ResistancePoint> all = run.Result.Resistances;
        if (run.Result.Losses.Count == 0 || all.Count < 2) return;
        ResistancePoint[] columns = all.Count < 3 ? [all[0], all[^1]] : [all[0], all[all.Count / 2], all[^1]];
        string[] names = [.. columns.SelectMany(point => point.Parts.Select(part => part.Name)).Distinct().Where(name => Array.Exists(columns, point => Math.Abs(Of(point, name)) >= 5e-6))];
        terminal.Heading("What stands in the way half-way through a discharge, ohm cm2");
        terminal.Table(
            ["part", .. columns.Select(point => $" cycle {point.Cycle}")],
            names.Select(name => (string[])[name, .. columns.Select(point => Number(1e4 * Of(point, name), 4))]).Append(["together", .. columns.Select(point => Number(1e4 * point.Parts.Sum(part => part.Value), 4))]));

        static double Of(ResistancePoint point, string name) => point.Parts.Where(part => part.Name == name).Sum(part => part.Value);
    }

    private static void Losses(CellRun run, Terminal terminal)
    {
        IReadOnlyList<CapacityLoss> losses = run.Result.Losses;
        if (losses.Count == 0) return;
        string[] causes = [.. losses.SelectMany(loss => loss.Parts.Select(part => part.Cause)).Distinct()];
        terminal.Heading("Capacity lost since the first cycle, by cause, mAh/cm2");
        terminal.Table(
            ["cause", .. losses.Select(loss => $" cycle {loss.Cycle}")],
            causes.Select(cause => (string[])[cause, .. losses.Select(loss => Number(loss.Parts.Where(part => part.Cause == cause).Sum(part => part.Charge) / 36000, 3))])
                .Append(["together", .. losses.Select(loss => Number((loss.Fresh - loss.Capacity) / 36000, 3))])
                .Append(["not explained", .. losses.Select(loss => Number(loss.Gap / 36000, 2))]));
    }

    private static void Appearances(CellRun run, Terminal terminal)
    {
        if (run.Result.Appearances.Count == 0) return;
        terminal.Heading("Products, when there is first as much as shows");
        terminal.Table(
            ["product", "boundary", " cycle", " after", " V against Li", "where"],
            run.Result.Appearances.Select(each => (string[])
            [
                each.Product, $"{each.Electrode}: {each.Boundary}", each.Cycle.ToString(CultureInfo.InvariantCulture), Time(each.Time), Number(each.Potential, 4),
                string.Create(CultureInfo.InvariantCulture, $"{each.Position:0.00} of the way to the collector"),
            ]));
    }

    private static void Ledger(CellRun run, Terminal terminal)
    {
        if (run.Result.Losses.Count == 0 || run.Result.Ledger is not { } ledger) return;
        terminal.Heading("Where the lithium is, mol/m2");
        var before = ledger.Start.ToDictionary(entry => entry.Name, entry => entry.Amount);
        terminal.Table(
            ["entry", " at the start", " at the end", " change"],
            ledger.End.Select(entry => (string[])[entry.Name, Number(before.GetValueOrDefault(entry.Name), 6), Number(entry.Amount, 6), Number(entry.Amount - before.GetValueOrDefault(entry.Name), 3)]));
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"all of it has changed by {ledger.Error:0.0e0} of itself"));
    }

    private static void Undelivered(CellRun run, Terminal terminal)
    {
        UndeliveredCapacity[] lost = [.. run.Result.Undelivered.Where(each => each.Capacity > 36)];
        if (lost.Length == 0) return;
        terminal.Heading("Capacity not delivered at the limits of voltage");
        terminal.Table(
            ["step", "what", " mAh/cm2", "because of"],
            lost.Take(MostRows / 2).Select(each => (string[])
            [
                each.Step.ToString(CultureInfo.InvariantCulture), Quoted.Cut(each.Text, 40), Number(each.Capacity / 36000, 3) + (each.IsBounded ? " *" : ""),
                string.Join(", ", each.Parts.OrderByDescending(part => Math.Abs(part.Value)).Where(part => Math.Abs(part.Value) >= 0.01 * each.Capacity).Take(MostLosses).Select(part => $"{part.Name} {Number(100 * part.Value / each.Capacity, 3)} %")),
            ]));
        if (Array.Exists(lost, each => each.IsBounded)) terminal.Line("* at rest the cell would be full or empty before it met that voltage");
    }

    // The first and the last of too many.
    private static List<T> Chosen<T>(IReadOnlyList<T> all)
    {
        List<T> chosen = [];
        for (int i = 0; i < all.Count; i++)
            if (all.Count <= MostRows || i < MostRows / 2 || i >= all.Count - MostRows / 2) chosen.Add(all[i]);
        return chosen;
    }

    private static string Number(double? value, int digits) => value is { } number ? Quantity.Significant(number, digits) : "-";

    private static string Percent(double? share) => share is { } known ? $"{(100 * known).ToString("0.00", CultureInfo.InvariantCulture)} %" : "-";

    private static string Time(double seconds) => seconds < 120 ? $"{Quantity.Significant(seconds, 4)} s" : seconds < 7200 ? $"{Quantity.Significant(seconds / 60, 4)} min" : $"{Quantity.Significant(seconds / 3600, 4)} h";
}
