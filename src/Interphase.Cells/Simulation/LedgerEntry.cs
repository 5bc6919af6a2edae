namespace Interphase.Cells;

/// <summary>An entry of a ledger.</summary>
/// <param name="Name">Such as <c>cathode.electrolyte</c>.</param>
/// <param name="Amount">mol/m2.</param>
public sealed record LedgerEntry(string Name, double Amount);
