using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>A cell ready to be run: its coefficients and the mesh chosen for it. One may run many protocols; several may run at once.</summary>
public sealed class CellSimulator
{
    // Of lithium content and volts; with shells, whose own error is larger, twice that buys steps and costs nothing, unless a front moves from element to element.
    private const double Tolerance = 3e-5, WithShells = 6e-5;

    // Over many cycles capacities are asked for, and how they change: from so many on, voltages may be off that much more. docs/numerics.md, section 9.
    private const int ManyCycles = 20;
    private const double Ease = 12;

    private readonly ConditionalWeakTable<Protocol, Resolution> _found = [];
    private readonly Resolution? _given;

    private CellSimulator(CellCoefficients coefficients, int refine, double pressure, double jump, Resolution? given = null) => (Coefficients, Refine, Pressure, Jump, _given) = (coefficients, refine, pressure, jump, given);

    /// <summary>What the equations know of the cell.</summary>
    public CellCoefficients Coefficients { get; }

    /// <summary>By how much meshes are finer than those chosen.</summary>
    public int Refine { get; }

    /// <summary>Stack pressure at the start, Pa; NaN where the file gives none.</summary>
    public double Pressure { get; }

    /// <summary>What jumps over cycles may move a capacity, as a share of the first cycle's; 0 where every cycle is computed.</summary>
    public double Jump { get; }

    /// <summary>Prepares a cell that was read; null after problems.</summary>
    /// <param name="reading">A reading without problems.</param>
    /// <param name="problems">Receives what a cell under current lacks.</param>
    public static CellSimulator? Prepare(CellReading reading, Problems problems)
    {
        if (reading.Description is not { } description || reading.Design is not { } design) return null;
        if (CoefficientBuilder.Build(description, design, problems) is not { } coefficients) return null;
        int refine = description.Within(CellSections.Numerics)?.Get(CellFields.Refine)?.Value ?? 1;
        double pressure = description.Within(CellSections.Pressure)?.Get(CellFields.StackPressure)?.Value.Si ?? double.NaN;
        return Of(coefficients, refine, pressure, description.Within(CellSections.Numerics)?.Get(CellFields.Jump)?.Value.Si ?? 0);
    }

    /// <summary>A cell given by its coefficients.</summary>
    /// <param name="coefficients">The coefficients.</param>
    /// <param name="refine">Multiplies every mesh and tightens the tolerances to match.</param>
    /// <param name="pressure">Stack pressure, Pa; NaN where none is known.</param>
    /// <param name="jump">What jumps over cycles may move a capacity, as a share of the first cycle's; 0 for none.</param>
    public static CellSimulator Of(CellCoefficients coefficients, int refine = 1, double pressure = double.NaN, double jump = 0) => new(coefficients, refine, pressure, jump);

    /// <summary>
    /// How finely it is resolved in a protocol: from its coefficients and the largest current, then by comparison runs until voltages are known to half a millivolt. It is found once for each protocol.
    /// </summary>
    /// <param name="protocol">The protocol, held against this cell.</param>
    /// <param name="cancellation">Stops the search.</param>
    public Resolution ResolutionFor(Protocol protocol, CancellationToken cancellation = default)
    {
        if (_given is not null) return _given;
        if (_found.TryGetValue(protocol, out Resolution? known)) return known;
        bool isLong = Cycles(protocol.Items) > ManyCycles;
        Resolution likely = Likely(protocol);
        Resolution found = new ResolutionSearch(Coefficients, protocol, Pressure, isLong ? Ease : 1, cancellation).Find(isLong ? Coarser(likely) : likely);
        if (Refine > 1) found = new Resolution(found.Mesh.Times(Refine), found.Tolerance / (Refine * Refine));
        if (!cancellation.IsCancellationRequested) _found.AddOrUpdate(protocol, found);
        return found;
    }

    /// <summary>The same cell at a resolution that is known to do, such as that of a cell much like it: no comparison runs are made.</summary>
    /// <param name="resolution">How finely it is resolved.</param>
    public CellSimulator At(Resolution resolution) => new(Coefficients, Refine, Pressure, Jump, resolution);

