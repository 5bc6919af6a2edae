using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>A law written as a formula: a film that grows on a boundary, or active material that is lost. docs/physics.md (159) to (161).</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Law">m/s of a film, 1/s of a loss.</param>
/// <param name="IsLoss">Whether it is a loss.</param>
/// <param name="Area">Of the boundary, m2/m3.</param>
/// <param name="OnCarbon">Whether that is the carbon's.</param>
/// <param name="Volume">Of the product, m3/mol; infinite where no charge goes with it.</param>
/// <param name="Electrons">Of a formula unit.</param>
/// <param name="Uses">Share of the electrolyte that goes into a mol of product per m3 of electrode, m3/mol.</param>
/// <param name="Lithium">Lithium in the electrolyte as assembled, mol/m3.</param>
/// <param name="Resistivity">Of the film, ohm m; 0 where it does not resist.</param>
public sealed record GrowthCoefficients(string Name, BoundaryLaw Law, bool IsLoss, double Area, bool OnCarbon, double Volume, double Electrons, double Uses, double Lithium, double Resistivity) : BoundaryCoefficients
{
    /// <summary>The field of the law, such as <c>cathode.growth[0].rate</c>.</summary>
    public string Path { get; init; } = "growth";

    /// <summary>Where it is written.</summary>
    public Place Place { get; init; } = new("");

    internal override bool TakesActive => IsLoss;

    internal override bool SeesEquilibria => true;

    internal override BoundaryProcess<T> Process<T>(ProcessSite<T> site) => new GrowthProcess<T>(this, site);
}
