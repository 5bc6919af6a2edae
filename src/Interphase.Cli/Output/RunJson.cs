using System.Text.Json.Nodes;
using Interphase.Cells;
using Interphase.Descriptions;
using Interphase.Measurements;

namespace Interphase.Cli;

/// <summary>The document of <c>interphase run --json</c>.</summary>
internal static class RunJson
{
    /// <summary>The units of what a result tells.</summary>
    public static IReadOnlyList<(string Of, string Unit)> Units { get; } =
    [
        ("time", "s"), ("capacity", "mAh/cm2"), ("specificCapacity", "mAh/g"), ("voltage", "V"), ("energy", "mWh/cm2"), ("current", "mA/cm2"), ("resistance", "ohm cm2"), ("ledger", "mol/m2"),
    ];

    public static JsonNode Of(CellRun run)
    {
        RunEnd end = run.End!;
        var document = new JsonObject
        {
            ["file"] = run.Reading.File,
            ["name"] = run.Design.Name,
            ["exit"] = Name(end.Exit),
            ["time"] = JsonText.Finite(end.Time),
        };
        if (run.Simulator.Jump > 0) document["jumps"] = new JsonObject { ["cycles"] = end.Jumped, ["tolerance"] = run.Simulator.Jump, ["estimatedError"] = end.JumpError };
        if (end.AgedError is { } aged) document["agedError"] = JsonText.Finite(aged);
        if (end.Exit != ExitKind.Completed) document["stop"] = new JsonObject { ["variable"] = end.Variable, ["place"] = end.Place, ["value"] = end.Value is { } value ? JsonText.Finite(value) : null, ["time"] = JsonText.Finite(end.Time), ["step"] = end.Step, ["detail"] = end.Detail };
        document["units"] = new JsonObject(Units.Select(each => KeyValuePair.Create(each.Of, (JsonNode?)each.Unit)));
        document["area"] = JsonText.Scalar(run.Design.Area, Measures.Area);
        document["cycles"] = new JsonArray([.. run.Result.Cycles.Select(cycle => (JsonNode)Cycle(run, cycle))]);
        document["steps"] = new JsonArray([.. run.Result.Steps.Where(step => Tells(run, step.Cycle)).Select(step => (JsonNode)Step(step))]);
        document["budget"] = new JsonArray([.. run.Result.Budget.Select(each => (JsonNode)Budget(each))]);
        document["undelivered"] = new JsonArray([.. run.Result.Undelivered.Where(each => Tells(run, each.Cycle)).Select(each => (JsonNode)Undelivered(each))]);
        document["ledger"] = run.Result.Ledger is { } ledger ? Ledger(ledger) : null;
        document["resistance"] = new JsonArray([.. run.Result.Resistances.Select(each => (JsonNode)Resistance(each))]);
        document["appearances"] = new JsonArray([.. run.Result.Appearances.Select(each => (JsonNode)Appearance(each))]);
        document["capacityLoss"] = new JsonArray([.. run.Result.Losses.Select(each => (JsonNode)Loss(each))]);
        document["files"] = new JsonObject
        {
            ["series"] = run.Series,
            ["cycles"] = run.CycleFile,
            ["profiles"] = run.ProfileFile,
            ["impedance"] = new JsonArray([.. run.SpectrumFiles.Select(file => (JsonNode)file)]),
            ["pictures"] = new JsonArray([.. run.Pictures.Select(file => (JsonNode)file)]),
            ["report"] = run.Report,
            ["result"] = run.ResultFile,
        };
        document["remarks"] = new JsonArray([.. run.Design.Remarks.Select(remark => JsonText.Of(remark))]);
        document["provenance"] = RunProvenance.Json(run);
        document["problems"] = JsonText.Problems(run.Problems);
        return document;
    }

    /// <summary>A document of a run that did not begin.</summary>
    public static JsonNode Of(string file, Problems problems) => new JsonObject { ["file"] = file, ["problems"] = JsonText.Problems(problems) };

    // Of a long run the steps of those cycles whose rows are kept, and of the last one.
    private static bool Tells(CellRun run, int cycle) => run.Result.Cycles.Count <= RunOptions.AllKept || run.Result.KeptCycles.Contains(cycle) || cycle == run.Result.Cycles[^1].Cycle;

