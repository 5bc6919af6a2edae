using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>The sections of a cell file that this room understands. An electrode is one section used twice.</summary>
public static class CellSections
{
    /// <summary>The name of the positive electrode's section.</summary>
    public const string Cathode = "cathode";

    /// <summary>The name of the negative electrode's section.</summary>
    public const string Anode = "anode";

    /// <summary>The name of the separator's section.</summary>
    public const string Separator = "separator";

    /// <summary>The name of the section of the active material.</summary>
    public const string Active = "active";

    /// <summary>The name of the section of the electrolyte in an electrode.</summary>
    public const string Electrolyte = "electrolyte";

    /// <summary>The name of the section of the carbon.</summary>
    public const string Carbon = "carbon";

    /// <summary>The name of the section of the binder.</summary>
    public const string Binder = "binder";

    /// <summary>The name of the section of a solid that takes no part.</summary>
    public const string Inert = "inert";

    /// <summary>The name of the section of a coating.</summary>
    public const string Coating = "coating";

    /// <summary>The name of the section of an additive.</summary>
    public const string Additive = "additive";

    /// <summary>The name of the section of a foil.</summary>
    public const string Foil = "foil";

    /// <summary>The name of the section of a size class.</summary>
    public const string Sizes = "sizes";

    /// <summary>The name of the section of surfaces between the parts of a composite.</summary>
    public const string Areas = "areas";

    /// <summary>The name of the section of the electrolyte's redox.</summary>
    public const string Redox = "redox";

    /// <summary>The name of the section of the heat balance.</summary>
    public const string Thermal = "thermal";

    /// <summary>The name of the section of a liquid electrolyte.</summary>
    public const string Liquid = "liquid";

    /// <summary>The name of the section of pressures.</summary>
    public const string Pressure = "pressure";

    /// <summary>The name of the section of cut-offs.</summary>
    public const string Cutoffs = "cutoffs";

    /// <summary>The name of the section of initial contents.</summary>
    public const string Initial = "initial";

    /// <summary>The name of the section of stated figures.</summary>
    public const string Stated = "stated";

    /// <summary>The name of the section of numerics.</summary>
    public const string Numerics = "numerics";

    /// <summary>The name of the section of a stated energy.</summary>
    public const string Energies = "energies";

    private static Section Component(string name, string summary, Section properties, params ImmutableArray<Section> sections) => new(name, summary)
    {
        Fields = [ElectrodeFields.Material, ElectrodeFields.Share],
        Shorthand = ElectrodeFields.Material,
        Library = properties,
        Sections = sections,
    };

    private static Section CoatingOf(string what) => new(Coating, $"A coating on the {what}.")
    {
        Fields = [ElectrodeFields.Material, ElectrodeFields.CoatingThickness, ElectrodeFields.CoatingShare, ElectrodeFields.Coverage, ElectrodeFields.CoatingBlocks],
        Shorthand = ElectrodeFields.Material,
        Library = MaterialSections.Coating,
    };

    private static Section Electrode(string name, string summary) => new(name, summary)
    {
        Fields =
        [
            ElectrodeFields.Loading, ElectrodeFields.Mass, ElectrodeFields.Thickness, ElectrodeFields.Porosity, ElectrodeFields.Pressing,
            ElectrodeFields.Structure, ElectrodeFields.IonicConductivity, ElectrodeFields.ElectronicConductivity, ElectrodeFields.ContactFraction, ElectrodeFields.TriplePhaseLength,
            ElectrodeFields.Utilisation, ElectrodeFields.FilmResistance, ElectrodeFields.FilmCapacitance, ElectrodeFields.DoubleLayer, LiquidFields.Fraction, LiquidFields.Bruggeman, ElectrodeFields.Ideal,
        ],
        Sections =
        [
            Component(
                Active, "The active material; any property of the library may stand here and then holds for this cell.", MaterialSections.Active,
                new Section(Sizes, "A size class of the particles, in place of one radius.") { Fields = [ElectrodeFields.Radius, ElectrodeFields.ClassShare], IsRepeated = true },
                CoatingOf("active material")) with { Fields = [ElectrodeFields.Material, ElectrodeFields.Share, ElectrodeFields.Radius] },
            Component(Electrolyte, "The electrolyte in the electrode.", MaterialSections.Electrolyte, CoatingOf("electrolyte"), ExposureFields.Declaration),
            Component(Carbon, "The conducting carbon.", MaterialSections.Carbon),
            Component(Binder, "The binder.", MaterialSections.Binder),
            Component(Inert, "A solid in place of the active material.", MaterialSections.Inert),
            Component(Additive, "A further solid.", MaterialSections.Coating),
            new(Areas, "Surfaces between the parts of a composite, per volume of it.")
            {
                Fields = [ElectrodeFields.AreaActiveElectrolyte, ElectrodeFields.AreaCarbonElectrolyte, ElectrodeFields.AreaActiveCarbon],
            },
            new(Redox, "The electrolyte's reversible redox on conducting surfaces; a bare value is its potential.")
            {
                Fields = [ElectrodeFields.RedoxPotential, ElectrodeFields.RedoxCharge, ElectrodeFields.RedoxRate, ElectrodeFields.RedoxTransfer, ElectrodeFields.RedoxState, ElectrodeFields.RedoxOnActive],
                Shorthand = ElectrodeFields.RedoxPotential,
            },
            .. BoundaryKind.All.Select(kind => kind.Declaration),
            new(Foil, "A foil in place of a composite.")
            {
                Fields =
                [
                    ElectrodeFields.Material, ElectrodeFields.FoilThickness, ElectrodeFields.FoilMass, ElectrodeFields.PlateauCapacity, ElectrodeFields.Prelithiation,
                    ElectrodeFields.LithiumRatio, ElectrodeFields.FilmResistance, ElectrodeFields.FilmCapacitance, ElectrodeFields.DoubleLayer,
                ],
                Shorthand = ElectrodeFields.Material,
                Library = MaterialSections.Foil,
                Sections = [FoilAgeingFields.ReductionDeclaration, FoilAgeingFields.FilamentDeclaration],
            },
        ],
    };

