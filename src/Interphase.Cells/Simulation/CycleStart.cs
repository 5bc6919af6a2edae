using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>The cell as a cycle found it, and what was done in that cycle.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Cathode">What its cathode goes through in a cycle: lithium, potentials, reservoirs.</param>
/// <param name="Anode">The same of its anode.</param>
/// <param name="Contacts">What contacts of the separator had grown.</param>
/// <param name="CathodeBoundaries">What the cathode's boundaries had become; null where nothing happens there.</param>
/// <param name="AnodeBoundaries">The same of the anode.</param>
/// <param name="Steps">The steps carried out in it, so far.</param>
internal sealed record CycleStart(int Cycle, ImmutableArray<double> Cathode, ImmutableArray<double> Anode, ImmutableArray<double> Contacts, FrozenBoundaries? CathodeBoundaries, FrozenBoundaries? AnodeBoundaries, List<ProtocolStep> Steps)
{
    /// <summary>Of a state.</summary>
    public static CycleStart Of(int cycle, CellModel<Real> model, ReadOnlySpan<Real> state)
    {
        (ImmutableArray<double> cathode, FrozenBoundaries? cathodeBoundaries) = Of(model.Cathode, model.CathodePart(state));
        (ImmutableArray<double> anode, FrozenBoundaries? anodeBoundaries) = Of(model.Anode, model.AnodePart(state));
        var contacts = ImmutableArray.CreateBuilder<double>(model.Contacts.Count);
        foreach (Real square in state.Slice(model.ContactsAt, model.Contacts.Count)) contacts.Add(square.Value);
        return new CycleStart(cycle, cathode, anode, contacts.ToImmutable(), cathodeBoundaries, anodeBoundaries, []);
    }

    /// <summary>Writes it.</summary>
    public void Save(BinaryWriter writer, IReadOnlyDictionary<ProtocolStep, int> places)
    {
        writer.Write(Cycle);
        writer.Doubles(Cathode.AsSpan());
        writer.Doubles(Anode.AsSpan());
        writer.Doubles(Contacts.AsSpan());
        foreach (FrozenBoundaries? boundaries in (ReadOnlySpan<FrozenBoundaries?>)[CathodeBoundaries, AnodeBoundaries])
        {
            writer.Write(boundaries is not null);
            if (boundaries is null) continue;
            writer.Write(boundaries.Effects.Length);
            foreach (FrozenEffect effect in boundaries.Effects)
            {
                writer.Write(effect.Cause);
                writer.Write((int)effect.Effect);
                writer.Write(effect.Boundary);
                writer.Write(effect.Row);
                writer.Doubles(effect.Values);
            }
        }
        writer.Doubles([.. Steps.Select(step => (double)places[step])]);
    }

    /// <summary>Reads one.</summary>
    public static CycleStart Load(BinaryReader reader, IReadOnlyList<ProtocolStep> steps)
    {
        FrozenBoundaries? Boundaries()
        {
            if (!reader.ReadBoolean()) return null;
            var effects = ImmutableArray.CreateBuilder<FrozenEffect>();
            for (int count = JournalWriting.Count(reader, 1); count > 0; count--)
                effects.Add(new FrozenEffect(reader.ReadString(), (BoundaryEffect)reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.Doubles()));
            return new FrozenBoundaries(effects.ToImmutable());
        }

        int cycle = reader.ReadInt32();
        ImmutableArray<double> cathode = reader.Immutable(), anode = reader.Immutable(), contacts = reader.Immutable();
        FrozenBoundaries? ofCathode = Boundaries(), ofAnode = Boundaries();
        return new CycleStart(cycle, cathode, anode, contacts, ofCathode, ofAnode, [.. reader.Doubles().Select(place => steps[(int)place])]);
    }

    private static (ImmutableArray<double> State, FrozenBoundaries? Boundaries) Of(ElectrodeModel<Real> electrode, ReadOnlySpan<Real> part)
    {
        FrozenBoundaries? boundaries = (electrode as CompositeModel<Real>)?.Become(part);
        var values = ImmutableArray.CreateBuilder<double>();
        if (electrode is CompositeModel<Real> composite)
        {
            Real[] whole = part.ToArray();
            composite.Restore(whole);
            part = whole.AsSpan(0, composite.Cycled);
        }
        foreach (Real value in part) values.Add(value.Value);
        return (values.ToImmutable(), boundaries);
    }
}
