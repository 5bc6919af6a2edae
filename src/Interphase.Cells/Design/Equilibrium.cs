using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// The cell at rest at every state between its cut-offs. The charge q (C/m2) counts what has left the cathode since assembly; a counter
/// electrode with a curve moves along it, another one stays at its flat potential. While the cell charges, lithium leaves the cathode and
/// enters the anode; each follows its branch.
/// </summary>
internal sealed class Equilibrium(Insertion cathode, Insertion? anode, double anodePotential)
{
    private readonly double least = Math.Max((cathode.Start - cathode.Upper) * cathode.Capacity, anode is null ? double.NegativeInfinity : (anode.Lower - anode.Start) * anode.Capacity);
    private readonly double most = Math.Min((cathode.Start - cathode.Lower) * cathode.Capacity, anode is null ? double.PositiveInfinity : (anode.Upper - anode.Start) * anode.Capacity);

    /// <summary>Whether there is any charge that both electrodes can hold.</summary>
    public bool IsPossible => most > least;

    /// <summary>Charge at which a charge ends at the upper cut-off, or at the end of a curve.</summary>
    public (double Charge, bool Reached) Top(CutoffDesign cutoff) => Ends(cutoff, cathode.Leaving, charging: true);

    /// <summary>Charge at which a discharge ends at the lower cut-off, or at the end of a curve.</summary>
    public (double Charge, bool Reached) Bottom(CutoffDesign cutoff) => Ends(cutoff, cathode.Entering, charging: false);

    /// <summary>Mean potential of the cathode against lithium on discharge between two charges, V.</summary>
    public double MeanPotential(double bottom, double top) => GaussLegendre.Integrate(q => cathode.Entering(Content(q)), bottom, top, panels: 200) / (top - bottom);

    /// <summary>Mean voltage between the terminals on discharge between two charges, V.</summary>
    public double MeanVoltage(double bottom, double top) =>
        GaussLegendre.Integrate(q => cathode.Entering(Content(q)) - AnodePotential(q, charging: false), bottom, top, panels: 200) / (top - bottom);

    /// <summary>The curves between two charges.</summary>
    public EquilibriumCurves Curves(double bottom, double top, int points)
    {
        double[] charges = [.. Enumerable.Range(0, points).Select(i => bottom + (top - bottom) * i / (points - 1))];
        return new EquilibriumCurves(
            [.. charges.Select(q => q - bottom)], [.. charges.Select(q => cathode.Leaving(Content(q)))], [.. charges.Select(q => cathode.Entering(Content(q)))],
            [.. charges.Select(q => AnodePotential(q, charging: false))])
        {
            Discharged = Content(bottom),
            Charged = Content(top),
        };
    }

    private (double Charge, bool Reached) Ends(CutoffDesign cutoff, Func<double, double> curve, bool charging)
    {
        // Potential and voltage rise with q; the search wants what falls.
        double Short(double q) => cutoff.IsCathode ? cutoff.Written.Voltage.Si - curve(Content(q)) : cutoff.Terminal - (curve(Content(q)) - AnodePotential(q, charging));
        double at = Bisection.WhereFallingReachesZero(Short, least, most);
        return (at, at > least && at < most);
    }

    private double Content(double q) => cathode.Start - q / cathode.Capacity;

    private double AnodePotential(double q, bool charging) =>
        anode is null ? anodePotential : (charging ? anode.Entering : anode.Leaving)(anode.Start + q / anode.Capacity);
}