    private static JsonObject Cycle(CellRun run, CycleRow cycle)
    {
        double perArea = 0.1 / run.Design.Area;
        var json = new JsonObject
        {
            ["cycle"] = cycle.Cycle,
            ["chargeCapacity"] = JsonText.Finite(cycle.ChargeCapacity * perArea),
            ["dischargeCapacity"] = JsonText.Finite(cycle.DischargeCapacity * perArea),
            ["coulombicEfficiency"] = JsonText.Finite(cycle.CoulombicEfficiency),
            ["meanVoltage"] = JsonText.Finite(cycle.MeanDischargeVoltage),
            ["meanChargeVoltage"] = JsonText.Finite(cycle.MeanChargeVoltage),
            ["chargeEnergy"] = JsonText.Finite(cycle.ChargeEnergy * perArea),
            ["dischargeEnergy"] = JsonText.Finite(cycle.DischargeEnergy * perArea),
            ["energyEfficiency"] = JsonText.Finite(cycle.EnergyEfficiency),
            ["start"] = JsonText.Finite(cycle.Start),
            ["end"] = JsonText.Finite(cycle.End),
        };
        if (run.Loading is not { } loading) return json;
        json["specificChargeCapacity"] = JsonText.Finite(cycle.ChargeCapacity / (loading * run.Design.Area));
        json["specificDischargeCapacity"] = JsonText.Finite(cycle.DischargeCapacity / (loading * run.Design.Area));
        return json;
    }

    private static JsonObject Step(StepReport step) => new JsonObject
    {
        ["cycle"] = step.Cycle,
        ["step"] = step.Step,
        ["line"] = step.Line,
        ["text"] = step.Text,
        ["type"] = step.Type,
        ["start"] = JsonText.Finite(step.Start),
        ["end"] = JsonText.Finite(step.End),
        ["kind"] = char.ToLowerInvariant(step.Kind.ToString()[0]) + step.Kind.ToString()[1..],
        ["reason"] = step.Reason.Length > 0 ? step.Reason : RunTables.Reason(step),
        ["capacity"] = JsonText.Finite(step.Charge / 36000),
        ["energy"] = JsonText.Finite(step.Energy / 36000),
        ["voltage"] = JsonText.Finite(step.Voltage),
        ["current"] = JsonText.Finite(step.Current / 10),
    };

    private static JsonObject Budget(BudgetPoint point) => new JsonObject
    {
        ["time"] = JsonText.Finite(point.Time),
        ["cycle"] = point.Cycle,
        ["step"] = point.Step,
        ["parts"] = Parts(point.Parts, 1),
        ["sum"] = JsonText.Finite(point.Sum),
        ["voltage"] = JsonText.Finite(point.Voltage),
    };

    private static JsonObject Undelivered(UndeliveredCapacity each) => new JsonObject
    {
        ["cycle"] = each.Cycle,
        ["step"] = each.Step,
        ["capacity"] = JsonText.Finite(each.Capacity / 36000),
        ["parts"] = Parts(each.Parts, 1.0 / 36000),
        ["bounded"] = each.IsBounded,
    };

    private static JsonObject Ledger(LithiumLedger ledger)
    {
        static JsonObject Entries(IEnumerable<LedgerEntry> entries)
        {
            var json = new JsonObject();
            foreach (LedgerEntry entry in entries) json[entry.Name] = JsonText.Finite(entry.Amount);
            return json;
        }

        return new JsonObject { ["entries"] = Entries(ledger.End), ["start"] = Entries(ledger.Start), ["error"] = JsonText.Finite(ledger.Error) };
    }

    private static JsonObject Resistance(ResistancePoint each) => new JsonObject
    {
        ["cycle"] = each.Cycle,
        ["time"] = JsonText.Finite(each.Time),
        ["current"] = JsonText.Finite(each.Current / 10),
        ["entries"] = Parts(each.Parts, 1e4),
        ["sum"] = JsonText.Finite(1e4 * each.Parts.Sum(part => part.Value)),
    };

    private static JsonObject Appearance(ProductAppearance each) => new JsonObject
    {
        ["product"] = each.Product,
        ["electrode"] = each.Electrode,
        ["boundary"] = each.Boundary,
        ["time"] = JsonText.Finite(each.Time),
        ["cycle"] = each.Cycle,
        ["x"] = JsonText.Finite(each.Position),
        ["potential"] = JsonText.Finite(each.Potential),
    };

    private static JsonObject Loss(CapacityLoss each)
    {
        var entries = new JsonObject();
        foreach (CapacityPart part in each.Parts) entries[part.Cause] = JsonText.Finite(part.Charge / 36000);
        return new JsonObject
        {
            ["cycle"] = each.Cycle,
            ["capacity"] = JsonText.Finite(each.Capacity / 36000),
            ["fresh"] = JsonText.Finite(each.Fresh / 36000),
            ["entries"] = entries,
            ["gap"] = JsonText.Finite(each.Gap / 36000),
        };
    }

    private static JsonObject Parts(IEnumerable<VoltagePart> parts, double factor)
    {
        var json = new JsonObject();
        foreach (IGrouping<string, VoltagePart> part in parts.GroupBy(part => part.Name)) json[part.Key] = JsonText.Finite(factor * part.Sum(each => each.Value));
        return json;
    }

    private static string Name(ExitKind exit) => exit switch
    {
        ExitKind.Completed => "completed",
        ExitKind.PhysicalStop => "physicalStop",
        ExitKind.LimitAtStart => "limitAtStart",
        ExitKind.Cancelled => "cancelled",
        _ => "failed",
    };
}
