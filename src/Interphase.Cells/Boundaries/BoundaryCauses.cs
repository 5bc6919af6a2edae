namespace Interphase.Cells;

/// <summary>What boundary processes of the program's own are called where losses are told: no law of a cell file may go by such a name.</summary>
internal static class BoundaryCauses
{
    public const string Inventory = "lithium inventory";
    public const string SeparatorContacts = "separator contacts";
    public const string Films = "films";
    public const string CarbonContacts = "carbon contacts";
    public const string IonicPath = "ionic path";
    public const string Reservoir = "reservoir";
    public const string Contact = "contact";
    public const string Isolation = "isolation";
    public const string Healing = "healing";
    public const string Cracks = "cracks";
    public const string BrokenParticles = "broken particles";
    public const string ElectrolyteCracks = "electrolyte cracks";
    public const string ActiveVolume = "active volume";
    public const string Shells = "shells";
    public const string SurfaceState = "surface state";
    public const string SpaceCharge = "space charge";
    public const string Sulfite = "sulfite";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Inventory, SeparatorContacts, Films, CarbonContacts, IonicPath, Reservoir, Contact, Isolation, Healing, Cracks, BrokenParticles, ElectrolyteCracks, ActiveVolume, Shells, SurfaceState,
        SpaceCharge, Sulfite,
    ];
}
