using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>What a cell file says of a layer of the separator.</summary>
public static class SeparatorFields
{
    /// <summary>Material.</summary>
    public static readonly TextField Material = new("material", "The electrolyte, by its name in the library.");

    /// <summary>Mass.</summary>
    public static readonly QuantityField Mass = new("mass", Measures.Mass, "1e-3 mg", "1e7 mg", "Mass of the layer.");

    /// <summary>Thickness.</summary>
    public static readonly QuantityField Thickness = new("thickness", Measures.Length, "0.001 um", "100 mm", "Thickness of the layer.");

    /// <summary>Porosity.</summary>
    public static readonly QuantityField Porosity = new("porosity", Measures.VolumeFraction, "0", "0.95", "Share of the volume that is void; the conductivity of the material is that of the pressed layer.");
}
