using System.Collections.Immutable;

namespace Interphase.Descriptions;

/// <summary>Keys with values, in the order written; no key twice.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Entries">The entries in order.</param>
public sealed record MapNode(Place Place, ImmutableArray<MapEntry> Entries) : Node(Place)
{
    /// <inheritdoc/>
    public override string Description => Entries.Length == 0 ? "an empty map" : $"a map with {Quoted.Of(Entries[0].Key)}";

    /// <summary>The value of a key, or null.</summary>
    public Node? this[string key] => Entry(key)?.Value;

    /// <summary>The entry of a key, or null.</summary>
    public MapEntry? Entry(string key)
    {
        foreach (MapEntry entry in Entries)
            if (entry.Key == key) return entry;
        return null;
    }

    /// <summary>This map with one entry replaced or added at the end.</summary>
    public MapNode With(MapEntry changed)
    {
        for (int i = 0; i < Entries.Length; i++)
            if (Entries[i].Key == changed.Key) return this with { Entries = Entries.SetItem(i, changed) };
        return this with { Entries = Entries.Add(changed) };
    }

    /// <summary>This map with every entry of <paramref name="changed"/> replaced or added at the end, in time that grows with the number of entries only; an entry without a value is left out.</summary>
    internal MapNode With(IEnumerable<(string Key, MapEntry? Entry)> changed)
    {
        var entries = new List<MapEntry?>(Entries);
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < entries.Count; i++) at[Entries[i].Key] = i;
        foreach ((string key, MapEntry? entry) in changed)
        {
            if (at.TryGetValue(key, out int i)) entries[i] = entry;
            else
            {
                at[key] = entries.Count;
                entries.Add(entry);
            }
        }
        return this with { Entries = [.. entries.OfType<MapEntry>()] };
    }

    /// <summary>This map without a key.</summary>
    public MapNode Without(string key) => this with { Entries = Entries.RemoveAll(entry => entry.Key == key) };
}
