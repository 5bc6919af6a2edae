using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>A cell ready to be run: its coefficients and the mesh chosen for it. One may run many protocols; several may run at once.</summary>
public sealed class CellSimulator
{
    private const double Tolerance = 3e-5;

    private CellSimulator(CellCoefficients coefficients, int refine, double pressure) => (Coefficients, Mesh, Refine, Pressure) = (coefficients, MeshChoice.For(coefficients, MeshChoice.Current(coefficients, null), refine), refine, pressure);

    /// <summary>What the equations know of the cell.</summary>
    public CellCoefficients Coefficients { get; }

    /// <summary>How finely it is resolved at its usual current, that of an hour.</summary>
    public CellMesh Mesh { get; }

    /// <summary>By how much the mesh is finer than the one chosen.</summary>
    public int Refine { get; }

    /// <summary>Stack pressure at the start, Pa; NaN where the file gives none.</summary>
    public double Pressure { get; }

    /// <summary>Prepares a cell that was read; null after problems.</summary>
    /// <param name="reading">A reading without problems.</param>
    /// <param name="problems">Receives what a cell under current lacks.</param>
    public static CellSimulator? Prepare(CellReading reading, Problems problems)
    {
        if (reading.Description is not { } description || reading.Design is not { } design) return null;
        if (CoefficientBuilder.Build(description, design, problems) is not { } coefficients) return null;
        int refine = description.Within(CellSections.Numerics)?.Get(CellFields.Refine)?.Value ?? 1;
        double pressure = description.Within(CellSections.Pressure)?.Get(CellFields.StackPressure)?.Value.Si ?? double.NaN;
        return Of(coefficients, refine, pressure);
    }

    /// <summary>A cell given by its coefficients.</summary>
    /// <param name="coefficients">The coefficients.</param>
    /// <param name="refine">Multiplies every mesh and tightens the tolerances to match.</param>
    /// <param name="pressure">Stack pressure, Pa; NaN where none is known.</param>
    public static CellSimulator Of(CellCoefficients coefficients, int refine = 1, double pressure = double.NaN) => new(coefficients, refine, pressure);

    /// <summary>How finely it is resolved in a protocol, by the largest current in it.</summary>
    /// <param name="protocol">The protocol, held against this cell.</param>
    public CellMesh MeshFor(Protocol protocol) => MeshChoice.For(Coefficients, MeshChoice.Current(Coefficients, protocol), Refine);

    /// <summary>Carries out a protocol.</summary>
    /// <param name="protocol">The protocol, held against this cell.</param>
    /// <param name="observer">Receives what comes.</param>
    /// <param name="options">What is wanted.</param>
    /// <param name="cancellation">Stops it.</param>
    public RunEnd Run(Protocol protocol, RunObserver observer, RunOptions? options = null, CancellationToken cancellation = default)
    {
        CellModel<Real> model = Model(MeshFor(protocol));
        var recorder = new RunRecorder(model, Coefficients, options ?? new RunOptions(), new KeptCycles(protocol, options?.Cycles), observer);
        return new ProtocolDriver<Real>(model, recorder, Coefficients.Temperature, Pressure, cancellation).Run(protocol);
    }

    internal static double ToleranceFor(int refine) => Tolerance / (refine * refine);

    internal CellModel<Real> Model() => Model(Mesh);

    internal CellModel<Real> Model(CellMesh mesh) => new(Coefficients, mesh) { ContentTolerance = ToleranceFor(Refine), VoltageTolerance = ToleranceFor(Refine) };
}
