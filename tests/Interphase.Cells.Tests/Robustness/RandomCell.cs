using System.Collections.Immutable;
using System.Globalization;
using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>A cell and what is done to it, drawn from a seed.</summary>
/// <param name="Kind">Its class.</param>
/// <param name="Seed">What it was drawn from.</param>
/// <param name="Coefficients">The cell.</param>
/// <param name="Protocol">What is done to it.</param>
/// <param name="Traits">What is special about it, in words.</param>
internal sealed record RandomCell(CellKind Kind, int Seed, CellCoefficients Coefficients, Protocol Protocol, string Traits)
{
    private const double Day = 86400;

    private static readonly Dictionary<string, Curve> Curves = new()
    {
        ["nmc"] = HalfCell.Tabulate(HalfCell.Nmc811),
        ["flat cathode"] = HalfCell.Tabulate("3.43 + 0.6*exp(-y/0.01) - 0.8*exp((y - 1)/0.01)"),
        ["graphite"] = HalfCell.Tabulate(
            "0.194 + 1.5*exp(-120*y) + 0.0351*tanh((y - 0.286)/0.083) - 0.0045*tanh((y - 0.849)/0.119) - 0.035*tanh((y - 0.9233)/0.05) - 0.0147*tanh((y - 0.5)/0.034) - 0.102*tanh((y - 0.194)/0.142)"
            + " - 0.022*tanh((y - 0.9)/0.0164) - 0.011*tanh((y - 0.124)/0.0226) + 0.0155*tanh((y - 0.105)/0.029)"),
        ["lto"] = HalfCell.Tabulate("1.55 - 0.005*(y - 0.5) + 0.5*exp(-y/0.01) - 0.8*exp((y - 1)/0.01)"),
    };

    /// <summary>Draws a cell.</summary>
    public static RandomCell Draw(CellKind kind, int seed)
    {
        var random = new Random(HashCode(kind, seed));
        bool hostile = kind is CellKind.HostileHalf or CellKind.HostileFull, full = kind is CellKind.PlausibleFull or CellKind.HostileFull;
        double wider = hostile ? 10 : 1;
        var traits = new List<string>();
        string curve = full || random.NextDouble() < 0.7 ? "nmc" : "flat cathode";
        traits.Add(curve);
        CompositeCoefficients cathode = Composite(random, wider, curve, traits);
        ElectrodeCoefficients anode;
        double below = 0;
        if (full)
        {
            string other = random.NextDouble() < 0.5 ? "graphite" : "lto";
            traits.Add(other);
            (anode, below) = (Composite(random, wider, other, traits), other == "lto" ? 1.55 : 0);
        }
        else anode = Counter(random, cathode, traits, ref below);
        double area = full ? Math.Min(cathode.Capacity, ((CompositeCoefficients)anode).Capacity) : cathode.Capacity;
        var cell = new CellCoefficients(1e-4, 298.15, cathode, anode, [new LayerCoefficients(Logarithmic(random, 10e-6, 200e-6), Logarithmic(random, 0.02, 1), ThermalLaw.None, random.NextDouble() < 0.3 ? Logarithmic(random, 1e-5, 1e-3) : 0)], 0.5);
        double current = hostile ? Logarithmic(random, 0.05, 500) : Logarithmic(random, 0.01, 5) * area / 3600;
        bool charges = random.NextDouble() < 0.5;
        return new RandomCell(kind, seed, cell, Steps(random, charges ? current : -current, area, below, traits), string.Join(", ", traits));
    }

    private static Protocol Steps(Random random, double current, double capacity, double below, List<string> traits)
    {
        double lower = (random.NextDouble() < 0.5 ? 2.5 : 2.0) - below, upper = (random.NextDouble() < 0.5 ? 4.3 : 4.6) - below, full = 1.3 * capacity / Math.Abs(current), way = random.NextDouble();
        StepLimit time = Time(Math.Max(full, 1)), voltage = current > 0 ? Above(upper) : Below(lower);
        traits.Add(current > 0 ? "charge" : "discharge");
        var at = new CurrentControl(current);
        var items = ImmutableArray.CreateBuilder<ProtocolItem>();
        void Add(Control control, params ImmutableArray<StepLimit> limits) => items.Add(new ProtocolStep(new Place("random", items.Count + 1, 1), Name(control), control, limits));
        if (way < 0.6) Add(at, voltage, time);
        else if (way < 0.7)
        {
            traits.Add("no limit of voltage");
            Add(at, time);
        }
        else if (way < 0.8)
        {
            traits.Add("held down to 1e-6 A");
            Add(at, voltage, time);
            Add(new VoltageControl(voltage.Threshold, StepVariable.Voltage), new StepLimit(StepVariable.CurrentMagnitude, 1e-2, LimitSide.Below, "1e-6 A"), Time(2 * Day));
        }
        else if (way < 0.9)
        {
            traits.Add("back and forth");
            Add(at, voltage, Time(full / 3));
            Add(new CurrentControl(0), Time(600));
            Add(new CurrentControl(-current), current > 0 ? Below(lower) : Above(upper), Time(full));
        }
        else
        {
            traits.Add("pulses of 10C");
            for (int i = 0; i < 3; i++)
            {
                Add(new CurrentControl(Math.Sign(current) * 10 * capacity / 3600), voltage, Time(10));
                Add(new CurrentControl(0), Time(300));
            }
        }
        return new Protocol(items.ToImmutable());
    }

