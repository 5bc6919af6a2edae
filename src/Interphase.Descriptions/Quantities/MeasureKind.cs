namespace Interphase.Descriptions;

/// <summary>Which reading of a dimension a field wants.</summary>
public enum MeasureKind
{
    /// <summary>An ordinary dimensional quantity; a temperature is a difference.</summary>
    Plain,

    /// <summary>A pure number, never a percentage.</summary>
    Number,

    /// <summary>A share of something the field names: a number from 0 to 1, or a percentage.</summary>
    Share,

    /// <summary>A share of mass, in wt%.</summary>
    MassShare,

    /// <summary>A share of volume, in vol%.</summary>
    VolumeShare,

    /// <summary>A share of amount, in mol%.</summary>
    AmountShare,

    /// <summary>A share of volume where no other share could be meant: a number, a percentage or vol%.</summary>
    VolumeFraction,

    /// <summary>An absolute temperature, in K or °C.</summary>
    Temperature,

    /// <summary>A multiple of the current called 1C.</summary>
    Rate,
}
