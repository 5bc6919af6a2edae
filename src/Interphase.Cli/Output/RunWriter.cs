using Interphase.Cells;
using Interphase.Measurements;

namespace Interphase.Cli;

/// <summary>Writes the time series of a run while it goes on, keeps what tables and report need, and tells the progress.</summary>
internal sealed class RunWriter(RunCollector collector, TimeSeriesWriter series, Action<int, double> progress) : RunObserver
{
    public override void OnRow(in SampleRow row, bool isKept)
    {
        collector.OnRow(row, isKept);
        if (isKept) series.Write(row);
        else series.Skip(row);
        progress(row.Step, row.Time);
    }

    public override void OnStep(in StepReport step) => collector.OnStep(step);

    public override void OnBudget(BudgetPoint point) => collector.OnBudget(point);

    public override void OnUndelivered(UndeliveredCapacity undelivered) => collector.OnUndelivered(undelivered);

    public override void OnSpectrum(Spectrum spectrum, SpectrumParts parts) => collector.OnSpectrum(spectrum, parts);
}
