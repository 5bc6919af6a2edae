namespace Interphase.Descriptions;

/// <summary>What a field measures: a dimension, which units of that dimension make sense for it, and the unit it is shown in.</summary>
/// <param name="Name">In words with its article, as it stands in a message: <c>a length</c>.</param>
/// <param name="Display">The unit in which it is shown and in which messages give ranges.</param>
/// <param name="Kind">Which reading of the dimension is meant.</param>
public sealed record Measure(string Name, Unit Display, MeasureKind Kind = MeasureKind.Plain)
{
    /// <summary>A measure from the symbol of its display unit.</summary>
    public Measure(string name, string display, MeasureKind kind = MeasureKind.Plain) : this(name, Unit.Parse(display), kind)
    {
    }

    /// <summary>The dimension.</summary>
    public Dimension Dimension => Display.Dimension;

    /// <summary>Whether a quantity in <paramref name="unit"/> is of this measure.</summary>
    public bool Accepts(Unit unit) => unit.Dimension == Dimension && Kind switch
    {
        MeasureKind.Number => unit.Kind is UnitKind.Plain,
        MeasureKind.Share => unit.Kind is UnitKind.Plain or UnitKind.Share,
        MeasureKind.MassShare => unit.Kind is UnitKind.MassShare,
        MeasureKind.VolumeShare => unit.Kind is UnitKind.VolumeShare,
        MeasureKind.AmountShare => unit.Kind is UnitKind.AmountShare,
        MeasureKind.VolumeFraction => unit.Kind is UnitKind.Plain or UnitKind.Share or UnitKind.VolumeShare,
        MeasureKind.Temperature => unit.Kind is UnitKind.Plain or UnitKind.Celsius,
        MeasureKind.Rate => unit.Kind is UnitKind.Rate,
        _ => unit.Kind is UnitKind.Plain,
    };

    /// <summary>Whether a number without a unit is complete.</summary>
    public bool MayBeBare => Kind is MeasureKind.Number or MeasureKind.Share or MeasureKind.VolumeFraction;

    /// <summary>Shows a value in SI in the display unit, to <paramref name="digits"/> significant digits.</summary>
    public string Show(double si, int digits = 6) => new Quantity(Display.FromSi(si), Display).ToString(digits);
}
