using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>What a step left undelivered when it met its limit of voltage, and which loss is to be thanked for how much of it. docs/physics.md (42).</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Step">The step as carried out.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Capacity">C/m2 between where the step ended and where the cell at rest would have met the limit.</param>
/// <param name="Parts">The same by cause, C/m2; they add up to it.</param>
/// <param name="IsBounded">Whether the cell at rest would have been full or empty before it met the limit.</param>
public sealed record UndeliveredCapacity(int Cycle, int Step, string Text, double Capacity, ImmutableArray<VoltagePart> Parts, bool IsBounded)
{
    private const int Halvings = 80;

    /// <summary>Attributes what a step left undelivered; null where it lost nothing.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="end">The budget at the step's end: of the cell, or of one electrode against the reference where its potential is the limit.</param>
    /// <param name="of">Which of its electrodes take part.</param>
    /// <param name="text">The sentence.</param>
    /// <param name="cathodeContent">Mean content of the positive electrode, NaN without one.</param>
    /// <param name="anodeContent">Mean content of the negative electrode, NaN without one.</param>
    /// <param name="charging">Whether the step charged.</param>
    internal static UndeliveredCapacity? Of(CellCoefficients cell, BudgetPoint end, StepVariable of, string text, double cathodeContent, double anodeContent, bool charging)
    {
        if (cell.Cathode is not CompositeCoefficients { Active: not null } && cell.Anode is not CompositeCoefficients { Active: not null }) return null;
        // Charge still to pass, counted in the direction of the step, until the cell at rest meets the voltage at which the step ended.
        double sign = charging ? 1 : -1, most = Math.Min(Room(cell.Cathode, cathodeContent, leaves: charging), Room(cell.Anode, anodeContent, leaves: !charging));
        if (of == StepVariable.AnodePotential) sign = -sign;
        double Cathode(double passed) => of == StepVariable.AnodePotential ? 0 : Potential(cell.Cathode, cathodeContent, charging ? -passed : passed);
        double Anode(double passed) => of == StepVariable.CathodePotential ? 0 : Potential(cell.Anode, anodeContent, charging ? passed : -passed);
        double Rest(double passed) => of == StepVariable.AnodePotential ? Anode(passed) : Cathode(passed) - Anode(passed);
        double now = Rest(0);
        if (!double.IsFinite(now) || !(most > 0) || !double.IsFinite(most)) return null;
        bool Short(double passed) => sign * (end.Voltage - Rest(passed)) > 0;
        if (!Short(0)) return null;
        double low = 0, high = most;
        bool bounded = Short(most);
        for (int i = 0; !bounded && i < Halvings; i++)
        {
            double middle = 0.5 * (low + high);
            if (Short(middle)) low = middle;
            else high = middle;
        }
        double capacity = bounded ? most : high, lost = end.Voltage - now;
        // All losses taken back together, the charge regained divides as they do, whatever the order in which one names them.
        double equilibrium = end.Parts.Where(IsEquilibrium).Sum(part => part.Value);
        var parts = ImmutableArray.CreateBuilder<VoltagePart>();
        foreach (VoltagePart part in end.Parts)
            if (!IsEquilibrium(part) && part.Value != 0) parts.Add(new VoltagePart(part.Name, capacity * part.Value / lost));
        if (Math.Abs(equilibrium - now) > 1e-9) parts.Add(new VoltagePart("uneven use", capacity * (equilibrium - now) / lost));
        return new UndeliveredCapacity(end.Cycle, end.Step, text, capacity, parts.ToImmutable(), bounded);
    }

    private static bool IsEquilibrium(VoltagePart part) => part.Name.EndsWith("equilibrium", StringComparison.Ordinal);

    private static double Potential(ElectrodeCoefficients electrode, double content, double entered) => electrode switch
    {
        CompositeCoefficients { Active: { } active } composite => active.OpenCircuit.Value(content + entered / composite.Capacity),
        FoilCoefficients foil => foil.Potential,
        IdealCoefficients ideal => ideal.Potential,
        _ => double.NaN,
    };

    private static double Room(ElectrodeCoefficients electrode, double content, bool leaves) => electrode switch
    {
        CompositeCoefficients { Active: not null } composite => (leaves ? content : 1 - content) * composite.Capacity,
        FoilCoefficients foil when double.IsFinite(foil.Plateau) => (leaves ? content : 1 - content) * foil.Plateau,
        _ => double.PositiveInfinity,
    };
}