    /// <summary>Carries out a protocol.</summary>
    /// <param name="protocol">The protocol, held against this cell.</param>
    /// <param name="observer">Receives what comes.</param>
    /// <param name="options">What is wanted.</param>
    /// <param name="journal">Keeps the run, or goes on with one that was kept; null for neither.</param>
    /// <param name="cancellation">Stops it.</param>
    public RunEnd Run(Protocol protocol, RunObserver observer, RunOptions? options = null, RunJournal? journal = null, CancellationToken cancellation = default)
    {
        Resolution resolution = journal?.Resolution ?? ResolutionFor(protocol, cancellation);
        CellModel<Real> model = Model(resolution);
        options ??= new RunOptions();
        if (journal is { Resumes: true })
        {
            _found.AddOrUpdate(protocol, resolution);
            journal.Tell(observer);
        }
        var recorder = new RunRecorder(model, Coefficients, options, new KeptCycles(protocol, options.Cycles), journal?.Over(observer) ?? observer);
        var driver = new ProtocolDriver<Real>(model, recorder, Coefficients.Temperature, Pressure, cancellation) { JumpTolerance = Jump };
        if (journal is not null) Keep(journal, protocol, resolution, driver, recorder);
        RunEnd end = driver.Run(protocol) with { Jumped = driver.Jumps.Cycles, JumpError = driver.Jumps.Error };
        recorder.Ageing.Complete(driver.State);
        if (!options.Attribution || !recorder.Ageing.Ages) return end;
        IReadOnlyList<CycleStart> starts = recorder.Ageing.Starts;
        Attribute(starts, resolution, observer, options.Threads, cancellation);
        return starts.Count < 2 || Cycles(protocol.Items) <= ManyCycles ? end : end with { AgedError = new AgedMesh(Coefficients, resolution, Pressure, cancellation).Error(starts[0], starts[^1]) };
    }

    private static void Keep(RunJournal journal, Protocol protocol, Resolution resolution, ProtocolDriver<Real> driver, RunRecorder recorder)
    {
        List<ProtocolStep> steps = [];
        Collect(protocol.Items);
        var places = new Dictionary<ProtocolStep, int>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < steps.Count; i++) places[steps[i]] = i;
        if (journal.Resumes)
        {
            using BinaryReader state = journal.State();
            driver.Load(state);
            recorder.Load(state, steps);
        }
        driver.Beginning = () =>
        {
            if (!journal.IsDue) return;
            journal.Keep(resolution, writer =>
            {
                driver.Save(writer);
                recorder.Save(writer, places);
            });
        };

        void Collect(ImmutableArray<ProtocolItem> items)
        {
            foreach (ProtocolItem item in items)
            {
                if (item is ProtocolRepeat repeat) Collect(repeat.Items);
                else steps.Add((ProtocolStep)item);
            }
        }
    }

    private void Attribute(IReadOnlyList<CycleStart> starts, Resolution resolution, RunObserver observer, int threads, CancellationToken cancellation)
    {
        var losses = new CapacityLoss?[starts.Count];
        // Threads that are not needed for cycles side by side serve the causes of one.
        int side = Math.Clamp(starts.Count - 1, 1, Math.Max(1, threads));
        var attribution = new CapacityAttribution(Coefficients, resolution, Pressure, Math.Max(1, threads / side), cancellation);
        Parallel.For(1, Math.Max(1, starts.Count), new ParallelOptions { MaxDegreeOfParallelism = side }, i => losses[i] = cancellation.IsCancellationRequested ? null : attribution.Of(starts[0], starts[i]));
        foreach (CapacityLoss? loss in losses)
            if (loss is not null) observer.OnLoss(loss);
    }

    /// <summary>What the coefficients and the largest current let expect.</summary>
    internal Resolution Likely(Protocol protocol)
    {
        CellMesh mesh = MeshChoice.For(Coefficients, MeshChoice.Current(Coefficients, protocol));
        return new Resolution(mesh, (HasShells(mesh.Cathode) || HasShells(mesh.Anode)) && IsShort(mesh.Cathode) && IsShort(mesh.Anode) ? WithShells : Tolerance);
    }

    private static long Cycles(ImmutableArray<ProtocolItem> items) => items.OfType<ProtocolRepeat>().Sum(repeat => (repeat.IsCycle ? repeat.Count : 1L) * Math.Max(1, Cycles(repeat.Items)));

    private static Resolution Coarser(Resolution resolution)
    {
        static CompositeMesh? Of(CompositeMesh? mesh) => mesh is null ? null : mesh with
        {
            Elements = Math.Max(1, mesh.Elements / 4),
            Particles = [.. mesh.Particles.Select(particle => particle.Kind == ParticleMeshKind.Shells ? particle with { Count = Math.Max(MeshChoice.LeastShells, particle.Count * 3 / 5) } : particle)],
        };
        return new Resolution(resolution.Mesh with { Cathode = Of(resolution.Mesh.Cathode), Anode = Of(resolution.Mesh.Anode) }, 0.85 * resolution.Tolerance);
    }

    private static bool IsShort(CompositeMesh? mesh) => mesh is null || mesh.Elements <= MeshChoice.FewElements;

    private static bool HasShells(CompositeMesh? mesh) => mesh is not null && mesh.Particles.Any(particle => particle.Kind == ParticleMeshKind.Shells);

    internal CellModel<Real> Model(Resolution resolution) => new(Coefficients, resolution.Mesh) { ContentTolerance = resolution.Tolerance, VoltageTolerance = resolution.Tolerance };
}
