namespace Interphase.Cells;

/// <summary>Takes entries of lithium.</summary>
public interface ILedger
{
    /// <summary>Adds an amount to an entry.</summary>
    /// <param name="entry">Such as <c>electrolyte</c>.</param>
    /// <param name="amount">mol/m2.</param>
    void Add(string entry, double amount);
}
