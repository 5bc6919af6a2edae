using Interphase.Descriptions;

namespace Interphase.Thermodynamics;

/// <summary>A phase of a set: a composition with its formation energy.</summary>
public sealed class PhaseEntry
{
    private readonly Composition _composition;
    private ChemicalFormula? _formula;

    internal PhaseEntry(string name, Composition composition, double formationEnergy, string id)
    {
        (Name, _composition, FormationEnergy, Id) = (name, composition, formationEnergy, id);
        // Elements are named as they occur, so that oxygen is released as O2 whatever a file calls it.
        if (composition.Count == 1 && Composition.MoleculeOf(composition.Number(0)) is { } molecule) (Name, _composition) = (molecule, composition.WithUnits(2));
    }

    /// <summary>The formula as the set writes it; an element that is a gas as its molecule.</summary>
    public string Name { get; }

    /// <summary>The composition.</summary>
    public ChemicalFormula Formula => _formula ??= ChemicalFormula.TryParse(Name, out ChemicalFormula? formula, out _) ? formula : throw new InvalidOperationException($"{Name} is no formula");

    /// <summary>Energy of formation from the elements, eV/atom, at 0 K.</summary>
    public double FormationEnergy { get; }

    /// <summary>The entry's id in its source, such as mp-985592; empty where it has none.</summary>
    public string Id { get; }

    /// <summary>Name and energy.</summary>
    public override string ToString() => $"{Name} {FormationEnergy:0.0000} eV/atom";

    internal Composition Composition => _composition;

    internal PhaseEntry WithEnergy(double formationEnergy) => new(Name, _composition, formationEnergy, Id);
}
