using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>What a cell file says of the cell as a whole.</summary>
public static class CellFields
{
    /// <summary>Name.</summary>
    public static readonly TextField Name = new("name", "What the cell is, in one line.");

    /// <summary>Source.</summary>
    public static readonly TextField Source = new("source", "The source that the cell is from, a key of data/sources.yaml.");

    /// <summary>Notes.</summary>
    public static readonly TextField Notes = new("notes", "Remarks.");

    /// <summary>Parent.</summary>
    public static readonly TextField Extends = new("extends", "A file that this one extends: it then states only what differs.");

    /// <summary>Area.</summary>
    public static readonly QuantityField Area = new("area", Measures.Area, "1e-6 cm2", "1e6 cm2", "Area of the cell.");

    /// <summary>Diameter.</summary>
    public static readonly QuantityField Diameter = new("diameter", Measures.Length, "10 um", "2 m", "Diameter of a round cell, in place of its area.");

    /// <summary>Temperature.</summary>
    public static readonly QuantityField Temperature = new("temperature", Measures.Temperature, "-100 °C", "300 °C", "Temperature.");

    /// <summary>Current of 1C.</summary>
    public static readonly QuantityField OneC = new QuantityField("oneC", Measures.SpecificCurrent, "0.1 mA/g", "20000 mA/g", "The current called 1C: per mass of the cathode's active material, or per area of the cell. Required where C-rates occur.")
        .Or(Measures.CurrentDensity, "1e-4 mA/cm2", "1000 mA/cm2");

    /// <summary>Fabrication pressure.</summary>
    public static readonly QuantityField FabricationPressure = new("fabrication", Measures.Pressure, "0 MPa", "5000 MPa", "Pressure at which the cell was pressed.");

    /// <summary>Stack pressure.</summary>
    public static readonly QuantityField StackPressure = new("stack", Measures.Pressure, "0 MPa", "1000 MPa", "Pressure under which it is operated.");

    /// <summary>Lower cut-off.</summary>
    public static readonly PotentialField LowerCutoff = new("lower", "Voltage at which a discharge ends.");

    /// <summary>Upper cut-off.</summary>
    public static readonly PotentialField UpperCutoff = new("upper", "Voltage at which a charge ends.");

    /// <summary>Cathode's lithium content at the start.</summary>
    public static readonly StoichiometryField InitialCathode = new("cathode", "Lithium content of the cathode's active material at the start.");

    /// <summary>Anode's lithium content at the start.</summary>
    public static readonly StoichiometryField InitialAnode = new("anode", "Lithium content of the anode's active material at the start.");

    /// <summary>Design capacity.</summary>
    public static readonly QuantityField DesignCapacity = new("designCapacity", Measures.ArealCapacity, "1e-4 mAh/cm2", "1000 mAh/cm2", "Areal capacity of the cathode that the source states; N/P is counted with it.");

    /// <summary>Stated capacity.</summary>
    public static readonly QuantityField StatedCapacity = new QuantityField("capacity", Measures.SpecificCapacity, "0.1 mAh/g", "5000 mAh/g", "Capacity that the source states, per mass of active material or per area; energies are counted with it.")
        .Or(Measures.ArealCapacity, "1e-4 mAh/cm2", "1000 mAh/cm2");

    /// <summary>Stated energy.</summary>
    public static readonly QuantityField StatedEnergy = new QuantityField("value", Measures.SpecificEnergy, "0.1 Wh/kg", "10000 Wh/kg", "An energy that the source states.")
        .Or(Measures.EnergyDensity, "0.1 Wh/L", "30000 Wh/L");

    /// <summary>Basis of a stated energy.</summary>
    public static readonly ChoiceField Basis = new("basis", "What the energy is divided by.", Bases.Active, Bases.Composite, Bases.CompositeAndAnode, Bases.Stack);

    /// <summary>Thickness that a source divides by.</summary>
    public static readonly QuantityField StatedThickness = new("thickness", Measures.Length, "0.1 um", "100 mm", "Thickness that the source divides by, where it is not this cell's.");

    /// <summary>Lithium excess.</summary>
    public static readonly QuantityField LithiumExcess = new("lithiumExcess", Measures.Number, "0", "1000", "Lithium metal counted as the anode, in multiples of the capacity; in place of this cell's anode.");

    /// <summary>Against what a stated energy counts its voltage.</summary>
    public static readonly ChoiceField Against = new("against", "Whether the energy is counted between the terminals or against lithium.", "terminals", "Li");

    /// <summary>Reference electrode.</summary>
    public static readonly QuantityField ReferenceElectrode = new("referenceElectrode", Measures.Share, "0", "1", "Where in the separator the reference electrode sits: 0 at the anode, 1 at the cathode.");

    /// <summary>Heat capacity of the cell.</summary>
    public static readonly QuantityField CellHeatCapacity = new("heatCapacity", new Measure("a heat capacity per area", "J/m2/K"), "1e-3 J/m2/K", "1e9 J/m2/K", "Heat capacity of the cell per area; from its masses where every material has a heat capacity.");

    /// <summary>Heat transfer.</summary>
    public static readonly QuantityField HeatTransfer = new("heatTransfer", new Measure("a heat flow per area and temperature", "W/m2/K"), "0 W/m2/K", "1e6 W/m2/K", "Heat that leaves the cell per area and kelvin above its surroundings.");

    /// <summary>Protocol.</summary>
    public static readonly ProtocolField Protocol = new("protocol", "What is done to the cell: sentences, one after the other, and repetitions with their steps.");

    /// <summary>Refinement.</summary>
    public static readonly WholeNumberField Refine = new("refine", 1, 16, "Multiplies every mesh and tightens the tolerances to match; 1 where it is left out.");

    /// <summary>Jumps over cycles.</summary>
    public static readonly QuantityField Jump = new("jump", Measures.Share, "0.001 %", "10 %", "Lets long repetitions jump over cycles that change as those before them do; how much of the first capacity all jumps together may be off. Every cycle is computed where it is left out.");
}
