using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>Chooses how finely a cell is resolved from its coefficients and the largest current that it is to carry. docs/numerics.md, section 9.</summary>
internal static class MeshChoice
{
    /// <summary>An electrode of no more elements is a shallow one: no front moves from element to element.</summary>
    public const int FewElements = 4;

    // FewerShells: of a shallow electrode. Settled: voltages are wanted from here on after a change of the current, s. Drop: what an ohmic error may be, V. Front: what an element of its own is for where particles are exhausted one after the other, V.
    private const double Thermal = 0.0257, Settled = 5, Drop = 2e-4, Front = 0.08, PerElement = 7, ModesPerDepth = 1.85, ShellsPerDecade = 1;
    /// <summary>The fewest shells of a particle.</summary>
    internal const int LeastShells = 12;

    private const int Points = 3, LeastModes = 8, MostModes = 24, FirstShells = 12, FewerShells = 4, MostShells = 40, MostElements = 40, LiquidElements = 3, FlatElements = 4;

    /// <summary>The mesh of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="current">Largest current density, A/m2.</param>
    public static CellMesh For(CellCoefficients cell, double current) => new(Composite(cell, cell.Cathode, current), Composite(cell, cell.Anode, current))
    {
        Separator = cell.Cathode is CompositeCoefficients && cell.Anode is CompositeCoefficients ? 1 : FlatElements,
    };

    /// <summary>The largest current density of a protocol, A/m2; where none is given, that of an hour for the whole capacity.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="protocol">The protocol; null for none.</param>
    public static double Current(CellCoefficients cell, Protocol? protocol)
    {
        double usual = Math.Min(Capacity(cell.Cathode), Capacity(cell.Anode)) / 3600, largest = 0;
        foreach (ProtocolStep step in protocol is null ? [] : Steps(protocol.Items)) largest = Math.Max(largest, Of(step.Control));
        return largest > 0 || !double.IsFinite(usual) ? largest : usual;

        double Of(Control control) => control switch
        {
            CurrentControl current => Math.Abs(current.Density),
            PulseControl pulse => Math.Abs(pulse.Magnitude),
            ProfileControl { IsPower: false } profile => profile.Values.Max(Math.Abs),
            VoltageControl or SweepControl or PowerControl or ResistanceControl or ProfileControl => double.IsFinite(usual) ? usual : 0,
            _ => 0,
        };
    }

    private static IEnumerable<ProtocolStep> Steps(ImmutableArray<ProtocolItem> items) => items.SelectMany(item => item is ProtocolRepeat repeat ? Steps(repeat.Items) : [(ProtocolStep)item]);

    private static double Capacity(ElectrodeCoefficients electrode) => electrode is CompositeCoefficients { Active: not null } composite ? composite.Capacity : double.PositiveInfinity;

    private static CompositeMesh? Composite(CellCoefficients cell, ElectrodeCoefficients electrode, double current)
    {
        if (electrode is not CompositeCoefficients composite) return null;
        var particles = ImmutableArray.CreateBuilder<ParticleMesh>();
        int elements = Math.Max(Elements(composite, current), cell.Liquid is null ? 1 : LiquidElements);
        if (composite.Active is { } active)
            foreach (SizeClassCoefficients size in composite.Classes) particles.Add(Particles(active, size.Radius, elements <= FewElements, composite.SlowsDiffusion));
        return new CompositeMesh(elements, Points, particles.ToImmutable());
    }

    // docs/numerics.md (N18), (N19): the layer in which the reaction takes place, and the voltage that is lost along it.
    private static int Elements(CompositeCoefficients composite, double current)
    {
        double resistivity = 1 / composite.IonicConductivity + 1 / composite.ElectronicConductivity, length = composite.Thickness, ohmic = current * length * resistivity;
        double exchange = composite.Active?.ExchangeCurrent.Value(0.5) ?? 0, conductance = exchange > 0 ? 1 / (Thermal / exchange + composite.FilmResistance) : 0;
        double layers = Math.Sqrt(length * length * resistivity * composite.SurfaceArea * conductance + ohmic / (2 * Thermal));
        double elements = layers * Math.Pow(ohmic / Drop, 1.0 / 6) / PerElement + Math.Floor(ohmic / Front);
        return double.IsFinite(elements) ? Math.Clamp((int)Math.Ceiling(elements), 1, MostElements) : 1;
    }

    // docs/numerics.md (N20), (N21): how deep lithium has come when voltages are wanted first, and the decades over which a diffusivity falls.
    private static ParticleMesh Particles(ActiveCoefficients active, double radius, bool isShallow, bool mayBeSlowed)
    {
        Descriptions.Curve diffusivity = active.Diffusivity;
        if (mayBeSlowed || diffusivity.Minimum != diffusivity.Maximum)
        {
            double shells = FirstShells - (isShallow ? FewerShells : 0) + ShellsPerDecade * Math.Log10(diffusivity.Maximum / diffusivity.Minimum);
            return new ParticleMesh(ParticleMeshKind.Shells, double.IsFinite(shells) ? Math.Clamp((int)Math.Ceiling(shells), LeastShells, MostShells) : MostShells);
        }
        double modes = ModesPerDepth * Math.Pow(radius * radius / (diffusivity.Minimum * Settled), 0.25);
        return new ParticleMesh(ParticleMeshKind.Modes, Math.Clamp((int)Math.Ceiling(Math.Min(modes, MostModes)), LeastModes, MostModes));
    }
}
