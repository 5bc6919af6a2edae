using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>Reads cells for the tests: the examples, and files written on the spot.</summary>
internal static class Cells
{
    /// <summary>A complete cell with round numbers, to vary.</summary>
    public const string Plain = """
        area: 1 cm2
        oneC: 200 mA/g
        cutoffs: { lower: 2.5 V vs Li, upper: 4.3 V vs Li }
        cathode:
          loading: 10 mg/cm2
          porosity: 15 %
          active: { material: NCM811, share: 70 wt%, radius: 2.5 um }
          electrolyte: { material: Li6PS5Cl, share: 28 wt% }
          carbon: { material: carbon nanofibres, share: 2 wt% }
        separator: { material: Li6PS5Cl, thickness: 500 um, porosity: 18 % }
        anode: { foil: { material: Li-In, thickness: 100 um, lithiumRatio: 0.5 } }
        """;

    public static string Repository
    {
        get
        {
            string folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Interphase.slnx"))) folder = Path.GetDirectoryName(folder)!;
            return folder;
        }
    }

    public static IEnumerable<string> Examples => Directory.EnumerateFiles(Path.Combine(Repository, "examples"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static CellDesign Example(string name, params string[] overrides) => Designed(CellReader.Read(ExampleFile(name), overrides));

    public static string ExampleFile(string name) => Path.Combine(Repository, "examples", name + ".yaml");

    public static CellReading Read(string text, params string[] overrides)
    {
        string folder = Directory.CreateTempSubdirectory("interphase-cells-").FullName;
        try
        {
            string file = Path.Combine(folder, "cell.yaml");
            File.WriteAllText(file, text);
            return CellReader.Read(file, overrides);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static CellDesign Design(string text, params string[] overrides) => Designed(Read(text, overrides));

    public static Problem Problem(string text, params string[] overrides)
    {
        CellReading reading = Read(text, overrides);
        reading.Design.ShouldBeNull();
        return reading.Problems.ShouldHaveSingleItem();
    }

    public static double In(this Derived figure, string unit)
    {
        figure.Exists.ShouldBeTrue(figure.Reason);
        return Unit.Parse(unit).FromSi(figure.Value!.Value);
    }

    public static EnergyRow Row(this DesignColumn column, string basis, bool perVolume = false) => column.Energies.Last(row => row.Basis == basis && row.PerVolume == perVolume);

    /// <summary>Every figure of a design with its name, the missing ones as NaN.</summary>
    public static IEnumerable<(string Name, double Value)> Figures(CellDesign design)
    {
        yield return ("area", design.Area);
        yield return ("temperature", design.Temperature);
        yield return ("anode potential", Of(design.AnodePotential));
        yield return ("anode capacity", Of(design.AnodeCapacity));
        yield return ("areal capacity", Of(design.ArealCapacity));
        yield return ("1C", Of(design.OneC));
        foreach ((string side, CompositeDesign? composite) in new[] { ("cathode", design.Cathode), ("anode", design.Anode) })
        {
            if (composite is null) continue;
            yield return ($"{side} thickness", composite.Thickness);
            yield return ($"{side} porosity", composite.Porosity);
            yield return ($"{side} mass", Of(composite.ArealMass));
            yield return ($"{side} loading", Of(composite.Loading));
            foreach (ComponentDesign component in composite.Components)
            {
                yield return ($"{side} {component.Role} volume", component.VolumeFraction);
                yield return ($"{side} {component.Role} mass", Of(component.ArealMass));
            }
        }
        foreach ((string side, FoilDesign? foil) in new[] { ("cathode", design.CathodeFoil), ("anode", design.AnodeFoil) })
        {
            if (foil is null) continue;
            yield return ($"{side} foil thickness", Of(foil.Thickness));
            yield return ($"{side} foil mass", Of(foil.ArealMass));
            yield return ($"{side} foil remaining", Of(foil.Remaining));
            yield return ($"{side} foil held", Of(foil.Held));
        }
        foreach (LayerDesign layer in design.Separator)
        {
            yield return ("layer thickness", layer.Thickness);
            yield return ("layer porosity", layer.Porosity);
            yield return ("layer mass", Of(layer.ArealMass));
        }
        foreach (CutoffDesign cutoff in design.Cutoffs)
        {
            yield return (cutoff.Name, cutoff.Terminal);
            yield return ($"{cutoff.Name} cathode", Of(cutoff.Cathode));
        }
        foreach ((string name, DesignColumn? column) in new[] { ("nominal", design.Nominal), ("stated", design.Stated) })
        {
            if (column is null) continue;
            yield return ($"{name} capacity", Of(column.Capacity));
            yield return ($"{name} areal", Of(column.ArealCapacity));
            yield return ($"{name} voltage", Of(column.MeanVoltage));
            yield return ($"{name} potential", Of(column.MeanPotential));
            yield return ($"{name} N/P", Of(column.NegativeToPositive));
            foreach (EnergyRow row in column.Energies) yield return ($"{name} {row.Basis} {row.PerVolume}", Of(row.Value));
        }

        static double Of(Derived figure) => figure.Value ?? double.NaN;
    }

    public static void ShouldBeTheSame(CellDesign one, CellDesign other, string why)
    {
        (string Name, double Value)[] first = [.. Figures(one)], second = [.. Figures(other)];
        second.Select(figure => figure.Name).ShouldBe(first.Select(figure => figure.Name), why);
        for (int i = 0; i < first.Length; i++)
        {
            double a = first[i].Value, b = second[i].Value;
            bool same = double.IsNaN(a) ? double.IsNaN(b) : Math.Abs(a - b) <= 1e-7 * Math.Max(Math.Abs(a), 1e-12);
            same.ShouldBeTrue($"{why}: {first[i].Name} was {a}, is {b}");
        }
    }

    private static CellDesign Designed(CellReading reading)
    {
        reading.Problems.ShouldBeEmpty();
        return reading.Design.ShouldNotBeNull();
    }
}
