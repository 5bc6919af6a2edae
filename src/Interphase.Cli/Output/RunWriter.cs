using Interphase.Cells;
using Interphase.Measurements;

namespace Interphase.Cli;

/// <summary>Writes the time series of a run and its table of cycles while it goes on, keeps what tables and report need, and tells the progress.</summary>
internal sealed class RunWriter(RunCollector collector, TimeSeriesWriter series, CycleTableWriter cycles, Action<int, double> progress) : RunObserver
{
    // The report holds every row in memory.
    private const int MostRows = 5_000_000, MostSpectra = 10_000;

    private int rows;

    public override void OnRow(in SampleRow row, bool isKept)
    {
        collector.OnRow(row, isKept);
        cycles.Take(collector.Cycles);
        if (isKept && ++rows > MostRows) throw new TooManyRowsException($"more than {MostRows / 1_000_000} million rows by {row.Time:0.######} s", "choose cycles with --cycles, or a longer time with --every");
        if (isKept) series.Write(row);
        else series.Skip(row);
        progress(row.Step, row.Time);
    }

    public override void OnStep(in StepReport step) => collector.OnStep(step);

    public override void OnBudget(BudgetPoint point) => collector.OnBudget(point);

    public override void OnResistance(ResistancePoint resistance) => collector.OnResistance(resistance);

    public override void OnAppearance(ProductAppearance appearance) => collector.OnAppearance(appearance);

    public override void OnLedger(LithiumLedger ledger) => collector.OnLedger(ledger);

    public override void OnLoss(CapacityLoss loss) => collector.OnLoss(loss);

    public override void OnProfile(ContentProfile profile) => collector.OnProfile(profile);

    public override void OnUndelivered(UndeliveredCapacity undelivered) => collector.OnUndelivered(undelivered);

    public override void OnSpectrum(Spectrum spectrum, SpectrumParts parts)
    {
        if (collector.Spectra.Count >= MostSpectra) throw new TooManyRowsException($"more than {MostSpectra} spectra by {spectrum.At.Time:0.######} s", "take them at longer intervals, or in every 50 cycles");
        collector.OnSpectrum(spectrum, parts);
    }
}
