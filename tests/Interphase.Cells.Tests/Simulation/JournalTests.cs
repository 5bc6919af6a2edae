using Interphase.Measurements;

namespace Interphase.Cells.Tests;

/// <summary>A run that is ended anywhere goes on to the same bits.</summary>
public sealed class JournalTests
{
    private static readonly Lazy<string> Print = new("a cell");

    private static CellCoefficients Cell { get; } = AgeingCell.With(
        AgeingCell.Oxidation with { FilmElectrons = 1e-12, FilmIons = 2e-8, SupplyExponent = 3.7, LineArea = 1e5, SulfurLimit = 2e5, PolysulfideLimit = 1e6 }, 2e6) is var cell
        ? cell with { Cathode = (CompositeCoefficients)cell.Cathode with { Redox = new RedoxCoefficients(2.45, 20, 5e-5, 0.5, false, double.NaN), InitialContent = 0.95, Boundaries = [new ContactCoefficients(HalfCell.Tabulate("1 + 0.03*(y - 1)"), 0.95, 2.5e-6, 5e-9, 15.7e9, 19e6, 380e6, 50e6, 0.5, 0.2), .. ((CompositeCoefficients)cell.Cathode).Boundaries] } }
        : cell;

    // Two repetitions, one within the other, a change of pressure and of temperature, and a spectrum.
    private static Protocol Steps
    {
        get
        {
            ProtocolRepeat inner = AgeingCell.Cycles(2, 15).Items.OfType<ProtocolRepeat>().Single();
            ProtocolStep Do(Control control) => new(new Descriptions.Place("x", 2, 1), "a change", control, []);
            return new Protocol([Do(new PressureControl(40e6)), new ProtocolRepeat(new Descriptions.Place("x", 1, 1), 2, [Do(new TemperatureControl(303)), inner, Do(new ImpedanceControl(1e4, 1, 2, 0.01))])]);
        }
    }

