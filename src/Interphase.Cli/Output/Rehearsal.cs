using System.Security.Cryptography;
using Interphase.Cells;
using Interphase.Measurements;
using Interphase.Reports;

namespace Interphase.Cli;

/// <summary>
/// Draws the report of a made-up discharge and throws it away, on another thread while the cell is read: what hashes, charts and pages need is loaded then by the time
/// that a run has something to show. Where there is one processor, it would only cost.
/// </summary>
public static class Rehearsal
{
    private const int Rows = 40;

    /// <summary>Begins it; nobody waits for its end.</summary>
    public static void Begin()
    {
        if (Environment.ProcessorCount > 1) new Thread(() => Draw()) { IsBackground = true, Name = nameof(Rehearsal) }.Start();
    }

    /// <summary>The page that nobody reads.</summary>
    public static string Draw()
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData([]));
        var rows = new RunCollector("");
        double[] time = new double[Rows], charge = new double[Rows], voltage = new double[Rows], equilibrium = new double[Rows], loss = new double[Rows];
        for (int i = 0; i < Rows; i++)
        {
            (time[i], charge[i], equilibrium[i], loss[i]) = (i, i / 3600.0, 4 - 0.01 * i - 1e-4 * i * i, -0.1);
            voltage[i] = equilibrium[i] + loss[i];
            rows.OnRow(new SampleRow { Time = time[i], Voltage = voltage[i], Current = -1, NetCharge = -i, NetEnergy = -4 * i, CathodePotential = voltage[i], AnodePotential = 0, Cycle = 1, Step = 1, StepId = 1, StepType = StepTypes.CurrentDischarge }, true);
        }
        rows.Complete();
        var cell = new ReportCell("", rows.Series)
        {
            Cycles = rows.Cycles,
            Area = 1e-4,
            Losses = new LossBands("", time, charge, equilibrium, voltage, [new LossPart("", loss)]),
            Protocol = [""],
            Provenance = [new ProvenanceRow("", "", "", "")],
            Inputs = [new ReportInput("", hash)],
        };
        var report = new Report("", [cell]);
        ReportPicture.Voltage(report);
        ReportPicture.Losses(report);
        return HtmlReport.Render(report);
    }
}
