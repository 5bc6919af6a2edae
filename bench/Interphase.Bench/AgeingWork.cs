using System.Collections.Immutable;
using System.Diagnostics;
using Interphase.Cells;
using Interphase.Descriptions;
using Interphase.Measurements;

namespace Interphase.Bench;

/// <summary>A cell that ages by every mechanism that its materials can have: what a thousand cycles take, and what is asked of them afterwards.</summary>
internal sealed class AgeingWork
{
    private const string File = "bench/Interphase.Bench/ageing.yaml";
    private static readonly string[] s_without = ["cathode.oxidation=null", "cathode.contact=null", "cathode.cracks=null", "cathode.electrolyteCracks=null", "cathode.latticeOxygen=null", "cathode.surfaceState=null"];
    private static readonly string[] s_once = ["protocol=charge at C/2 until upper cut-off; discharge at C/2 until lower cut-off"];
    private readonly CellReading _reading;
    private readonly CellSimulator _cell;
    private readonly Resolution _resolution;

    public AgeingWork()
    {
        (_reading, _cell) = Read();
        _resolution = _cell.ResolutionFor(_reading.Protocol!);
    }

    /// <summary>All cycles of the file on one thread, without losses by cause; and what the last kept of the first.</summary>
    public (double Seconds, double Retention) Cycles(string? jump = null)
    {
        (CellReading reading, CellSimulator cell) = jump is null ? (_reading, _cell) : Read($"numerics.jump={jump}");
        var cycles = new Table();
        var watch = Stopwatch.StartNew();
        Completed(cell.At(_resolution).Run(reading.Protocol!, cycles, new RunOptions { Attribution = false }));
        double seconds = watch.Elapsed.TotalSeconds;
        cycles.Tally.Complete();
        return (seconds, cycles.Tally.Rows[^1].DischargeCapacity / cycles.Tally.Rows[0].DischargeCapacity);
    }

    /// <summary>A charge and a discharge with the mechanisms at the mesh that the run without them has, and without.</summary>
    public static (Action With, Action Without) Overhead()
    {
        ((CellReading aging, CellSimulator with), (CellReading still, CellSimulator without)) = (Read(s_once), Read([.. s_without, .. s_once]));
        Resolution resolution = with.ResolutionFor(aging.Protocol!);
        return (() => Run(with.At(resolution), aging), () => Run(without.At(resolution), still));

        static void Run(CellSimulator cell, CellReading reading) => Completed(cell.Run(reading.Protocol!, new Table(), new RunOptions { Attribution = false, Budget = false, Every = 1e12 }));
    }

    /// <summary>What 20 cycles lost, by cause, beside the run itself.</summary>
    public double Losses(int threads)
    {
        ImmutableArray<int> chosen = [.. Enumerable.Range(1, 20).Select(i => 50 * i)];
        var watch = Stopwatch.StartNew();
        var table = new Table();
        Completed(_cell.At(_resolution).Run(_reading.Protocol!, table, new RunOptions { Attribution = true, Cycles = chosen, Threads = threads }));
        return table.Losses == chosen.Length ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"{table.Losses} losses by cause");
    }

    /// <summary>Retention at cycle 500 with its derivatives by 20 inputs.</summary>
    public double Sensitivities(int threads)
    {
        var watch = Stopwatch.StartNew();
        InputEffects effects = InputEffects.Find(_reading, [], _cell.At(_resolution), _reading.Protocol!, 500, null, threads);
        return effects.Effects.Count == InputEffects.Most ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"{effects.Effects.Count} effects");
    }

    private static (CellReading Reading, CellSimulator Cell) Read(params string[] overrides)
    {
        CellReading reading = CellReader.Read(File, overrides);
        var problems = new Problems();
        return (reading, reading.Problems.Count == 0 && CellSimulator.Prepare(reading, problems) is { } cell ? cell : throw new InvalidOperationException(string.Join("; ", reading.Problems.Concat(problems))));
    }

    private static void Completed(RunEnd end)
    {
        if (end.Exit != ExitKind.Completed) throw new InvalidOperationException(end.Detail);
    }

    private sealed class Table : RunObserver
    {
        public CycleTally Tally { get; } = new();

        public int Losses { get; private set; }

        public override void OnRow(in SampleRow row, bool isKept) => Tally.Add(row);

        public override void OnLoss(CapacityLoss loss) => Losses++;
    }
}
