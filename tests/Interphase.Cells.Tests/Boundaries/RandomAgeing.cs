using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>A cell that ages, its mechanisms and how it is cycled, drawn from a seed.</summary>
internal sealed record RandomAgeing
{
    // Shares of the draws that have a mechanism nobody asked for, and a hold.
    private const double Also = 0.25, Held = 0.5;

    private static readonly Curve Volume = HalfCell.Tabulate("1 + 0.03*(y - 1)");

    /// <summary>What happens in it.</summary>
    public required Mechanisms Present { get; init; }

    /// <summary>The cell without mechanisms.</summary>
    public required CellCoefficients Fresh { get; init; }

    /// <summary>What is done to it.</summary>
    public required Protocol Protocol { get; init; }

    public required ContactCoefficients Contact { get; init; }

    public required CrackCoefficients Cracks { get; init; }

    public required CrackCoefficients ElectrolyteCracks { get; init; }

    public required LatticeOxygenCoefficients Oxygen { get; init; }

    public required CarbonSurfaceCoefficients Carbon { get; init; }

    public required OxidationCoefficients Oxidation { get; init; }

    /// <summary>Share of the active material's boundary under a coating that no electrons pass, and its resistance, ohm m2.</summary>
    public required (double Coverage, double Resistance) Coating { get; init; }

    public required ReductionCoefficients Reduction { get; init; }

    public required FilamentCoefficients Filament { get; init; }

    /// <summary>Of the separator's contact, ohm m2 per root of a second.</summary>
    public required double InterfaceGrowth { get; init; }

    /// <summary>Charge of the active material, C/m2.</summary>
    public double Capacity => ((CompositeCoefficients)Fresh.Cathode).Capacity;

    /// <summary>The cell with all that happens in it.</summary>
    public CellCoefficients Cell
    {
        get
        {
            var boundaries = ImmutableArray.CreateBuilder<BoundaryCoefficients>();
            double bare = Has(Mechanisms.Coating) ? 1 - Coating.Coverage : 1;
            foreach ((Mechanisms mechanism, BoundaryCoefficients boundary) in ((Mechanisms, BoundaryCoefficients)[])
            [
                (Mechanisms.Contact, Contact), (Mechanisms.Cracks, Cracks), (Mechanisms.ElectrolyteCracks, ElectrolyteCracks), (Mechanisms.Oxygen, Oxygen), (Mechanisms.Carbon, Carbon),
                (Mechanisms.Oxidation, Oxidation with { Bare = bare }),
            ])
                if (Has(mechanism)) boundaries.Add(boundary);
            return Fresh with
            {
                Cathode = (CompositeCoefficients)Fresh.Cathode with
                {
                    Boundaries = boundaries.ToImmutable(),
                    Coating = Has(Mechanisms.Coating) ? new CoatingCoefficients([new BoundaryPart(Coating.Coverage, Coating.Resistance, false), new BoundaryPart(1 - Coating.Coverage, 0, true)], bare, 1) : null,
                },
                Anode = !Has(Mechanisms.Reduction | Mechanisms.Filament) ? Fresh.Anode : new FoilCoefficients(0, 50, ThermalLaw.None, 0.5, 0, 0, 0, double.PositiveInfinity)
                {
                    Reduction = Has(Mechanisms.Reduction) ? Reduction : null,
                    Filament = Has(Mechanisms.Filament) ? Filament : null,
                },
                Separator = Has(Mechanisms.Separator) ? [.. Fresh.Separator.Select(layer => layer with { InterfaceGrowth = InterfaceGrowth })] : Fresh.Separator,
            };
        }
    }

