using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>What a cut-off became.</summary>
/// <param name="Name"><c>lower</c> or <c>upper</c>.</param>
/// <param name="Written">As written.</param>
/// <param name="Terminal">Voltage between the terminals, V; nominal where the cut-off is the cathode's.</param>
/// <param name="Cathode">Potential of the cathode against lithium, V; nominal where the cut-off is between the terminals, missing where the counter electrode has no potential.</param>
public sealed record CutoffDesign(string Name, Potential Written, double Terminal, Derived Cathode)
{
    /// <summary>Whether the cathode's own potential ends the step, not the terminal voltage.</summary>
    public bool IsCathode => Written.Reference == PotentialReference.Cathode;
}
