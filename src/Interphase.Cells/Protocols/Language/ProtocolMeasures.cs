using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>What a sentence may measure, and within which bounds a number is believed.</summary>
internal static class ProtocolMeasures
{
    public static readonly Measure Power = new("a power", "mW");
    public static readonly Measure ArealPower = new("a power per area", "mW/cm2");
    public static readonly Measure SpecificPower = new("a power per mass", "mW/g");
    public static readonly Measure Resistance = new("a resistance", "ohm");
    public static readonly Measure SweepRate = new("a voltage per time", "mV/s");
    public static readonly Measure Frequency = new("a frequency", "Hz");

    /// <summary>The whole cell's, per area, per mass of active material, and the rate.</summary>
    public static readonly ImmutableArray<Measure> Currents = [Measures.CurrentDensity, Measures.Rate, Measures.Current, Measures.SpecificCurrent];

    public static readonly ImmutableArray<Measure> Powers = [ArealPower, Power, SpecificPower];

    public static readonly ImmutableArray<Measure> Capacities = [Measures.ArealCapacity, Measures.Charge, Measures.SpecificCapacity];

    public static readonly ImmutableArray<Measure> Resistances = [Measures.ArealResistance, Resistance];

    public static readonly ImmutableArray<Measure> Drives = [.. Currents, .. Powers];

    public static readonly ImmutableArray<Measure> Endings = [Measures.Voltage, Measures.Time, .. Currents, .. Capacities, Measures.Temperature];

    public static readonly ImmutableArray<Measure> Intervals = [Measures.Time, .. Capacities, Measures.Voltage];

    /// <summary>V; as a cut-off's.</summary>
    public const double LowestVoltage = -5, HighestVoltage = 10;

    /// <summary>Whether a quantity is of one of several measures.</summary>
    public static bool IsOne(this Quantity quantity, ImmutableArray<Measure> measures) => measures.Any(measure => measure.Accepts(quantity.Unit));
}
