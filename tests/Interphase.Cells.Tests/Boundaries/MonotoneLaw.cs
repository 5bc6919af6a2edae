using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>A cause, and what follows it one way in whatever cell. docs/physics.md (120) to (165).</summary>
/// <param name="Name">The cause.</param>
/// <param name="Mechanism">To what it belongs.</param>
/// <param name="Change">A cell with that much more of it, by a factor above 1.</param>
/// <param name="Effects">What follows.</param>
internal sealed record MonotoneLaw(string Name, Mechanisms Mechanism, Func<RandomAgeing, double, RandomAgeing> Change, params MonotoneEffect[] Effects)
{
    // Parts of what a state is measured by, in tolerances: as the models weigh them.
    private const double Charges = 100, Shares = 10;

    // A cell that resists more is charged less far: gaps and cracks open less and less oxygen comes, which may leave more capacity than the cause takes.
    private static MonotoneEffect Capacity { get; } = new("capacity, not more", false, run => run.Charges[^2] - run.Charges[^1], (cell, _) => Shares * cell.Capacity) { Unless = Mechanisms.Contact | Mechanisms.Cracks | Mechanisms.ElectrolyteCracks | Mechanisms.Oxygen };

    private static MonotoneEffect OnActive { get; } = new("film on active material, not more", false, run => Enumerable.Sum((int[])[0, 1, 4, 5], state => run.Mean(each => each is OxidationCoefficients, state)), (_, here) => Charges * here);

    private static MonotoneEffect Reduced { get; } = new("lithium in the foil's film, not less", true, Film, (_, here) => Charges * (here + 1));

