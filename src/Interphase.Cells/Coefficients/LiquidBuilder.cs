using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>Makes what the equations know of a liquid electrolyte from its section, and of the pores that it fills.</summary>
internal static class LiquidBuilder
{
    // Where a property has no range of its own it is a number, and any range does.
    private const double Least = 1e-3;
    private const int Rows = 1025;
    private const double Same = 1e-6;

    /// <summary>The salt; null after problems, or where the cell has no such section.</summary>
    public static BinaryCoefficients? Salt(Description cell, double temperature, Problems problems)
    {
        if (cell.Within(CellSections.Liquid) is not { } section) return null;
        int before = problems.Count;
        Setting<Quantity>? concentration = section.Get(LiquidFields.Concentration);
        if (concentration is null) Miss(LiquidFields.Concentration, "`concentration: 1000 mol/m3`");
        Curve? conductivity = Over(LiquidFields.Conductivity, "`conductivity: 1 S/m`", 0), diffusivity = Over(LiquidFields.Diffusivity, "`diffusivity: 3e-6 cm2/s`", 0);
        Curve? transference = Over(LiquidFields.TransferenceNumber, "`transferenceNumber: 0.3`", double.NegativeInfinity);
        if (!section.Has(LiquidFields.ThermodynamicFactor))
            section.Set(LiquidFields.ThermodynamicFactor.Set(Property.Of(Measures.Number, new Quantity(1, Unit.One)), new Origin(OriginKind.Default, null, "an ideal solution")));
        Curve? factor = Over(LiquidFields.ThermodynamicFactor, "`thermodynamicFactor: 1`", 0);
        if (problems.Count > before) return null;
        double start = concentration!.Value.Si;
        return new BinaryCoefficients(start, conductivity!, Law(LiquidFields.Conductivity), diffusivity!, Law(LiquidFields.Diffusivity), transference!, factor!);

        ThermalLaw Law(PropertyField field) => PropertyValues.Law(section.Get(field)!.Value, temperature, _ => start);

        void Miss(IField field, string example) =>
            problems.Add(section.Place, section.PathOf(field), "nothing", "what a liquid electrolyte needs", $"write {example}");

        Curve? Over(PropertyField field, string example, double above)
        {
            if (section.Get(field) is not { } setting)
            {
                Miss(field, example);
                return null;
            }
            Curve? curve = PropertyValues.OverConcentration(setting.Value, temperature, out string? fault);
            // At no concentration at all a conductivity may vanish.
            if (curve is not null && double.IsFinite(above))
                for (int i = 0; i < Rows && fault is null; i++)
                {
                    double at = curve.Lower + (curve.Upper - curve.Lower) * Math.Max(Least, i / (Rows - 1.0));
                    if (!(curve.Value(at) > above)) fault = $"it is not above 0 at {at:0.###} mol/m3";
                }
            if (fault is null) return curve;
            problems.Add(setting.Origin.Place ?? section.Place, section.PathOf(field), $"a property that cannot be used ({fault})", "one that is smooth and above 0 over its range of ce", "check the formula and its range");
            return null;
        }
    }

    /// <summary>The pores of a composite or a layer.</summary>
    /// <param name="section">Of either.</param>
    /// <param name="porosity">Its void.</param>
    /// <param name="problems">Receives what contradicts a liquid.</param>
    public static PoreCoefficients? Pores(Description section, double porosity, Problems problems)
    {
        IField conductivity = section.Has(ElectrodeFields.IonicConductivity) ? ElectrodeFields.IonicConductivity : MaterialFields.IonicConductivity;
        if (section.Has(conductivity) || section.Within(CellSections.Electrolyte) is not null)
        {
            bool solid = !section.Has(conductivity);
            problems.Add(
                section.Within(CellSections.Electrolyte)?.Place ?? section.PlaceOf(conductivity), solid ? $"{section.Path}.{CellSections.Electrolyte}" : section.PathOf(conductivity), solid ? "a solid electrolyte beside a liquid" : "a conductivity of its own beside a liquid",
                "one electrolyte in the whole cell", "leave it out, or the section `liquid`");
            return null;
        }
        if (!section.Has(LiquidFields.Fraction)) section.Complete(LiquidFields.Fraction, porosity, "its porosity");
        double fraction = section.Get(LiquidFields.Fraction)!.Value.Si;
        if (!(fraction > 0))
        {
            problems.Add(section.Place, section.PathOf(LiquidFields.Fraction), "no pores", "room for the liquid", "give a porosity, or `liquidFraction: 30 %`");
            return null;
        }
        return new PoreCoefficients(fraction, section.GetOrDefault(LiquidFields.Bruggeman, new Quantity(1.5, Unit.One), "assumed: Bruggeman's for spheres").Si);
    }

    /// <summary>How an exchange current depends on the salt; null where it does not, or cannot be used.</summary>
    /// <param name="property">The exchange current.</param>
    /// <param name="concentration">The salt's at the start, mol/m3.</param>
    /// <param name="variable">Values of the other variables at a lithium content.</param>
    /// <param name="fault">Why it cannot be used.</param>
    public static SaltDependence? Dependence(Property property, double concentration, Func<string, double, double> variable, out string? fault)
    {
        fault = null;
        if (!property.Variables.Contains("ce")) return null;
        if (property.Formula is null)
        {
            fault = "a table of ce; write a formula";
            return null;
        }
        double Ratio(double relative, double content)
        {
            double At(double share) => PropertyValues.Value(property, name => name == "ce" ? share * concentration : variable(name, content));
            return At(relative) / At(1);
        }

        foreach (double relative in (ReadOnlySpan<double>)[0.2, 0.7, 1.6])
            if (!(Math.Abs(Ratio(relative, 0.2) / Ratio(relative, 0.7) - 1) < Same))
            {
                fault = "its dependence on ce is not a factor of its own";
                return null;
            }
        double power = PropertyValues.Power(relative => Ratio(relative, 0.5));
        double[] arguments = new double[Rows], values = new double[Rows];
        bool flat = true;
        for (int i = 0; i < Rows; i++)
        {
            arguments[i] = Least + (10 - Least) * i / (Rows - 1);
            values[i] = Ratio(arguments[i], 0.5) / Math.Pow(arguments[i], power);
            flat &= Math.Abs(values[i] - 1) < 1e-9;
            if (!(values[i] > 0)) fault = $"it is not above 0 at {arguments[i] * concentration:0.###} mol/m3";
        }
        if (fault is not null) return null;
        if (flat) return new SaltDependence(Curve.Constant(1), power);
        if (Curve.TryInterpolate(arguments, values, out Curve? curve, out CurveError? error, Extension.Constant)) return new SaltDependence(curve, power);
        fault = error.ToString();
        return null;
    }
}
