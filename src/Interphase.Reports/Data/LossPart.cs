namespace Interphase.Reports;

/// <summary>One cause of the difference between the voltage at equilibrium and that between the terminals.</summary>
/// <param name="Name">What it is, such as <c>separator resistance</c>.</param>
/// <param name="Values">V, as many as samples, with the sign with which it enters the voltage: negative where it lowers it, as losses do in a discharge.</param>
public sealed record LossPart(string Name, IReadOnlyList<double> Values);