    private static string Name(Control control) => control switch
    {
        CurrentControl { Density: 0 } => "rest",
        CurrentControl { Density: var density } => string.Create(CultureInfo.InvariantCulture, $"{density:0.###e0} A/m2"),
        _ => "hold",
    };

    private static StepLimit Time(double seconds) => new(StepVariable.StepTime, seconds, LimitSide.Above, "time");

    private static StepLimit Below(double volts) => new(StepVariable.Voltage, volts, LimitSide.Below, "voltage");

    private static StepLimit Above(double volts) => new(StepVariable.Voltage, volts, LimitSide.Above, "voltage");

    private static CompositeCoefficients Composite(Random random, double wider, string curve, List<string> traits)
    {
        double Wide(double from, double to) => Logarithmic(random, from / wider, to * wider);
        double length = Wide(20e-6, 200e-6), ionic = Wide(0.005, 1), electronic = Wide(0.1, 100), diffusivity = Wide(1e-16, 1e-13), radius = Wide(0.2e-6, 10e-6), exchange = Wide(0.01, 20);
        Curve over = Curve.Constant(diffusivity);
        if (random.NextDouble() < 0.2)
        {
            traits.Add("collapsing diffusivity");
            double decades = 3 + random.NextDouble(), centre = 0.75 + 0.15 * random.NextDouble();
            over = HalfCell.Tabulate(string.Create(CultureInfo.InvariantCulture, $"{diffusivity:e6}*10^(-{decades:0.####}/(1 + exp(-(y - {centre:0.####})/0.03)))"));
        }
        (double Empty, double Full) powers = random.Next(6) switch { 0 => (0, 0), 1 => (1, 0.5), 2 => (0.5, 1), 3 => (0, 0.5), _ => (0.5, 0.5) };
        double share = 0.3 + 0.3 * random.NextDouble(), transfer = random.NextDouble() < 0.8 ? 0.5 : 0.3 + 0.4 * random.NextDouble();
        double peak = Math.Pow(0.5, powers.Empty + powers.Full), contact = 1, film = 0, layer = 0;
        ImmutableArray<SizeClassCoefficients> classes = [new(radius, share)];
        if (random.NextDouble() < 0.25)
        {
            traits.Add("two sizes");
            double large = random.NextDouble();
            classes = [new(radius, share * large), new(radius * Logarithmic(random, 0.2, 0.8), share * (1 - large))];
        }
        if (random.NextDouble() < 0.2) (contact, film) = (1, Logarithmic(random, 1e-4, 1e-1));
        if (random.NextDouble() < 0.2)
        {
            traits.Add("nearly disconnected");
            contact = Logarithmic(random, wider > 1 ? 1e-4 : 0.01, 1);
        }
        if (random.NextDouble() < 0.4)
        {
            traits.Add("double layer");
            layer = Logarithmic(random, 0.02, 0.5);
        }
        var active = new ActiveCoefficients(50000, Curves[curve], over, ThermalLaw.None, new ExchangeCurrentCurve(Curve.Constant(exchange / peak), powers.Empty, powers.Full), ThermalLaw.None, transfer, null);
        RedoxCoefficients? redox = null;
        double carbon = 0;
        if (random.NextDouble() < 0.1)
        {
            traits.Add("redox");
            (carbon, redox) = (Logarithmic(random, 1e5, 1e7), new RedoxCoefficients(2.5, Logarithmic(random, 1, 30), Logarithmic(random, 1e-6, 1e-3), 0.5, false, double.NaN));
        }
        return new CompositeCoefficients(length, ionic, ThermalLaw.None, electronic, ThermalLaw.None, active, classes, contact, film, layer, carbon, redox, 0.05 + 0.9 * random.NextDouble());
    }

    private static ElectrodeCoefficients Counter(Random random, CompositeCoefficients cathode, List<string> traits, ref double below)
    {
        double which = random.NextDouble();
        if (which < 0.4) return new IdealCoefficients(0);
        double layer = random.NextDouble() < 0.3 ? 0.2 : 0, exchange = Logarithmic(random, 0.1, 100);
        if (which < 0.8)
        {
            traits.Add("lithium foil");
            return new FoilCoefficients(0, exchange, ThermalLaw.None, 0.5, random.NextDouble() < 0.5 ? 1e-3 : 0, layer, 1e6, double.PositiveInfinity);
        }
        traits.Add("alloy");
        below = 0.62;
        double plateau = cathode.Capacity * (0.5 + 2 * random.NextDouble());
        return new FoilCoefficients(0.62, exchange, ThermalLaw.None, 0.5, 0, layer, plateau * (0.05 + 0.9 * random.NextDouble()), plateau);
    }

    private static double Logarithmic(Random random, double from, double to) => from * Math.Pow(to / from, random.NextDouble());

    // A mixed seed that no version of the runtime changes.
    private static int HashCode(CellKind kind, int seed) => unchecked((int)((2654435761u * (uint)(seed + 1)) ^ (40503u * (uint)((int)kind + 1))));
}
