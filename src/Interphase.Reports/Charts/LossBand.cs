namespace Interphase.Reports;

/// <summary>One band of a stack.</summary>
/// <param name="Name">What the legend calls it; empty for no entry.</param>
/// <param name="Place">The place of its part; −1 for those too thin to be told apart.</param>
/// <param name="Start">V, the rim towards the equilibrium voltage.</param>
/// <param name="End">V, the rim towards the terminal voltage.</param>
/// <param name="IsAgainst">Whether it works against the others and takes back what it covers.</param>
internal sealed record LossBand(string Name, int Place, double[] Start, double[] End, bool IsAgainst);
