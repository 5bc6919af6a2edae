using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>Cells with something at their boundaries, and protocols for them.</summary>
internal sealed class AgeingCell : IDriverSink<Real>
{
    public const double Amount = 4000;

    private AgeingCell(CellModel<Real> model, CellCoefficients cell)
    {
        Model = model;
        Driver = new ProtocolDriver<Real>(model, this, cell.Temperature, double.NaN, CancellationToken.None);
    }

    public CellModel<Real> Model { get; }

    public ProtocolDriver<Real> Driver { get; }

    public CompositeModel<Real> Cathode => (CompositeModel<Real>)Model.Cathode;

    /// <summary>Charge of every step, C/m2.</summary>
    public List<double> Charges { get; } = [];

    /// <summary>How the run ended.</summary>
    public RunEnd End { get; private set; } = null!;

    /// <summary>The first step of an oxidation alone, fast at 4 V, without a film.</summary>
    public static OxidationCoefficients Oxidation { get; } = new(
        new OxidationStep(1e-3, 2.5, 2, 1.4e-4), new OxidationStep(0, 2.5, 3, 0), 1, 1, 1, 4, 0.5, ThermalLaw.None, Amount, 6, 0, double.PositiveInfinity, double.PositiveInfinity, 0, 0, 0, double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>The reference half cell with an oxidation.</summary>
    public static CellCoefficients With(OxidationCoefficients oxidation, double carbonArea = 0, double contact = 1)
    {
        CellCoefficients cell = HalfCell.Coefficients();
        return cell with { Cathode = (CompositeCoefficients)cell.Cathode with { Boundaries = [oxidation], CarbonArea = carbonArea, ContactFraction = contact } };
    }

    /// <summary>An electrode of carbon and electrolyte alone, thin enough to be of one potential.</summary>
    public static CellCoefficients CarbonAlone(BoundaryCoefficients boundary, double carbonArea)
    {
        var cathode = new CompositeCoefficients(1e-6, 1, ThermalLaw.None, 1e3, ThermalLaw.None, null, [], 1, 0, 1e-3, carbonArea, null, double.NaN) { Boundaries = [boundary] };
        return new CellCoefficients(1e-4, 298.15, cathode, new IdealCoefficients(0), [new LayerCoefficients(1e-6, 1, ThermalLaw.None, 0)], 0.5);
    }

    /// <summary>The reference half cell with boundaries, almost full of lithium.</summary>
    public static CellCoefficients Of(params ImmutableArray<BoundaryCoefficients> boundaries)
    {
        CellCoefficients cell = HalfCell.Coefficients();
        return cell with { Cathode = (CompositeCoefficients)cell.Cathode with { Boundaries = boundaries, InitialContent = 0.95 } };
    }

    public static AgeingCell Run(CellCoefficients cell, Protocol protocol, double tolerance = 3e-5, int elements = 1, int modes = 8)
    {
        AgeingCell run = ToItsEnd(cell, protocol, tolerance, elements, modes);
        run.End.Exit.ShouldBe(ExitKind.Completed, run.End.Detail);
        return run;
    }

    /// <summary>The same for a cell that may come to its end earlier.</summary>
    public static AgeingCell ToItsEnd(CellCoefficients cell, Protocol protocol, double tolerance = 3e-5, int elements = 1, int modes = 8)
    {
        ImmutableArray<ParticleMesh> particles = cell.Cathode is not CompositeCoefficients { Active: not null } composite ? []
            : composite.SlowsDiffusion ? [new ParticleMesh(ParticleMeshKind.Shells, 24)] : [new ParticleMesh(ParticleMeshKind.Modes, modes)];
        var model = new CellModel<Real>(cell, new CellMesh(new CompositeMesh(elements, 3, particles), null)) { ContentTolerance = tolerance, VoltageTolerance = tolerance };
        var run = new AgeingCell(model, cell);
        run.End = run.Driver.Run(protocol);
        return run;
    }

    public static Protocol Hold(double voltage, double time) => new([Step(new VoltageControl(voltage), new StepLimit(StepVariable.StepTime, time, LimitSide.Above, "time"))]);

    /// <summary>Cycles between two voltages at a current.</summary>
    public static Protocol Cycles(int count, double current, double lower = 2.8, double upper = 4.2) => new([new ProtocolRepeat(new Place("x", 1, 1), count,
        [
            Step(new CurrentControl(current), new StepLimit(StepVariable.Voltage, upper, LimitSide.Above, "upper")),
            Step(new CurrentControl(-current), new StepLimit(StepVariable.Voltage, lower, LimitSide.Below, "lower")),
        ])]);

    public Real[] Part(int process = 0) => [.. Cathode.Part(process, Model.CathodePart(Driver.State))];

    /// <summary>A state of the process of one of the boundaries, the mean along the cathode.</summary>
    public double Mean(Func<BoundaryCoefficients, bool> which, int state = 0)
    {
        Real[] part = Part(Cathode.Coefficients.Boundaries.IndexOf(Cathode.Coefficients.Boundaries.First(which)));
        double sum = 0;
        for (int k = 0; k < Cathode.Points; k++) sum += Cathode.Shares[k] * part[state * Cathode.Points + k].Value;
        return sum;
    }

    /// <summary>Entries of the cathode's ledger, mol/m2.</summary>
    public Dictionary<string, double> Ledger()
    {
        var entries = new Entries();
        Cathode.Book(Model.CathodePart(Driver.State), entries);
        return entries.Amounts;
    }

    public double Lithium() => Model.Anode.Lithium(Model.AnodePart(Driver.State)).Value + Model.Cathode.Lithium(Model.CathodePart(Driver.State)).Value;

    public void Begins(CarriedStep<Real> step, ReadOnlySpan<Real> state)
    {
    }

    public void Passes(CarriedStep<Real> step, StiffIntegrator<Real> integrator, double from, double to)
    {
    }

    void IDriverSink<Real>.Ends(CarriedStep<Real> step, Real end, ReadOnlySpan<Real> state, StepEnd kind, string reason) => Charges.Add(state[Model.ChargeAt].Value);

    private static ProtocolStep Step(Control control, StepLimit limit) => new(new Place("x", 1, 1), "a step", control, [limit]);

    private sealed class Entries : ILedger
    {
        public Dictionary<string, double> Amounts { get; } = [];

        public void Add(string entry, double amount) => Amounts[entry] = Amounts.GetValueOrDefault(entry) + amount;
    }
}