    /// <summary>Draws a cell that has a mechanism, and perhaps others.</summary>
    public static RandomAgeing Draw(int seed, Mechanisms asked)
    {
        var draws = new Draws(seed);
        Mechanisms present = asked;
        foreach (Mechanisms each in Enum.GetValues<Mechanisms>())
            if (draws.Heads(Also) && each != Mechanisms.Filament) present |= each;
        CellCoefficients cell = HalfCell.Coefficients(diffusivity: draws.Decades(1e-15, 3e-14), thickness: draws.Decades(30e-6, 120e-6));
        cell = cell with { Cathode = (CompositeCoefficients)cell.Cathode with { InitialContent = 0.95, CarbonArea = draws.Decades(3e5, 3e6), IonicConductivity = draws.Decades(0.02, 0.2), DoubleLayer = draws.Heads(Also) ? 0.1 : 0 } };
        // Charges at 1C, C/m2/s, and about three quarters of the capacity.
        double whole = ((CompositeCoefficients)cell.Cathode).Capacity, current = 0.7 * whole / 3600 * draws.Decades(0.1, 1), charging = 0.7 * whole / current, way = cell.Separator[0].Thickness;
        double exponent = draws.Between(2, 4), gap = draws.Decades(1e-9, 3e-8);
        return new RandomAgeing
        {
            Present = present,
            Fresh = cell,
            Protocol = Cycles(draws, current),
            Contact = new ContactCoefficients(Volume, 0.95, 2.5e-6, gap, 15.7e9, draws.Between(0, 30e6), 380e6, draws.Decades(2e6, 60e6), 0.5, draws.Decades(1e-2, 1)) { Isolation = draws.Decades(1e-3, 0.3), IsolatedShare = draws.Between(0.1, 0.6) },
            Cracks = new CrackCoefficients(CrackTarget.Active, Volume, draws.Decades(1e-10, 3e-8) * Math.Pow(0.2e6, -exponent), exponent, 150e9, 1.12, draws.Heads() ? 0 : 0.05e6, double.PositiveInfinity, 10, 20e-9, 2.5e-6, draws.Heads() ? 0 : draws.Between(1, 10), draws.Between(0, 0.5), 0),
            ElectrolyteCracks = new CrackCoefficients(CrackTarget.Electrolyte, Volume, draws.Decades(1e-10, 3e-8) * Math.Pow(0.02e6, -exponent), exponent, 15.7e9, 1.12, 0, double.PositiveInfinity, 10, 20e-9, 2.5e-6, 0, 0, draws.Between(0, 1)),
            Oxygen = new LatticeOxygenCoefficients(draws.Decades(1e-14, 1e-11), ThermalLaw.None, draws.Between(0.4, 0.7), draws.Decades(1e-7, 1e-4), 1e-6, 24000, 3e5, draws.Heads() ? draws.Decades(1e-4, 1e-2) : 0, draws.Decades(1e-6, 1e-4), draws.Heads() ? 3.7 : 0, double.PositiveInfinity, 4e4),
            Carbon = new CarbonSurfaceCoefficients(draws.Decades(3e-7, 5e-6), draws.Decades(1e-7, 1e-3), 4, 1, ThermalLaw.None, draws.Decades(3e2, 3e4), draws.Decades(1e-8, 3e-7), draws.Decades(1e-4, 1e-2), 3.6, 4, ThermalLaw.None, 0.5, 0.65, 1e-7, 1e6, double.PositiveInfinity, double.PositiveInfinity),
            Oxidation = AgeingCell.Oxidation with
            {
                First = new OxidationStep(draws.Decades(1e-6, 3e-4), 2.5, 2, 1.4e-4),
                Second = new OxidationStep(draws.Heads() ? 0 : draws.Decades(1e-6, 3e-4), 2.6, 3, 0),
                OnCarbon = draws.Decades(0.3, 3),
                LineArea = draws.Heads() ? 0 : 3e4,
                OnLine = draws.Decades(1, 10),
                TransferCoefficient = draws.Between(0.3, 0.6),
                FilmElectrons = draws.Decades(1e-13, 1e-10),
                FilmIons = draws.Decades(1e-8, 1e-6),
                ContactResistivity = draws.Decades(1e3, 1e6),
                SupplyExponent = draws.Heads() ? 3.7 : 0,
            },
            Coating = (draws.Between(0.3, 0.9), draws.Decades(1e-3, 1e-1)),
            Reduction = new ReductionCoefficients(draws.Decades(1e-5, 1e-2), ThermalLaw.None, 0.5, draws.Between(0.08, 0.3), 8, 1.4e-4, draws.Decades(1e-10, 1e-7), draws.Decades(1e-5, 1e-3)),
            Filament = new FilamentCoefficients(way / (charging * draws.Between(0.6, 6)), current, draws.Between(1, 2.5), way),
            InterfaceGrowth = draws.Decades(1e-7, 3e-5),
        };
    }

    private bool Has(Mechanisms any) => (Present & any) != 0;

    // Two to four cycles between two voltages; some rest at the upper one.
    private static Protocol Cycles(Draws draws, double current)
    {
        ProtocolRepeat cycles = AgeingCell.Cycles(draws.Heads() ? 2 : 4, current, draws.Between(2.8, 3.2), draws.Between(4.1, 4.3)).Items.OfType<ProtocolRepeat>().Single();
        var charge = (ProtocolStep)cycles.Items[0];
        double upper = charge.Limits[0].Threshold, hours = draws.Between(0.1, 1);
        return draws.Heads(Held) ? new Protocol([cycles with { Items = [charge, .. AgeingCell.Hold(upper, 3600 * hours).Items, cycles.Items[1]] }]) : new Protocol([cycles]);
    }
}