    [Fact]
    public void A_run_that_is_ended_anywhere_goes_on_to_the_same_bits()
    {
        using var scratch = new Scratch();
        CellSimulator simulator = CellSimulator.Of(Cell, pressure: 50e6);
        Resolution resolution = simulator.ResolutionFor(Steps);
        simulator = simulator.At(resolution);
        RunOptions options = new() { Profiles = true, Cycles = [1, 3, 4] };
        var whole = new RunCollector("a cell");
        simulator.Run(Steps, whole, options);
        whole.Complete();
        string path = Path.Combine(scratch.Folder, "run.journal");
        var random = new Random(20261125);
        for (int trial = 0; trial < 12; trial++)
        {
            RunCollector? told = null;
            for (int part = 0; told is null; part++)
            {
                var collector = new RunCollector("a cell");
                RunJournal journal = part == 0 || !File.Exists(path) ? RunJournal.Begin(path, Print, TimeSpan.Zero) : RunJournal.Resume(path, Print, TimeSpan.Zero, out string? fault).ShouldNotBeNull(fault);
                try
                {
                    // Every part comes further than the one before.
                    simulator.Run(Steps, new Ender(collector, random.Next(part * 60, 80 + part * 120)), options, journal);
                    journal.Complete();
                    told = collector;
                }
                catch (OperationCanceledException)
                {
                    journal.Dispose();
                }
            }
            told.Complete();
            Same(told, whole);
            File.Exists(path).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_journal_that_was_cut_off_goes_on_from_its_last_whole_place_and_one_of_another_run_is_refused()
    {
        using var scratch = new Scratch();
        CellSimulator simulator = CellSimulator.Of(Cell, pressure: 50e6);
        simulator = simulator.At(simulator.ResolutionFor(Steps));
        string path = Path.Combine(scratch.Folder, "run.journal");
        using (RunJournal journal = RunJournal.Begin(path, Print, TimeSpan.Zero))
            Should.Throw<OperationCanceledException>(() => simulator.Run(Steps, new Ender(new RunCollector("a cell"), 400), null, journal));
        byte[] bytes = File.ReadAllBytes(path);
        var whole = new RunCollector("a cell");
        simulator.Run(Steps, whole);
        whole.Complete();
        var random = new Random(20261125);
        for (int trial = 0; trial < 6; trial++)
        {
            File.WriteAllBytes(path, bytes[..random.Next(bytes.Length / 2, bytes.Length)]);
            var told = new RunCollector("a cell");
            using RunJournal journal = RunJournal.Resume(path, Print, TimeSpan.Zero, out _).ShouldNotBeNull();
            simulator.Run(Steps, told, null, journal);
            told.Complete();
            Same(told, whole);
        }
        File.WriteAllBytes(path, bytes);
        RunJournal.Resume(path, new Lazy<string>("another"), TimeSpan.Zero, out string? fault).ShouldBeNull();
        fault.ShouldNotBeNull().ShouldContain("another run");
        for (int trial = 0; trial < 300; trial++)
        {
            byte[] damaged = [.. bytes];
            for (int i = 0; i < 3; i++) damaged[random.Next(Math.Min(damaged.Length, trial < 150 ? 200 : damaged.Length))] = (byte)random.Next(256);
            File.WriteAllBytes(path, damaged);
            RunJournal.Resume(path, Print, TimeSpan.Zero, out fault)?.Dispose();
        }
    }

    [Fact]
    public void A_change_of_conditions_and_a_spectrum_take_no_time()
    {
        var told = new RunCollector("a cell");
        CellSimulator.Of(Cell, pressure: 50e6).Run(Steps, told);
        told.Steps.Where(step => step.Kind == StepEnd.Done).Count().ShouldBe(5);
        foreach (StepReport step in told.Steps.Where(step => step.Kind == StepEnd.Done)) step.End.ShouldBe(step.Start);
        ReadOnlySpan<double> times = told.Series[Columns.TestTime];
        for (int i = 1; i < times.Length; i++) times[i].ShouldBeGreaterThanOrEqualTo(times[i - 1]);
    }

    private static void Same(RunCollector told, RunCollector whole)
    {
        told.Cycles.ShouldBe(whole.Cycles);
        told.Steps.ShouldBe(whole.Steps);
        told.Appearances.ShouldBe(whole.Appearances);
        told.Series.Rows.ShouldBe(whole.Series.Rows);
        foreach (Column column in (Column[])[Columns.TestTime, Columns.Voltage, Columns.Current, Columns.NetCapacity, Columns.CycleDischargingCapacity, Columns.CathodePotential])
            told.Series[column].ToArray().ShouldBe(whole.Series[column].ToArray());
        told.Budget.Count.ShouldBe(whole.Budget.Count);
        for (int i = 0; i < told.Budget.Count; i++) told.Budget[i].Parts.ShouldBe(whole.Budget[i].Parts);
        told.Resistances.Count.ShouldBe(whole.Resistances.Count);
        for (int i = 0; i < told.Resistances.Count; i++) told.Resistances[i].Parts.ShouldBe(whole.Resistances[i].Parts);
        told.Profiles.Count.ShouldBe(whole.Profiles.Count);
        for (int i = 0; i < told.Profiles.Count; i++) told.Profiles[i].Contents.ShouldBe(whole.Profiles[i].Contents);
        told.Spectra.Count.ShouldBe(whole.Spectra.Count);
        for (int i = 0; i < told.Spectra.Count; i++) told.Spectra[i].Real.ToArray().ShouldBe(whole.Spectra[i].Real.ToArray());
        told.Ledger!.End.ShouldBe(whole.Ledger!.End);
        told.Losses.Count.ShouldBe(whole.Losses.Count);
        for (int i = 0; i < told.Losses.Count; i++) told.Losses[i].Parts.ShouldBe(whole.Losses[i].Parts);
    }

    // Ends a run at some row, as if the machine had been switched off.
    private sealed class Ender(RunCollector collector, int last) : RunObserver
    {
        private int _rows;

        public override void OnRow(in SampleRow row, bool isKept)
        {
            collector.OnRow(row, isKept);
            if (++_rows > last) throw new OperationCanceledException();
        }

        public override void OnStep(in StepReport step) => collector.OnStep(step);

        public override void OnBudget(BudgetPoint point) => collector.OnBudget(point);

        public override void OnProfile(ContentProfile profile) => collector.OnProfile(profile);

        public override void OnUndelivered(UndeliveredCapacity undelivered) => collector.OnUndelivered(undelivered);

        public override void OnResistance(ResistancePoint resistance) => collector.OnResistance(resistance);

        public override void OnAppearance(ProductAppearance appearance) => collector.OnAppearance(appearance);

        public override void OnLedger(LithiumLedger ledger) => collector.OnLedger(ledger);

        public override void OnLoss(CapacityLoss loss) => collector.OnLoss(loss);

        public override void OnSpectrum(Spectrum spectrum, SpectrumParts parts) => collector.OnSpectrum(spectrum, parts);
    }
}
