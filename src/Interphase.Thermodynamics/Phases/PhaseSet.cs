using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Thermodynamics;

/// <summary>Phases with formation energies of one scheme. Immutable, for any number of threads.</summary>
/// <remarks>docs/thermodynamics.md says what the schemes are worth. Every element of a set is in it, at 0.</remarks>
public sealed class PhaseSet
{
    private const int MostSystems = 256;
    private static readonly ElementSet BesideSulfide = SetOf("O", "N"), Covalent = SetOf("S", "C", "F", "Cl", "Br", "I");
    private static readonly Lazy<PhaseTable> Table2019 = new(() => PhaseTable.BuiltIn("mp2019"));
    private static readonly ImmutableArray<Lazy<PhaseSet>> BuiltIns =
    [
        new(() => new(BuiltInSchemes.Mp2019, Table2019.Value, [])),
        new(() => new(BuiltInSchemes.NoSulfideCorrection, Table2019.Value.With(WithoutSulfideCorrection), [])),
        new(() => new(BuiltInSchemes.Mp2024, PhaseTable.BuiltIn("mp2024-Li-Co-Ni-O"), [])),
    ];

    private readonly PhaseTable _table;
    private readonly Dictionary<ElementSet, List<int>> _groups = [];
    private readonly Dictionary<ElementSet, PhaseSystem> _systems = [];

    internal PhaseSet(PhaseScheme scheme, PhaseTable table, ImmutableArray<string> notes)
    {
        (Scheme, _table, Notes) = (scheme, table, notes);
        ElementSet all = ElementSet.None;
        for (int row = 0; row < table.Count; row++)
        {
            ElementSet elements = table.Elements[row];
            all = all.With(elements);
            if (!_groups.TryGetValue(elements, out List<int>? rows)) _groups.Add(elements, rows = []);
            rows.Add(row);
        }
        All = all;
        Elements = [.. PeriodicTable.Elements.Where(element => all.Has(element.Number)).Select(element => element.Symbol)];
    }

    /// <summary>The schemes that come with the program; the first is that of the published tables.</summary>
    public static ImmutableArray<PhaseScheme> Schemes => BuiltInSchemes.All;

    /// <summary>The set of the first scheme.</summary>
    public static PhaseSet Default => BuiltIns[0].Value;

    /// <summary>How the energies were computed.</summary>
    public PhaseScheme Scheme { get; }

    /// <summary>What was done on reading, such as elements added at 0.</summary>
    public ImmutableArray<string> Notes { get; }

    /// <summary>Number of phases, elements included.</summary>
    public int Count => _table.Count;

    /// <summary>Symbols of the elements of the set, by atomic number.</summary>
    public ImmutableArray<string> Elements { get; }

    internal ElementSet All { get; }

    /// <summary>The set of a scheme that came with the program; null when there is none of that id.</summary>
    /// <param name="schemeId">One of <see cref="Schemes"/>.</param>
    public static PhaseSet? BuiltIn(string schemeId)
    {
        for (int i = 0; i < BuiltIns.Length; i++)
        {
            if (string.Equals(Schemes[i].Id, schemeId, StringComparison.OrdinalIgnoreCase)) return BuiltIns[i].Value;
        }
        return null;
    }

    /// <summary>Reads a set of a user's own: CSV with the columns formula and formation_energy_eV_per_atom, or computed entries as pymatgen writes them in JSON; null after a problem.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="scheme">An id for its scheme; <see cref="PhaseScheme.UserId"/> when null.</param>
    public static PhaseSet? Read(string file, Problems problems, string? scheme = null) => PhaseFile.Read(file, scheme ?? PhaseScheme.UserId, problems);

    /// <summary>The sets of other schemes that hold certain elements and may be used for them; none beside a set of a user's own.</summary>
    /// <param name="elements">Symbols.</param>
    public IEnumerable<PhaseSet> Alternatives(IReadOnlyCollection<string> elements)
    {
        if (Schemes.All(scheme => scheme.Id != Scheme.Id)) yield break;
        for (int i = 0; i < Schemes.Length; i++)
        {
            if (Schemes[i].Id == Scheme.Id) continue;
            bool useful = Schemes[i].Id switch
            {
                "mp2019-no-sulfide-correction" => elements.Contains("S") && !elements.Contains("O") && !elements.Contains("N") && !elements.Contains("C"),
                "mp2024" => elements.All(symbol => symbol is "Li" or "Co" or "Ni" or "O"),
                _ => true,
            };
            if (useful && elements.All(BuiltIns[i].Value.Elements.Contains)) yield return BuiltIns[i].Value;
        }
    }

    /// <summary>The phase with the proportions of a formula; null where the set has none.</summary>
    /// <param name="formula">A formula in any multiple.</param>
    public PhaseEntry? Find(ChemicalFormula formula) => Composition.Of(formula) is { } composition ? Find(composition) : null;

    /// <summary>All phases that hold no element but the given ones, by name.</summary>
    /// <param name="elements">Symbols; others than the set's are ignored.</param>
    public IReadOnlyList<PhaseEntry> Within(IEnumerable<string> elements)
    {
        ElementSet set = ElementSet.None;
        foreach (string symbol in elements)
        {
            if (PeriodicTable.Find(symbol) is { } element) set = set.With(ElementSet.Of(element.Number));
        }
        return Within(set);
    }

