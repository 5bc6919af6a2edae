using System.Collections.Immutable;
using Interphase.Measurements;

namespace Interphase.Cells;

/// <summary>Keeps what a run gives: the rows of kept cycles as a recording, every cycle in numbers, steps, budget and spectra.</summary>
/// <param name="name">What the run is called, such as the cell's name.</param>
public sealed class RunCollector(string name) : RunObserver
{
    private static readonly ImmutableArray<Column> Kept =
    [
        Columns.TestTime, Columns.Voltage, Columns.Current, Columns.CycleCount, Columns.StepCount, Columns.StepId, Columns.StepType, Columns.StepTime, Columns.NetCapacity, Columns.StepCumulativeCapacity,
        Columns.CycleChargingCapacity, Columns.CycleDischargingCapacity, Columns.NetEnergy, Columns.CathodePotential, Columns.AnodePotential, Columns.CathodeLithiumContent,
        Columns.AnodeLithiumContent, Columns.SurfaceTemperature, Columns.AmbientTemperature, Columns.AppliedPressure,
    ];

    private readonly RecordingBuilder _rows = new(Kept);
    private readonly CycleTally _cycles = new();
    private readonly HashSet<long> _kept = [];
    private readonly List<StepReport> _steps = [];
    private readonly List<BudgetPoint> _budget = [];
    private readonly List<UndeliveredCapacity> _undelivered = [];
    private readonly List<ContentProfile> _profiles = [];
    private readonly List<ResistancePoint> _resistances = [];
    private readonly List<ProductAppearance> _appearances = [];
    private readonly List<CapacityLoss> _losses = [];
    private readonly List<Spectrum> _spectra = [];
    private readonly List<SpectrumParts> _parts = [];

    /// <summary>The rows kept.</summary>
    public Recording Series => _rows.Build(name, "simulated");

    /// <summary>Cycles in numbers, all of them; after <see cref="Complete"/>.</summary>
    public IReadOnlyList<CycleRow> Cycles => _cycles.Rows;

    /// <summary>The cycles whose rows are kept.</summary>
    public IReadOnlySet<long> KeptCycles => _kept;

    /// <summary>The steps as carried out.</summary>
    public IReadOnlyList<StepReport> Steps => _steps;

    /// <summary>The loss budget.</summary>
    public IReadOnlyList<BudgetPoint> Budget => _budget;

    /// <summary>What steps left undelivered at their limits of voltage.</summary>
    public IReadOnlyList<UndeliveredCapacity> Undelivered => _undelivered;

    /// <summary>What stood in the way of every cycle's discharge.</summary>
    public IReadOnlyList<ResistancePoint> Resistances => _resistances;

    /// <summary>Products as they appeared.</summary>
    public IReadOnlyList<ProductAppearance> Appearances => _appearances;

    /// <summary>What chosen cycles lost, by cause.</summary>
    public IReadOnlyList<CapacityLoss> Losses => _losses;

    /// <summary>Where the lithium is; null before a run has ended.</summary>
    public LithiumLedger? Ledger { get; private set; }

    /// <summary>Profiles at the ends of steps, where they were wanted.</summary>
    public IReadOnlyList<ContentProfile> Profiles => _profiles;

    /// <summary>The spectra taken.</summary>
    public IReadOnlyList<Spectrum> Spectra => _spectra;

    /// <summary>Where each of them comes from.</summary>
    public IReadOnlyList<SpectrumParts> SpectrumParts => _parts;

    /// <summary>Closes the last cycle once a run has ended.</summary>
    public void Complete() => _cycles.Complete();

    /// <inheritdoc/>
    public override void OnRow(in SampleRow row, bool isKept)
    {
        _cycles.Add(row);
        if (!isKept)
        {
            _rows.Skip(row);
            return;
        }
        _rows.Add(row);
        _kept.Add(row.Cycle);
    }

    /// <inheritdoc/>
    public override void OnStep(in StepReport step) => _steps.Add(step);

    /// <inheritdoc/>
    public override void OnBudget(BudgetPoint point) => _budget.Add(point);

    /// <inheritdoc/>
    public override void OnUndelivered(UndeliveredCapacity undelivered) => _undelivered.Add(undelivered);

    /// <inheritdoc/>
    public override void OnResistance(ResistancePoint resistance) => _resistances.Add(resistance);

    /// <inheritdoc/>
    public override void OnAppearance(ProductAppearance appearance) => _appearances.Add(appearance);

    /// <inheritdoc/>
    public override void OnLedger(LithiumLedger ledger) => Ledger = ledger;

    /// <inheritdoc/>
    public override void OnLoss(CapacityLoss loss) => _losses.Add(loss);

    /// <inheritdoc/>
    public override void OnProfile(ContentProfile profile) => _profiles.Add(profile);

    /// <inheritdoc/>
    public override void OnSpectrum(Spectrum spectrum, SpectrumParts parts)
    {
        _spectra.Add(spectrum);
        _parts.Add(parts);
    }
}