    /// <summary>What this room declares.</summary>
    public static IReadOnlyList<Declaration> Declarations { get; } =
    [
        new("", new Section("", "A cell.")
        {
            Fields =
            [
                CellFields.Name, CellFields.Source, CellFields.Notes, CellFields.Extends, CellFields.Area, CellFields.Diameter, CellFields.Temperature, CellFields.OneC,
                CellFields.ReferenceElectrode, CellFields.Protocol,
            ],
            Sections =
            [
                new(Pressure, "Pressures; a bare value is the stack pressure.") { Fields = [CellFields.FabricationPressure, CellFields.StackPressure], Shorthand = CellFields.StackPressure },
                new(Thermal, "The heat balance of a cell that warms; without it the cell keeps the temperature of its surroundings. A bare value is the heat transfer.")
                {
                    Fields = [CellFields.HeatTransfer, CellFields.CellHeatCapacity],
                    Shorthand = CellFields.HeatTransfer,
                },
                new(Cutoffs, "The voltages between which the cell is cycled.") { Fields = [CellFields.LowerCutoff, CellFields.UpperCutoff] },
                new(Initial, "Lithium contents at the start; a bare value is the cathode's.") { Fields = [CellFields.InitialCathode, CellFields.InitialAnode], Shorthand = CellFields.InitialCathode },
                new(Liquid, "A liquid electrolyte, a salt in a solvent, in the pores of both electrodes and of the separator; without it lithium alone conducts, in a solid.")
                {
                    Fields = [LiquidFields.Concentration, LiquidFields.Conductivity, LiquidFields.Diffusivity, LiquidFields.TransferenceNumber, LiquidFields.ThermodynamicFactor],
                },
                Electrode(Cathode, "The positive electrode."),
                new(Separator, "A layer of the separator; a list is read from the anode to the cathode.")
                {
                    Fields =
                    [
                        SeparatorFields.Material, SeparatorFields.Mass, SeparatorFields.Thickness, SeparatorFields.Porosity, SeparatorFields.InterfaceResistance, SeparatorFields.InterfaceGrowth, SeparatorFields.InterfaceCapacitance,
                        SeparatorFields.GrainBoundaryShare, SeparatorFields.GrainBoundaryCapacitance, LiquidFields.Fraction, LiquidFields.Bruggeman,
                    ],
                    Shorthand = SeparatorFields.Material,
                    Library = MaterialSections.Electrolyte,
                    Sections = [ExposureFields.Declaration],
                    IsRepeated = true,
                },
                Electrode(Anode, "The negative electrode: a composite like the cathode, a foil, or ideal."),
                new(Stated, "What the source states of the finished cell; it never enters the nominal figures.")
                {
                    Fields = [CellFields.DesignCapacity, CellFields.StatedCapacity],
                    Sections =
                    [
                        new(Energies, "An energy that the source states.")
                        {
                            Fields =
                            [
                                CellFields.StatedEnergy, CellFields.Basis, CellFields.StatedCapacity, CellFields.StatedThickness, CellFields.LithiumExcess, CellFields.Against,
                                EnergyFields.Source, EnergyFields.At, EnergyFields.Note,
                            ],
                            IsRepeated = true,
                        },
                    ],
                },
                new(Numerics, "How finely the cell is computed.") { Fields = [CellFields.Refine, CellFields.Jump] },
            ],
        }),
    ];

    /// <summary>All that a cell file may say when this room stands alone.</summary>
    public static Vocabulary Vocabulary { get; } = Vocabulary.From(Declarations);
}
