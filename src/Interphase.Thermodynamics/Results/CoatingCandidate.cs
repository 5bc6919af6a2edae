using Interphase.Descriptions;

namespace Interphase.Thermodynamics;

/// <summary>A phase as a coating between a cathode and an electrolyte. All energies are driving forces, eV/atom, 0 or below: what it would gain by reacting.</summary>
public sealed record CoatingCandidate
{
    internal CoatingCandidate()
    {
    }

    /// <summary>The phase.</summary>
    public required PhaseEntry Entry { get; init; }

    /// <summary>What it is: oxide, phosphate, fluoride, chloride, or a mixture of these words.</summary>
    public required string Kind { get; init; }

    /// <summary>Its energy above the hull, eV/atom.</summary>
    public required double EnergyAboveHull { get; init; }

    /// <summary>Its window.</summary>
    public required ElectrochemicalWindow Window { get; init; }

    /// <summary>Its closed reaction with the cathode.</summary>
    public required PairReaction WithCathode { get; init; }

    /// <summary>Its closed reaction with the electrolyte.</summary>
    public required PairReaction WithElectrolyte { get; init; }

    /// <summary>What it gains alone at the lowest potential.</summary>
    public required double AtLowVoltage { get; init; }

    /// <summary>What it gains alone at the highest potential.</summary>
    public required double AtHighVoltage { get; init; }

    /// <summary>The strongest of its driving forces, by which it is ranked: with cathode or electrolyte, at the lowest or highest potential, or its own decomposition.</summary>
    public double Worst => Math.Min(Math.Min(WithCathode.MutualEnergy, WithElectrolyte.MutualEnergy), Math.Min(Math.Min(AtLowVoltage, AtHighVoltage), -EnergyAboveHull));

    /// <summary>All of them together, which tells phases of the same worst apart.</summary>
    public double Sum => WithCathode.MutualEnergy + WithElectrolyte.MutualEnergy + AtLowVoltage + AtHighVoltage - EnergyAboveHull;

    /// <summary>Whether it holds lithium.</summary>
    public bool HasLithium => Entry.Formula.Amount("Li").Sign > 0;

    /// <summary>Its place among those that were ranked, from 1; of one that was not, the place that it would have.</summary>
    public required int Rank { get; init; }

    /// <summary>Whether it was ranked; a usual coating may fail what others must fulfil.</summary>
    public required bool IsRanked { get; init; }

    /// <summary>The chemical formula.</summary>
    public ChemicalFormula Formula => Entry.Formula;
}
