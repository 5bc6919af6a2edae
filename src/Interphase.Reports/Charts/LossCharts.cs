using Interphase.Charts;

namespace Interphase.Reports;

/// <summary>The voltage by its parts, cell by cell.</summary>
internal static class LossCharts
{
    public static Picture? Of(Overlay overlay, CellCurves cell)
    {
        if (cell.Cell.Losses is not { } losses || losses.Time.Count < 2)
            return null;
        var stack = new LossStack(losses);
        var scale = stack.IsOverTime ? overlay.Time : overlay.Capacity;
        var x = Doubles.Of(stack.X, place => place * scale[cell]);
        var title = overlay.IsSingle ? $"Where the voltage goes: {losses.Step}" : $"Where the voltage of {cell.Cell.Name} goes: {losses.Step}";
        var across = new Axis(stack.IsOverTime ? "Time" : "Capacity", scale.Unit);
        var whole = new Chart("", new Axis(), new Axis("Voltage", "V"), [new LossBandSeries(x, stack, false)]) { Legend = LegendPlacement.OutsideRight, Description = Told(stack, losses) };
        var parts = new Chart("", across, new Axis("Against equilibrium", "mV"), [new LossBandSeries(x, stack, true)])
        {
            Legend = LegendPlacement.None,
            Description = "The same without the equilibrium voltage.",
        };
        return Picture.Stacked(title, [whole, parts], Caption(stack), isWide: true, 310);
    }

    private static string Caption(LossStack stack)
    {
        var caption = stack.Direction < 0
            ? "From the voltage at equilibrium (dashed) down to that between the terminals; the thickness of a band is what its cause takes. Below, the same without the equilibrium voltage."
            : "From the voltage at equilibrium (dashed) up to that between the terminals; the thickness of a band is what its cause asks for. Below, the same without the equilibrium voltage.";
        if (stack.GivesBack)
            caption += " A pale band with a dashed edge works against the others and gives back what it covers.";
        if (stack.Small.Count > 0)
            caption += $" {stack.Small.Count} {(stack.Small.Count == 1 ? "part" : "parts")} of at most {Numbers.Plain(1000 * stack.LargestSmall, 2)} mV {(stack.Small.Count == 1 ? "is" : "are")} not labelled: {string.Join(", ", stack.Small)}.";
        return caption;
    }

    private static string Told(LossStack stack, LossBands losses)
    {
        var means = LossShares.Of(losses).Select(share => $"{share.Name} {Numbers.Plain(1000 * share.Mean, 3)} mV");
        return $"Voltage from equilibrium, {Numbers.Plain(stack.Equilibrium[0], 4)} to {Numbers.Plain(stack.Equilibrium[^1], 4)} V, to the terminals, {Numbers.Plain(stack.Voltage[0], 4)} to {Numbers.Plain(stack.Voltage[^1], 4)} V. On average: {string.Join(", ", means)}.";
    }
}
