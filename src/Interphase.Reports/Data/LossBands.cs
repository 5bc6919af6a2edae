namespace Interphase.Reports;

/// <summary>The voltage of one charge or discharge by its parts: voltage = equilibrium + sum of the parts. What the parts leave open is shown as such.</summary>
/// <param name="Step">Which step it is, such as <c>discharge of cycle 1</c>.</param>
/// <param name="Time">s, rising.</param>
/// <param name="Charge">Charge passed since the step began, Ah, 0 or more.</param>
/// <param name="Equilibrium">Voltage at equilibrium, V.</param>
/// <param name="Voltage">Voltage between the terminals, V.</param>
/// <param name="Parts">What lies between the two.</param>
/// <exception cref="ArgumentException">The lists differ in length.</exception>
public sealed record LossBands(
    string Step, IReadOnlyList<double> Time, IReadOnlyList<double> Charge, IReadOnlyList<double> Equilibrium, IReadOnlyList<double> Voltage, IReadOnlyList<LossPart> Parts)
{
    /// <summary>What lies between the two.</summary>
    public IReadOnlyList<LossPart> Parts { get; } =
        Parts.All(part => part.Values.Count == Time.Count) && Charge.Count == Time.Count && Equilibrium.Count == Time.Count && Voltage.Count == Time.Count
            ? Parts
            : throw new ArgumentException($"Charge, voltages and every part have a value for each of the {Time.Count} times.", nameof(Parts));
}
