using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>What energies are divided by: masses and thicknesses of the parts, per area.</summary>
/// <param name="Active">Active material with its coating, kg/m2.</param>
/// <param name="Composite">Cathode composite, kg/m2.</param>
/// <param name="Anode">Anode, kg/m2.</param>
/// <param name="Separator">Separator, kg/m2.</param>
/// <param name="CompositeThickness">m.</param>
/// <param name="AnodeThickness">m.</param>
/// <param name="SeparatorThickness">m.</param>
internal sealed record EnergyTable(
    Derived Active, Derived Composite, Derived Anode, Derived Separator, Derived CompositeThickness, Derived AnodeThickness, Derived SeparatorThickness)
{
    private const double Telling = 0.05;

    /// <summary>Every energy that a capacity and a mean voltage make.</summary>
    public ImmutableArray<EnergyRow> Rows(Derived arealCapacity, Derived meanVoltage)
    {
        Derived energy = Derived.Of(arealCapacity, meanVoltage, (charge, voltage) => charge * voltage);
        var rows = ImmutableArray.CreateBuilder<EnergyRow>();
        foreach (string basis in (ReadOnlySpan<string>)[Bases.Active, Bases.Composite, Bases.CompositeAndAnode, Bases.Stack])
            rows.Add(new EnergyRow(basis, false, Derived.Of(energy, Mass(basis, null), (joules, mass) => joules / mass), Divisor(basis, false)));
        foreach (string basis in (ReadOnlySpan<string>)[Bases.Composite, Bases.CompositeAndAnode, Bases.Stack])
            rows.Add(new EnergyRow(basis, true, Derived.Of(energy, Thickness(basis), (joules, length) => joules / length), Divisor(basis, true)));
        return rows.ToImmutable();
    }

    /// <summary>A stated energy with the mean voltage that it takes.</summary>
    public EnergyRow Stated(Description row, Derived arealCapacity, Derived nominalVoltage, Derived nominalPotential, Problems problems)
    {
        string basis = row.Get(CellFields.Basis)?.Value ?? "";
        if (row.Get(CellFields.StatedEnergy) is not { } energy || basis.Length == 0)
        {
            problems.Add(row.Place, row.Path, "an energy without `value` or `basis`", "both", "write `{ value: 375 Wh/kg, basis: composite + anode }`");
            return new EnergyRow(basis, false, Derived.None("it is incomplete"), "");
        }
        bool perVolume = energy.Value.Dimension == Measures.EnergyDensity.Dimension;
        if (perVolume && basis == Bases.Active)
        {
            problems.Add(row.PlaceOf(CellFields.Basis), row.PathOf(CellFields.Basis), $"`{basis}` for `{energy.Value}`", "composite, composite + anode or stack", "powder alone has no thickness");
            return new EnergyRow(basis, true, Derived.None("it is inconsistent"), "");
        }
        if (Misplaced(row, basis, perVolume, problems)) return new EnergyRow(basis, perVolume, Derived.None("it is inconsistent"), "");
        Derived capacity = Capacity(row, arealCapacity);
        double? excess = row.Get(CellFields.LithiumExcess)?.Value.Si;
        Quantity? thickness = row.Get(CellFields.StatedThickness)?.Value;
        Derived divisor = perVolume
            ? thickness is { } length ? length.Si : Thickness(basis)
            : Mass(basis, excess is { } times ? capacity.Then(charge => times * charge * Lithium.MassPerCharge) : null);
        Derived implied = Derived.Of(divisor, capacity, (by, charge) => energy.Value.Si * by / charge);
        bool againstLithium = AgainstLithium(row);
        string divided = thickness is { } stated ? $"{stated.ToString(4)} as stated"
            : excess is null ? Divisor(basis, perVolume)
            : basis == Bases.Stack ? $"composite + separator + lithium, {excess:0.##}-fold" : $"composite + lithium, {excess:0.##}-fold";
        return new EnergyRow(basis, perVolume, energy.Value.Si, divided, implied, Takes(implied, againstLithium ? nominalPotential : nominalVoltage, againstLithium ? "against Li" : "between the terminals"));
    }

    // What a stated energy says of the voltage, held against the nominal one.
    private static string? Takes(Derived implied, Derived nominal, string versus)
    {
        if (!implied.Exists) return null;
        string takes = $"takes {implied.Value:0.000} V {versus}";
        if (!nominal.Exists || Math.Abs(implied.Value.Value - nominal.Value.Value) <= Telling) return takes;
        double below = nominal.Value.Value - implied.Value.Value;
        return below > 0
            ? $"{takes}, {below:0.000} V below the nominal {nominal.Value:0.000} V: a polarisation of {below:0.000} V, which the nominal column leaves out, or another capacity"
            : $"{takes}, {-below:0.000} V above the nominal {nominal.Value:0.000} V: no polarisation explains it";
    }

    // Lithium in place of the anode changes a mass, a thickness only a volume: elsewhere they would be passed over in silence.
    private static bool Misplaced(Description row, string basis, bool perVolume, Problems problems)
    {
        if (row.Get(CellFields.LithiumExcess) is { } excess && (perVolume || basis is Bases.Active or Bases.Composite))
        {
            problems.Add(
                row.PlaceOf(CellFields.LithiumExcess), row.PathOf(CellFields.LithiumExcess), $"`{excess.Value}` beside {(perVolume ? "an energy per volume" : $"the basis `{basis}`")}",
                "an energy per mass of composite + anode or stack", perVolume ? "give `thickness`" : "leave it out");
            return true;
        }
        if (row.Get(CellFields.StatedThickness) is { } thickness && !perVolume)
        {
            problems.Add(row.PlaceOf(CellFields.StatedThickness), row.PathOf(CellFields.StatedThickness), $"`{thickness.Value}` beside an energy per mass", "an energy in Wh/L", "leave it out");
            return true;
        }
        return false;
    }

    /// <summary>
    /// Whether two stated energies per mass of one capacity can both hold: at the mean voltage of the first, what the second would be, and which capacity it takes.
    /// </summary>
    public string? Contradiction(Description first, EnergyRow firstRow, Description second, EnergyRow secondRow, Derived arealCapacity)
    {
        if (firstRow.PerVolume || secondRow.PerVolume || firstRow.ImpliedMeanVoltage is not { Exists: true } one || secondRow.ImpliedMeanVoltage is not { Exists: true } other) return null;
        Derived capacity = Capacity(first, arealCapacity);
        if (Math.Abs(one.Value.Value - other.Value.Value) <= Telling || capacity != Capacity(second, arealCapacity) || AgainstLithium(first) != AgainstLithium(second)) return null;
        double voltage = one.Value.Value, stated = secondRow.Value.Value!.Value, would = stated * voltage / other.Value.Value;
        string text = $"does not follow from {Per(firstRow)}: at its {voltage:0.00} V the arithmetic gives {Measures.SpecificEnergy.Show(would, 3)}";
        if (second.Get(CellFields.LithiumExcess) is { } excess && Mass(secondRow.Basis, 0) is { Exists: true } rest && Active.Exists)
        {
            // With lithium in proportion to the capacity, E (m + k q) = q V has one q, or none where E k reaches V.
            double left = voltage - stated * excess.Value.Si * Lithium.MassPerCharge;
            text += left > 0 ? $"; {Per(secondRow)} would take {Measures.SpecificCapacity.Show(stated * rest.Value.Value / left / Active.Value.Value, 3)}" : $"; no capacity gives {Per(secondRow)}";
        }
        return text;

        static string Per(EnergyRow row) => $"{Measures.SpecificEnergy.Show(row.Value.Value!.Value, 4)} ({row.Basis})";
    }

    private static bool AgainstLithium(Description row) => row.Get(CellFields.Against)?.Value == "Li";

    private Derived Capacity(Description row, Derived arealCapacity) => row.Get(CellFields.StatedCapacity) is not { } own ? arealCapacity
        : own.Value.Dimension == Measures.ArealCapacity.Dimension ? own.Value.Si
        : Active.Then(mass => own.Value.Si * mass);

    private Derived Mass(string basis, Derived? lithium) => basis switch
    {
        Bases.Active => Active,
        Bases.Composite => Composite,
        Bases.CompositeAndAnode => Sum(Composite, lithium ?? Anode),
        _ => Sum(Sum(Composite, lithium ?? Anode), Separator),
    };

    private Derived Thickness(string basis) => basis switch
    {
        Bases.Composite => CompositeThickness,
        Bases.CompositeAndAnode => Sum(CompositeThickness, AnodeThickness),
        _ => Sum(Sum(CompositeThickness, AnodeThickness), SeparatorThickness),
    };

    private string Divisor(string basis, bool perVolume)
    {
        return perVolume
            ? basis switch
            {
                Bases.Composite => Length(CompositeThickness),
                Bases.CompositeAndAnode => $"{Length(CompositeThickness)} + {Length(AnodeThickness)}",
                _ => $"{Length(CompositeThickness)} + {Length(SeparatorThickness)} + {Length(AnodeThickness)}",
            }
            : basis switch
            {
                Bases.Active => Weight(Active),
                Bases.Composite => Weight(Composite),
                Bases.CompositeAndAnode => $"{Weight(Composite)} + {Weight(Anode)}",
                _ => $"{Weight(Composite)} + {Weight(Separator)} + {Weight(Anode)}",
            };
        static string Weight(Derived mass) => mass.Exists ? Measures.ArealMass.Show(mass.Value.Value, 4) : "?";
        static string Length(Derived length) => length.Exists ? Measures.Length.Show(length.Value.Value, 4) : "?";
    }

    private static Derived Sum(Derived a, Derived b) => Derived.Of(a, b, (x, y) => x + y);
}