    /// <summary>All.</summary>
    public static IReadOnlyList<MonotoneLaw> All { get; } =
    [
        new("oxidation current", Mechanisms.Oxidation, (cell, by) => cell with { Oxidation = cell.Oxidation with { First = cell.Oxidation.First with { Current = by * cell.Oxidation.First.Current } } }, Passed(true), Stored(true), Capacity),
        // Not the lithium in films: the second step takes it out again.
        new("electrons through the film", Mechanisms.Oxidation, (cell, by) => cell with { Oxidation = cell.Oxidation with { FilmElectrons = by * cell.Oxidation.FilmElectrons } }, Passed(true), Capacity),
        new("decay of contact", Mechanisms.Contact, (cell, by) => cell with { Contact = cell.Contact with { Decay = by * cell.Contact.Decay } }, Held(false), Capacity),
        // A gap many lengths wide loses no more for a shorter one, and opens less in a cell that is charged less far for it; electrolyte that nothing touches is not oxidised.
        new("shorter gap length", Mechanisms.Contact, (cell, by) => cell with { Contact = cell.Contact with { GapLength = cell.Contact.GapLength / by } }, Held(false) with { Except = (less, more) => more.End.Time < 0.95 * less.End.Time }, Capacity with { Unless = Capacity.Unless | Mechanisms.Oxidation }),
        new("stack pressure", Mechanisms.Contact, (cell, by) => cell with { Contact = cell.Contact with { Stack = by * cell.Contact.Stack } }, Held(true)),
        new("isolation", Mechanisms.Contact, (cell, by) => cell with { Contact = cell.Contact with { Isolation = by * cell.Contact.Isolation } }, new MonotoneEffect("particles that came off, not fewer", true, run => run.Mean(each => each is ContactCoefficients, 1), (_, _) => Shares), Capacity),
        new("crack growth", Mechanisms.Cracks, (cell, by) => cell with { Cracks = cell.Cracks with { Coefficient = by * cell.Cracks.Coefficient } }, Crack(CrackTarget.Active)),
        // Not the capacity: what is charged less far loses less to itself.
        new("growth of the electrolyte's cracks", Mechanisms.ElectrolyteCracks, (cell, by) => cell with { ElectrolyteCracks = cell.ElectrolyteCracks with { Coefficient = by * cell.ElectrolyteCracks.Coefficient } }, Crack(CrackTarget.Electrolyte)),
        new("growth of the shell", Mechanisms.Oxygen, (cell, by) => cell with { Oxygen = cell.Oxygen with { Rate = by * cell.Oxygen.Rate } }, Shell(true), Capacity),
        new("onset of oxygen", Mechanisms.Oxygen, (cell, by) => cell with { Oxygen = cell.Oxygen with { Onset = Math.Min(0.95, cell.Oxygen.Onset * (1 + 0.1 * (by - 1))) } }, Shell(true), Capacity),
        new("binding of oxygen", Mechanisms.Oxygen, (cell, by) => cell with { Oxygen = cell.Oxygen with { Binding = by * (cell.Oxygen.Binding + 1e-4) } }, Shell(false)),
        new("-OH groups", Mechanisms.Carbon, (cell, by) => cell with { Carbon = cell.Carbon with { Groups = by * cell.Carbon.Groups } }, Inventory("sulfite, not less", 0, cell => cell.Carbon.Groups * cell.Carbon.GroupElectrons * cell.Carbon.CarbonArea), Capacity),
        new("nitride", Mechanisms.Carbon, (cell, by) => cell with { Carbon = cell.Carbon with { Nitride = by * cell.Carbon.Nitride } }, Inventory("MoS2, not less", 1, cell => cell.Carbon.Nitride * cell.Carbon.NitrideElectrons * cell.Carbon.CarbonArea)),
        new("coverage of a coating", Mechanisms.Oxidation | Mechanisms.Coating, (cell, by) => cell with { Coating = (1 - (1 - cell.Coating.Coverage) / by, cell.Coating.Resistance) }, OnActive),
        // Not the film on what it leaves bare: its resistance raises the electrode's potential on charge.
        new("thickness of a coating", Mechanisms.Coating, (cell, by) => cell with { Coating = (cell.Coating.Coverage, by * cell.Coating.Resistance) }, Capacity),
        new("reduction current", Mechanisms.Reduction, (cell, by) => cell with { Reduction = cell.Reduction with { Current = by * cell.Reduction.Current } }, Reduced),
        new("electrons through the foil's film", Mechanisms.Reduction, (cell, by) => cell with { Reduction = cell.Reduction with { FilmElectrons = by * cell.Reduction.FilmElectrons } }, Reduced),
        new("speed of a filament", Mechanisms.Filament, (cell, by) => cell with { Filament = cell.Filament with { Speed = by * cell.Filament.Speed } }, new MonotoneEffect("time to a short, not later", false, ToShort, (_, here) => Shares * (double.IsFinite(here) ? here : 1))),
        new("growth of the separator's contact", Mechanisms.Separator, (cell, by) => cell with { InterfaceGrowth = by * cell.InterfaceGrowth }, new MonotoneEffect("resistance of the contact, not less", true, run => run.Model.Contacts.Resistance(run.Driver.State[run.Model.ContactsAt..]).All.Value, (_, here) => Shares * here), Capacity),
    ];

    public override string ToString() => Name;

    private static MonotoneEffect Passed(bool grows) => new("charge of the oxidation, not less", grows, run => Enumerable.Range(0, 6).Sum(state => run.Mean(each => each is OxidationCoefficients, state)), (_, here) => Charges * here);

    private static MonotoneEffect Stored(bool grows) => new("lithium in films, not less", grows, run => run.Ledger()["films"], (_, here) => Charges * here);

    private static MonotoneEffect Held(bool grows) => new("contact where no gap is open", grows, run => run.Mean(each => each is ContactCoefficients), (_, _) => Shares);

    private static MonotoneEffect Shell(bool grows) => new("shell", grows, run => run.Mean(each => each is LatticeOxygenCoefficients), (_, _) => 2.5e-6);

    private static MonotoneEffect Crack(CrackTarget target) => new("growth of a crack, not less", true, run => run.Mean(each => each is CrackCoefficients cracks && cracks.Target == target), (_, _) => Shares * 2.5e-6);

    private static MonotoneEffect Inventory(string name, int inventory, Func<RandomAgeing, double> all) => new(name, true, run => run.Mean(each => each is CarbonSurfaceCoefficients, inventory), (cell, _) => Shares * all(cell));

    private static double Film(AgeingCell run) => run.Model.AnodePart(run.Driver.State)[FoilModel<Real>.FilmAt].Value;

    private static double ToShort(AgeingCell run) => run.End is { Exit: ExitKind.PhysicalStop, Variable: "filament" } end ? end.Time : double.PositiveInfinity;
}
