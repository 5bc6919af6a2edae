using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// Finds the resolution at which a cell's voltages in a protocol are known well enough: it is run with all meshes and the tolerance finer at once, and where that moves the voltages, with one of them finer at a time.
/// docs/numerics.md, section 9.
/// </summary>
/// <param name="cell">The cell.</param>
/// <param name="protocol">The protocol.</param>
/// <param name="pressure">Stack pressure at the start, Pa.</param>
/// <param name="ease">By how much voltages may be off more than in a short run.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class ResolutionSearch(CellCoefficients cell, Protocol protocol, double pressure, double ease, CancellationToken cancellation)
{
    // What all of them together may be off, also where a run is costly, what one of them may be, and what is aimed at where it is more, V.
    private const double Wanted = 2.5e-4, WantedWhereCostly = 4e-4, Share = 1e-4, Aim = 8e-5;
    private const double Costly = 5e5, MostWork = 4e6, MostForOne = 15, MostOfAll = 1.5e7, MostTimes = 10, FinestTolerance = 1e-8;
    private const int Rounds = 7, Patience = 3, MostElements = 96, MostShells = 192, Components = 6;

    private readonly Protocol _telling = new(Telling([.. Once(protocol.Items)]));
    private double _work, _most;

    /// <summary>The resolution, from one that is likely to do.</summary>
    public Resolution Find(Resolution first)
    {
        Resolution found = first;
        double least = double.PositiveInfinity;
        int idle = 0;
        for (int round = 0; round < Rounds && !cancellation.IsCancellationRequested; round++)
        {
            VoltageProbe taken = Run(found, null);
            if (round == 0) _most = Math.Max(MostOfAll, MostTimes * _work);
            Resolution all = found;
            for (int i = 0; i < Components; i++) all = Finer(all, i, double.NaN) ?? all;
            VoltageProbe compared = Run(all, taken);
            double error = compared.Difference;
            found = found with { Error = taken.IsCut || compared.IsCut ? null : error };
            if (round == 0) first = found;
            if (error < ease * (taken.Work < Costly ? Wanted : WantedWhereCostly)) break;
            // Where nothing converges, as where it is left to chance which particle takes the first current, there is nothing to be bought.
            idle = error < 0.7 * least ? 0 : idle + 1;
            least = Math.Min(least, error);
            if (idle == Patience) return first;
            if (_work > _most || round == Rounds - 1) break;
            found = Better(found, taken);
        }
        return found;
    }

    // Makes finer what moves the voltages; where none of them does alone, all.
    private Resolution Better(Resolution found, VoltageProbe taken)
    {
        Span<double> moves = stackalloc double[Components];
        double most = 0;
        for (int i = 0; i < Components; i++)
        {
            moves[i] = _work < _most && Finer(found, i, double.NaN) is { } finer ? Run(finer, taken).Difference : 0;
            most = Math.Max(most, moves[i]);
        }
        Resolution better = found;
        for (int i = 0; i < Components; i++)
            if (moves[i] > Math.Min(ease * Share, 0.9 * most) || most == 0) better = Finer(better, i, Math.Max(moves[i], ease * Share) / (ease * Aim)) ?? better;
        return better;
    }

    private VoltageProbe Run(Resolution resolution, VoltageProbe? reference)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var model = new CellModel<Real>(cell, resolution.Mesh) { ContentTolerance = resolution.Tolerance, VoltageTolerance = resolution.Tolerance };
        // Whoever compares is ended where the other stopped, and needs more work until there.
        var probe = new VoltageProbe(model, reference, reference is null ? MostWork : MostForOne * reference.Work, end);
        var driver = new ProtocolDriver<Real>(model, probe, cell.Temperature, pressure, end.Token);
        driver.Run(_telling);
        _work += probe.Work;
        return probe;
    }

    // Finer in one respect: by as much as its order needs to lose so many times its error; by a little where that is not known. Null where it is as fine as it may be.
    private Resolution? Finer(Resolution resolution, int component, double excess)
    {
        CellMesh mesh = resolution.Mesh;
        double Factor(double order, double usual, double least, double most) => double.IsNaN(excess) ? usual : Math.Clamp(Math.Pow(excess, 1 / order), least, most);
        CompositeMesh? Elements(CompositeMesh? composite) => composite is null || composite.Elements >= MostElements
            ? null : composite with { Elements = Math.Min(MostElements, Math.Max(composite.Elements + 1, (int)Math.Ceiling(composite.Elements * Factor(4, 1.5, 1.3, 3)))) };
        ParticleMesh Particle(ParticleMesh particle)
        {
            bool isModes = particle.Kind == ParticleMeshKind.Modes;
            return particle with { Count = Math.Min(isModes ? SphereModes.Highest : MostShells, (int)Math.Ceiling(particle.Count * (isModes ? Factor(6, 1.4, 1.3, 2) : Factor(2.5, 1.5, 1.3, 2)))) };
        }
        CompositeMesh? Particles(CompositeMesh? composite)
        {
            if (composite is null) return null;
            ImmutableArray<ParticleMesh> finer = [.. composite.Particles.Select(Particle)];
            return finer.SequenceEqual(composite.Particles) ? null : composite with { Particles = finer };
        }
        CellMesh? changed = component switch
        {
            0 => Elements(mesh.Cathode) is { } cathode ? mesh with { Cathode = cathode } : null,
            1 => Particles(mesh.Cathode) is { } cathode ? mesh with { Cathode = cathode } : null,
            2 => Elements(mesh.Anode) is { } anode ? mesh with { Anode = anode } : null,
            3 => Particles(mesh.Anode) is { } anode ? mesh with { Anode = anode } : null,
            4 when cell.Liquid is not null && mesh.Separator < MostElements => mesh with { Separator = 2 * mesh.Separator },
            _ => null,
        };
        if (component == Components - 1) return resolution.Tolerance <= FinestTolerance ? null : resolution with { Tolerance = resolution.Tolerance / Factor(1, 6, 2, 8), Error = null };
        return changed is null ? null : resolution with { Mesh = changed, Error = null };
    }

    // What repeats does so at the same resolution: one pass shows it. The pulses of a titration go through the whole of a discharge.
    private static IEnumerable<ProtocolItem> Once(ImmutableArray<ProtocolItem> items) =>
        items.SelectMany(item => item is ProtocolRepeat { IsCycle: true } repeat ? Once(repeat.Items) : [item]);

    // The first way up and down, and the hardest step with the one that leads to it, tell as much as all.
    private static ImmutableArray<ProtocolItem> Telling(ImmutableArray<ProtocolItem> items)
    {
        int turns = 0, last = 0, first = 0, hardest = 0;
        for (; first < items.Length; first++)
        {
            int direction = Math.Sign(Current(items[first]));
            if (direction != 0 && last != 0 && direction != last) turns++;
            if (turns == 2) break;
            if (direction != 0) last = direction;
        }
        for (int i = 1; i < items.Length; i++)
            if (Math.Abs(Current(items[i])) > Math.Abs(Current(items[hardest]))) hardest = i;
        if (hardest < first) return items[..first];
        int from = hardest;
        while (from > first && Math.Sign(Current(items[from])) != -Math.Sign(Current(items[hardest]))) from--;
        return [.. items[..first], .. items[from..(hardest + 1)]];
    }

    private static double Current(ProtocolItem item) => item is ProtocolStep { Control: CurrentControl current } ? current.Density : 0;
}
