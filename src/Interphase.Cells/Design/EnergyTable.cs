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
    private const double Faraday = 96485.33212;
    private const double LithiumMolarMass = 6.94e-3;
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
        Derived capacity = Capacity(row, arealCapacity);
        double? excess = row.Get(CellFields.LithiumExcess)?.Value.Si;
        Derived lithium = excess is { } times ? capacity.Then(charge => times * charge / Faraday * LithiumMolarMass) : Derived.None("");
        Derived divisor = perVolume
            ? row.Get(CellFields.StatedThickness) is { } thickness ? thickness.Value.Si : Thickness(basis)
            : Mass(basis, excess is null ? null : lithium);
        Derived implied = Derived.Of(divisor, capacity, (by, charge) => energy.Value.Si * by / charge);
        bool againstLithium = row.Get(CellFields.Against)?.Value == "Li";
        Derived nominal = againstLithium ? nominalPotential : nominalVoltage;
        string versus = againstLithium ? "against Li" : "between the terminals";
        string? remark = implied.Exists && nominal.Exists && Math.Abs(implied.Value.Value - nominal.Value.Value) > Telling
            ? $"takes {implied.Value:0.000} V {versus}, {Math.Abs(implied.Value.Value - nominal.Value.Value):0.00} V {(implied.Value < nominal.Value ? "below" : "above")} the nominal {nominal.Value:0.000} V: {(implied.Value < nominal.Value ? "polarisation, which the nominal column leaves out, or another capacity" : "no polarisation explains it")}"
            : implied.Exists ? $"takes {implied.Value:0.000} V {versus}" : null;
        string by = excess is null ? Divisor(basis, perVolume) : $"composite + lithium, {excess:0.##}-fold";
        if (perVolume && row.Get(CellFields.StatedThickness) is { } stated) by = $"{stated.Value.ToString(4)} as stated";
        return new EnergyRow(basis, perVolume, energy.Value.Si, by, implied, remark);
    }

    /// <summary>
    /// Whether two stated energies per mass of one capacity can both hold: at the mean voltage of the first, what the second would be, and which capacity it takes.
    /// </summary>
    public string? Contradiction(Description first, EnergyRow firstRow, Description second, EnergyRow secondRow, Derived arealCapacity)
    {
        if (firstRow.PerVolume || secondRow.PerVolume || firstRow.ImpliedMeanVoltage is not { Exists: true } one || secondRow.ImpliedMeanVoltage is not { Exists: true } other) return null;
        Derived capacity = Capacity(first, arealCapacity);
        if (Math.Abs(one.Value.Value - other.Value.Value) <= Telling || capacity != Capacity(second, arealCapacity) || first.Get(CellFields.Against)?.Value != second.Get(CellFields.Against)?.Value) return null;
        double voltage = one.Value.Value, stated = secondRow.Value.Value!.Value, would = stated * voltage / other.Value.Value;
        string text = $"does not follow from {Per(firstRow)}: at its {voltage:0.00} V the arithmetic gives {Measures.SpecificEnergy.Show(would, 3)}";
        if (second.Get(CellFields.LithiumExcess) is { } excess && Composite.Exists && Active.Exists)
        {
            // With lithium in proportion to the capacity, E (m + k q) = q V has one q.
            double perCharge = excess.Value.Si / Faraday * LithiumMolarMass;
            double charge = stated * Composite.Value.Value / (voltage - stated * perCharge) / Active.Value.Value;
            text += $"; {Per(secondRow)} would take {Measures.SpecificCapacity.Show(charge, 3)}";
        }
        return text;

        static string Per(EnergyRow row) => $"{Measures.SpecificEnergy.Show(row.Value.Value!.Value, 4)} ({row.Basis})";
    }

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
