using System.Diagnostics;
using Interphase.Cells;
using Interphase.Measurements;

namespace Interphase.Bench;

/// <summary>Cells under current: what is timed, and the error that the timed work makes.</summary>
internal sealed class CellWork
{
    private const string Folder = "examples/reference/";
    private const string Collapsing = "cathode.active.diffusivity={ formula: \"5e-15*10^(-3.65/(1 + exp(-(y - 0.827)/0.03)))\", of: y, unit: m2/s, range: [0, 1] }";

    private static readonly RunOptions Bare = new() { Budget = false, SpectrumParts = false, Every = 1e12 };
    private readonly CellSimulator _cell, _collapsing;
    private readonly Protocol _discharge;

    private readonly Resolution _resolution;

    public CellWork()
    {
        ((_cell, _discharge), (_collapsing, _)) = (Read("assb-1C"), Read("assb-1C", Collapsing));
        _resolution = _cell.ResolutionFor(_discharge);
    }

    /// <summary>A discharge at 1C to 3.5 V.</summary>
    public void Discharge() => Completed(_cell.Run(_discharge, new Nothing(), Bare));

    /// <summary>The same with a diffusivity that collapses near full lithiation.</summary>
    public void CollapsingDischarge() => Completed(_collapsing.Run(_discharge, new Nothing(), Bare));

    /// <summary>Discharges of cells that differ in diffusivity, exchange current and thickness, on so many threads, at the resolution that was found for the cell amid them.</summary>
    public void ManyDischarges(int count, int threads) => Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
    {
        var cathode = (CompositeCoefficients)_cell.Coefficients.Cathode;
        double Vary(int seed) => 0.7 + 0.6 * ((i + 1) * (0.6180339887498949 + 0.1 * seed) % 1);
        CellCoefficients varied = _cell.Coefficients with
        {
            Cathode = cathode with
            {
                Thickness = cathode.Thickness * Vary(0),
                Active = cathode.Active! with
                {
                    Diffusivity = cathode.Active.Diffusivity.Scaled(Vary(1)),
                    ExchangeCurrent = cathode.Active.ExchangeCurrent with { Smooth = cathode.Active.ExchangeCurrent.Smooth.Scaled(Vary(2)) },
                },
            },
        };
        Completed(CellSimulator.Of(varied).At(_resolution).Run(_discharge, new Nothing(), Bare));
    });

    /// <summary>Cycles of a discharge, a charge and a hold, as many as asked for; and by how many bytes memory grew in the second half of them.</summary>
    public static (double Seconds, double BytesPerCycle) Cycles(int count)
    {
        (CellSimulator cell, _) = Read("assb-ends");
        CellReading reading = CellReader.Read($"{Folder}assb-ends.yaml");
        Protocol protocol = ProtocolReader.FromSentences([string.Join("; ", "discharge at 1C until 2.8 V", "charge at 0.5C until 4.25 V", "hold 4.25 V until C/20")], reading.Design!, [])!;
        var repeated = new Protocol([new ProtocolRepeat(protocol.Items[0].Place, count, protocol.Items)]);
        var observer = new Memory(count);
        var watch = Stopwatch.StartNew();
        Completed(cell.Run(repeated, observer, Bare));
        return (watch.Elapsed.TotalSeconds, observer.BytesPerCycle);
    }

    /// <summary>Largest error of the default discharge against a refined one from 5 s on, and of its end, V and s.</summary>
    public (double Voltage, double End) Error()
    {
        (CellSimulator refined, _) = Read("assb-1C", "numerics.refine=6");
        (Recording coarse, double end) = Series(_cell);
        (Recording fine, double exact) = Series(refined);
        double largest = 0;
        int at = 0;
        for (int i = 0; i < coarse.Rows; i++)
        {
            double time = coarse[Columns.TestTime][i];
            if (time < 5 || time > exact - 5) continue;
            while (at + 2 < fine.Rows && fine[Columns.TestTime][at + 1] < time) at++;
            double share = (time - fine[Columns.TestTime][at]) / (fine[Columns.TestTime][at + 1] - fine[Columns.TestTime][at]);
            double voltage = fine[Columns.Voltage][at] + share * (fine[Columns.Voltage][at + 1] - fine[Columns.Voltage][at]);
            largest = Math.Max(largest, Math.Abs(coarse[Columns.Voltage][i] - voltage));
        }
        return (largest, end - exact);
    }

    /// <summary>A discharge with the mesh and tolerance of a refinement.</summary>
    public static Action Refined(int refine)
    {
        (CellSimulator cell, Protocol protocol) = Read("assb-1C", $"numerics.refine={refine}");
        return () => Completed(cell.Run(protocol, new Nothing(), Bare));
    }

    /// <summary>A spectrum of 70 frequencies at the start, the cell made anew for it.</summary>
    public static Action Spectrum()
    {
        (CellSimulator cell, _) = Read("assb-impedance-y0.27");
        CellReading reading = CellReader.Read($"{Folder}assb-impedance-y0.27.yaml");
        Protocol protocol = ProtocolReader.FromSentences(["impedance 1 MHz to 0.125892541 Hz, 10 mV, 10 per decade"], reading.Design!, [])!;
        return () => Completed(cell.Run(protocol, new Nothing(), Bare));
    }

    private (Recording Series, double End) Series(CellSimulator cell)
    {
        var collector = new RunCollector("run");
        Completed(cell.Run(_discharge, collector, new RunOptions { Budget = false, Straightness = 1e-6 }));
        return (collector.Series, collector.Steps[0].End);
    }

    private static (CellSimulator Cell, Protocol Protocol) Read(string name, params string[] overrides)
    {
        CellReading reading = CellReader.Read($"{Folder}{name}.yaml", overrides);
        return (CellSimulator.Prepare(reading, []) ?? throw new InvalidOperationException(string.Join("; ", reading.Problems)), reading.Protocol!);
    }

    private static void Completed(RunEnd end)
    {
        if (end.Exit != ExitKind.Completed) throw new InvalidOperationException(end.Detail);
    }

    private sealed class Nothing : RunObserver;

    private sealed class Memory(int count) : RunObserver
    {
        private readonly CycleTally _tally = new();
        private double _middle, _last;

        public double BytesPerCycle => (_last - _middle) / (count - count / 2);

        public override void OnRow(in SampleRow row, bool isKept) => _tally.Add(row);

        public override void OnStep(in StepReport step)
        {
            if (step.Type != StepTypes.VoltageCharge) return;
            if (step.Cycle == count / 2) _middle = GC.GetTotalMemory(true);
            if (step.Cycle == count) _last = GC.GetTotalMemory(true);
        }
    }
}
