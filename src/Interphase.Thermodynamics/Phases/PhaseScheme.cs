using System.Collections.Immutable;

namespace Interphase.Thermodynamics;

/// <summary>How energies were computed and corrected. Energies of different schemes have nothing to do with each other.</summary>
/// <param name="Id">The name by which it is asked for, such as mp2019.</param>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="Source">Where the energies came from.</param>
/// <param name="Licence">The licence of the data; empty where unknown.</param>
/// <param name="Attribution">Whom to cite; empty where nobody.</param>
/// <param name="Limits">For what it may be used; empty where for anything.</param>
/// <param name="Biases">Where it is known to be wrong.</param>
public sealed record PhaseScheme(string Id, string Name, string Source, string Licence, string Attribution, string Limits, ImmutableArray<SchemeBias> Biases)
{
    /// <summary>The id of sets that a user brings without naming a scheme.</summary>
    public const string UserId = "user";

    /// <summary>The biases that matter where certain elements are, the ones stated for more elements last.</summary>
    /// <param name="elements">Symbols.</param>
    public ImmutableArray<SchemeBias> BiasesFor(IReadOnlyCollection<string> elements) => [.. Biases.Where(bias => bias.Matters(elements))];

    /// <summary>Id and name.</summary>
    public override string ToString() => $"{Id} ({Name})";

    /// <summary>The scheme of a set of a user's own.</summary>
    internal static PhaseScheme OfUser(string id, string file) => new(id, "a set of your own", file, "", "", "", []);
}
