namespace Interphase.Reports;

/// <summary>What a cause takes over a whole step.</summary>
/// <param name="Name">The cause.</param>
/// <param name="Mean">V, over the charge passed, with its sign.</param>
/// <param name="Extreme">V, the value of the largest magnitude.</param>
/// <param name="Share">Of the sum of all magnitudes, 0 to 1.</param>
internal sealed record LossShare(string Name, double Mean, double Extreme, double Share);
