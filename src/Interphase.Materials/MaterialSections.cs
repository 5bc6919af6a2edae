using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Materials;

/// <summary>Which properties a material has in which role; a cell's sections of that role accept the same ones.</summary>
public static class MaterialSections
{
    private static readonly ImmutableArray<IField> Common =
    [
        MaterialFields.Formula, MaterialFields.Density, MaterialFields.MolarMass, MaterialFields.YoungModulus, MaterialFields.PoissonRatio,
        MaterialFields.FractureToughness, MaterialFields.HeatCapacity, MaterialFields.ThermalConductivity,
    ];

    private static readonly ImmutableArray<IField> Conduction = [MaterialFields.IonicConductivity, MaterialFields.ElectronicConductivity];

    private static readonly ImmutableArray<Section> Windows =
    [
        new("practicalWindow", "Where it reacts in practice, as measured.") { Fields = [MaterialFields.Reduction, MaterialFields.Oxidation] },
        new("calculatedWindow", "Where it would react at equilibrium, as published.") { Fields = [MaterialFields.Reduction, MaterialFields.Oxidation] },
    ];

    /// <summary>A solid electrolyte.</summary>
    public static readonly Section Electrolyte = new("electrolyte", "A solid electrolyte.")
    {
        Fields =
        [
            .. Common, .. Conduction, MaterialFields.GrainSize, MaterialFields.DensificationPressure, MaterialFields.IrreversibleStrainPressure,
            MaterialFields.FailurePressure,
        ],
        Sections = Windows,
    };

    /// <summary>A material that takes up lithium in particles.</summary>
    public static readonly Section Active = new("active", "A material that takes up lithium in particles.")
    {
        Fields =
        [
            .. Common, MaterialFields.ElectronicConductivity, MaterialFields.InsertableLithium, MaterialFields.InitialLithium, MaterialFields.MaximumConcentration,
            MaterialFields.OpenCircuit, MaterialFields.FirstCharge, MaterialFields.FirstChargeStart, MaterialFields.FirstChargeEnd, MaterialFields.Hysteresis,
            MaterialFields.HysteresisRate, MaterialFields.EntropicCoefficient, MaterialFields.Diffusivity, MaterialFields.ExchangeCurrent,
            MaterialFields.ChargeTransferCoefficient, MaterialFields.VolumeRatio, MaterialFields.ParticleRadius,
        ],
        Sections = Windows,
    };

    /// <summary>A foil that takes up or gives lithium.</summary>
    public static readonly Section Foil = new("foil", "A metal that takes up or gives lithium.")
    {
        Fields =
        [
            .. Common, MaterialFields.Host, MaterialFields.Potential, MaterialFields.PlateauStart, MaterialFields.PlateauEnd, MaterialFields.SpecificCapacity,
            MaterialFields.ExchangeCurrent, MaterialFields.ChargeTransferCoefficient, MaterialFields.VolumeRatio, MaterialFields.FirstCycleEfficiency,
            MaterialFields.TrappedLithium, MaterialFields.TrappedShare, MaterialFields.Diffusivity,
        ],
    };

    /// <summary>A carbon.</summary>
    public static readonly Section Carbon = new("carbon", "A conducting carbon.")
    {
        Fields =
        [
            .. Common, MaterialFields.ElectronicConductivity, MaterialFields.BetArea, MaterialFields.AccessibleFraction, MaterialFields.HydroxylShareC1s,
            MaterialFields.HydroxylShareO1s, MaterialFields.RamanRatio, MaterialFields.Diameter, MaterialFields.Length, MaterialFields.NanosheetThickness,
            MaterialFields.ChargePerArea, MaterialFields.NitrideOxidation,
        ],
    };

    /// <summary>A coating or an additive.</summary>
    public static readonly Section Coating = new("coating", "A coating or an additive.")
    {
        Fields =
        [
            .. Common, .. Conduction, MaterialFields.TypicalThickness, MaterialFields.TypicalCoverage, MaterialFields.CoatedElectrolyteYoungModulus,
        ],
        Sections = Windows,
    };

    /// <summary>A solid without part in the chemistry.</summary>
    public static readonly Section Inert = new("inert", "A solid that takes no part.") { Fields = [.. Common, .. Conduction] };

    /// <summary>A binder.</summary>
    public static readonly Section Binder = new("binder", "A binder.") { Fields = [.. Common, .. Conduction] };

    /// <summary>The roles that a material may name, with what each lets it say.</summary>
    public static readonly ImmutableArray<MaterialRole> Roles =
    [
        new("electrolyte", Electrolyte), new("active", Active), new("foil", Foil), new("carbon", Carbon), new("coating", Coating), new("additive", Coating),
        new("inert", Inert), new("binder", Binder),
    ];

    /// <summary>Name.</summary>
    public static readonly TextField Name = new("name", "The name by which cells call it.");

    /// <summary>Other names.</summary>
    public static readonly TextListField Aliases = new("aliases", "Other names by which cells may call it.");

    /// <summary>Roles.</summary>
    public static readonly TextListField RoleNames = new("roles", "What it may be in a cell.", [.. Roles.Select(role => role.Role)]);

    /// <summary>Summary.</summary>
    public static readonly TextField Summary = new("summary", "What it is, in one line.");

    /// <summary>All that a file of the library may say.</summary>
    public static Vocabulary Vocabulary { get; } = Descriptions.Vocabulary.From(
    [
        new("", new Section("", "A material.")
        {
            Fields = [Name, Aliases, RoleNames, Summary, .. Roles.SelectMany(role => role.Properties.Fields).Distinct()],
            Sections = Windows,
        }),
    ]);
}
