using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Thermodynamics;

/// <summary>The oxides, phosphates, fluorides and chlorides of a set as coatings between a cathode and an electrolyte, ranked by the strongest of their driving forces.</summary>
public sealed record CoatingScreen
{
    // Radioactive without a stable isotope; noble gases; precious metals; poisons; hydrogen, as a coating is fired.
    private const string Impractical = "H He Ne Ar Kr Xe Rn Ru Rh Pd Ag Os Ir Pt Au Be As Cd Hg Tl Pb Tc Pm Po At Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr";
    private const string OtherAnions = "H C N S Se Te Br I As";

    internal CoatingScreen()
    {
    }

    /// <summary>Coatings that the literature uses.</summary>
    public static ImmutableArray<string> UsualCoatings { get; } = ["LiNbO3", "Li3PO4", "Li2ZrO3", "LiTaO3", "LiBO2", "Li3BO3", "Al2O3", "LiAlO2", "Li4Ti5O12", "LiF"];

    /// <summary>The cathode.</summary>
    public required ChemicalFormula Cathode { get; init; }

    /// <summary>The electrolyte.</summary>
    public required ChemicalFormula Electrolyte { get; init; }

    /// <summary>How the energies were computed.</summary>
    public required PhaseScheme Scheme { get; init; }

    /// <summary>What was asked.</summary>
    public required CoatingScreenOptions Options { get; init; }

    /// <summary>The two without a coating between them.</summary>
    public required PairReaction Bare { get; init; }

    /// <summary>The phases that were ranked, the best first.</summary>
    public required ImmutableArray<CoatingCandidate> Candidates { get; init; }

    /// <summary>The coatings that the literature uses, in the order of their rank.</summary>
    public required ImmutableArray<CoatingCandidate> Usual { get; init; }

    /// <summary>Of the usual coatings, those of which the set has no phase.</summary>
    public required ImmutableArray<string> Missing { get; init; }

    /// <summary>The ranking; null after a problem.</summary>
    /// <param name="cathode">The cathode, at the lithium content that matters.</param>
    /// <param name="electrolyte">The electrolyte.</param>
    /// <param name="set">The phases.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static CoatingScreen? Of(ChemicalFormula cathode, ChemicalFormula electrolyte, PhaseSet set, CoatingScreenOptions options, Problems problems)
    {
        if (PairReaction.Of(cathode, electrolyte, set, null, problems) is not { } bare || !PhaseProgram.HasLithium(set, cathode, problems)) return null;
        string[] barred = options.AllElements ? [] : Impractical.Split(' ');
        PhaseEntry[] usual = [.. UsualCoatings.Select(name => Parsed(name)).Where(formula => formula.Elements.All(part => set.Elements.Contains(part.Element.Symbol))).Select(set.Find).OfType<PhaseEntry>()];
        PhaseEntry[] phases =
        [
            .. set.Within(set.Elements.Except(barred)).Where(entry => Kind(entry) is not null && (options.WithoutLithium || entry.Formula.Amount("Li").Sign > 0)).GroupBy(entry => entry.Name).Select(group => group.MinBy(entry => entry.FormationEnergy)!),
        ];
        PhaseEntry[] all = [.. phases.Union(usual)];
        var found = new CoatingCandidate?[all.Length];
        Parallel.For(0, all.Length, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Threads) }, i => found[i] = Candidate(all[i], usual.Contains(all[i])));
        var ranked = new HashSet<PhaseEntry>(phases);
        CoatingCandidate[] order =
        [
            .. found.OfType<CoatingCandidate>().Where(candidate => ranked.Contains(candidate.Entry) && candidate.EnergyAboveHull <= options.MostAboveHull)
                .OrderByDescending(candidate => Steps(candidate.Worst)).ThenByDescending(candidate => Steps(candidate.Sum)).ThenBy(candidate => candidate.Entry.Name, StringComparer.Ordinal)
                .Select((candidate, i) => candidate with { Rank = i + 1, IsRanked = true }),
        ];
        CoatingCandidate[] known =
        [
            .. found.OfType<CoatingCandidate>().Where(candidate => usual.Contains(candidate.Entry))
                .Select(candidate => order.FirstOrDefault(other => other.Entry == candidate.Entry) ?? candidate with { Rank = 1 + order.Count(other => Before(other, candidate)) })
                .OrderBy(candidate => candidate.Rank),
        ];
        return new()
        {
            Cathode = cathode,
            Electrolyte = electrolyte,
            Scheme = set.Scheme,
            Options = options,
            Bare = bare,
            Candidates = [.. order],
            Usual = [.. known],
            Missing = [.. UsualCoatings.Where(name => known.All(candidate => !candidate.Formula.Reduced().Equals(Parsed(name).Reduced())))],
        };

        CoatingCandidate? Candidate(PhaseEntry entry, bool always)
        {
            ChemicalFormula formula = entry.Formula;
            if (ElectrochemicalWindow.Of(formula, set, []) is not { Steps.IsEmpty: false } window || (!always && !(window.EnergyAboveHull <= options.MostAboveHull))) return null;
            if (PairReaction.Of(cathode, formula, set, null, []) is not { } first || PairReaction.Of(electrolyte, formula, set, null, []) is not { } second) return null;
            return new()
            {
                Entry = entry,
                Kind = Kind(entry) ?? "other",
                EnergyAboveHull = window.EnergyAboveHull ?? 0,
                Window = window,
                WithCathode = first,
                WithElectrolyte = second,
                AtLowVoltage = Alone(window, options.LowVoltage),
                AtHighVoltage = Alone(window, options.HighVoltage),
                Rank = 0,
                IsRanked = false,
            };
        }
    }

    // A tenth of a meV/atom tells nothing apart.
    private static double Steps(double energy) => Math.Round(energy, 4);

    private static bool Before(CoatingCandidate one, CoatingCandidate other) =>
        Steps(one.Worst) != Steps(other.Worst) ? one.Worst > other.Worst : Steps(one.Sum) != Steps(other.Sum) ? one.Sum > other.Sum : string.CompareOrdinal(one.Entry.Name, other.Entry.Name) < 0;

    private static double Alone(ElectrochemicalWindow window, double voltage) => Math.Min(0, window.Steps.Last(step => step.From <= voltage).EnergyAt(voltage) / window.Formula.Atoms);

    // Null for what is none of them: an element, an alloy, a sulfate, a hydride.
    private static string? Kind(PhaseEntry entry)
    {
        ChemicalFormula formula = entry.Formula;
        if (formula.Elements.Count < 2 || OtherAnions.Split(' ').Any(Has)) return null;
        bool oxygen = Has("O"), fluorine = Has("F"), chlorine = Has("Cl");
        if (!oxygen && !fluorine && !chlorine) return null;
        string first = oxygen ? Has("P") ? "phosphate" : "oxide" : "";
        return string.Join(' ', new[] { first, fluorine ? "fluoride" : "", chlorine ? "chloride" : "" }.Where(word => word.Length > 0));

        bool Has(string symbol) => formula.Amount(symbol).Sign > 0;
    }

    private static ChemicalFormula Parsed(string name) => ChemicalFormula.TryParse(name, out ChemicalFormula? formula, out _) ? formula : throw new InvalidOperationException($"{name} is no formula");
}