    /// <summary>This set with the phases of another added, the lower energy of equal compositions counting; null, with a problem, when the other is of another scheme.</summary>
    /// <param name="other">A set of the same scheme.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public PhaseSet? Joined(PhaseSet other, Problems problems)
    {
        if (other.Scheme.Id != Scheme.Id)
        {
            problems.Add(new Place(other.Scheme.Source), "scheme", $"energies of the scheme {Quoted.Of(other.Scheme.Id)}", $"those of {Quoted.Of(Scheme.Id)}, like the phases that they would join", "energies of two schemes cannot be mixed; use one set alone");
            return null;
        }
        return PhaseFile.Build(Scheme, [.. Enumerable.Range(0, Count).Select(row => _table[row]), .. Enumerable.Range(0, other.Count).Select(row => other._table[row])], [.. Notes, .. other.Notes]);
    }

    /// <summary>Tells a problem where a formula has an element that the set lacks, or amounts that cannot be counted with; whether it is sound.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public bool Covers(ChemicalFormula formula, Problems problems)
    {
        foreach (ElementAmount part in formula.Elements)
        {
            string symbol = part.Element.Symbol;
            if (Elements.Contains(symbol)) continue;
            problems.Add(new Place(formula.Text), "", $"the element {Quoted.Of(symbol)}", $"elements of the set {Scheme.Id}: {Quoted.Cut(string.Join(" ", Elements), 120)}", "give energies of its phases in a file of your own");
            return false;
        }
        if (Composition.Of(formula) is not null) return true;
        problems.Add(new Place(formula.Text), "", "proportions of very large whole numbers", $"a formula whose lowest whole amounts stay below {Composition.MostAtoms:0e0}", "write its amounts with fewer digits");
        return false;
    }

    /// <summary>The formula in the set nearest to one that is not, by spelling, among phases of the same elements; null when none is near or it is in the set.</summary>
    /// <param name="formula">The formula.</param>
    public string? Nearest(ChemicalFormula formula)
    {
        if (Composition.Of(formula) is not { } composition || Find(composition) is not null) return null;
        string[] names = [.. Rows(composition.Elements).Select(row => _table[row].Name)];
        if (Names.Nearest(formula.Text, names) is { } near) return near;
        // Spelling does not see that amounts are near: of the same elements, the least distance of shares.
        return Rows(composition.Elements).Select(row => _table[row]).MinBy(entry => Distance(entry.Composition, composition))?.Name;
    }

    internal PhaseEntry? Find(Composition composition)
    {
        PhaseEntry? found = null;
        foreach (int row in Rows(composition.Elements))
        {
            PhaseEntry entry = _table[row];
            if (entry.Composition.Same(composition) && !(found?.FormationEnergy <= entry.FormationEnergy)) found = entry;
        }
        return found;
    }

    /// <summary>The phases of certain elements as columns of linear programs.</summary>
    internal PhaseSystem System(ElementSet elements)
    {
        lock (_systems)
        {
            if (_systems.TryGetValue(elements, out PhaseSystem? known)) return known;
        }
        var made = new PhaseSystem(elements, Within(elements));
        lock (_systems)
        {
            if (_systems.Count < MostSystems) _systems.TryAdd(elements, made);
        }
        return made;
    }

    private PhaseEntry[] Within(ElementSet elements)
    {
        var found = new List<PhaseEntry>();
        if (elements.Count < 20 && 1 << elements.Count < _groups.Count)
        {
            for (ElementSet part = elements; !part.IsEmpty; part = part.Before(elements)) Add(Rows(part));
        }
        else
        {
            foreach ((ElementSet part, List<int> group) in _groups)
            {
                if (part.IsWithin(elements)) Add(group);
            }
        }
        // By name, so that results do not depend on the order of a file.
        PhaseEntry[] sorted = [.. found];
        Array.Sort(sorted, static (one, other) => string.CompareOrdinal(one.Name, other.Name) is var order and not 0 ? order : one.FormationEnergy.CompareTo(other.FormationEnergy));
        return sorted;

        void Add(List<int> group)
        {
            foreach (int row in group) found.Add(_table[row]);
        }
    }

    private List<int> Rows(ElementSet elements) => _groups.TryGetValue(elements, out List<int>? rows) ? rows : [];

    private static double Distance(Composition one, Composition other)
    {
        double sum = 0;
        for (int i = 0; i < one.Count; i++) sum += Math.Abs((double)one.AmountAt(i) / one.Atoms - (double)other.AmountAt(i) / other.Atoms);
        return sum;
    }

    // docs/thermodynamics.md: the legacy correction went to sulfides, not to covalent molecules of sulfur with carbon and halogens, nor to sulfur itself.
    private static PhaseEntry WithoutSulfideCorrection(PhaseEntry entry)
    {
        long sulfur = entry.Composition.Amount(16);
        bool sulfide = sulfur > 0 && !entry.Composition.Elements.Shares(BesideSulfide) && !entry.Composition.Elements.IsWithin(Covalent);
        return sulfide ? entry.WithEnergy(entry.FormationEnergy + BuiltInSchemes.SulfideCorrection * sulfur / entry.Composition.Atoms) : entry;
    }

    private static ElementSet SetOf(params ReadOnlySpan<string> symbols)
    {
        ElementSet set = ElementSet.None;
        foreach (string symbol in symbols) set = set.With(ElementSet.Of(PeriodicTable.Find(symbol)!.Number));
        return set;
    }
}
