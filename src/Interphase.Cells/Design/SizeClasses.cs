using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>Checks the sizes of an active material: one radius, or classes whose shares make the whole; one share left out is the rest.</summary>
internal static class SizeClasses
{
    private const double Tolerance = 0.005;

    public static void Check(Description active, Problems problems)
    {
        IReadOnlyList<Description> classes = active.All(CellSections.Sizes);
        if (classes.Count == 0) return;
        if (active.Get(ElectrodeFields.Radius) is { } radius)
        {
            problems.Add(active.PlaceOf(ElectrodeFields.Radius), active.PathOf(ElectrodeFields.Radius), $"`{radius.Value}` beside size classes", "one radius, or `sizes`", "leave one of the two out");
            return;
        }
        double total = 0;
        Description? rest = null;
        foreach (Description each in classes)
        {
            if (!each.Has(ElectrodeFields.Radius)) problems.Add(each.Place, each.PathOf(ElectrodeFields.Radius), "nothing", "the radius of the size class", "write `{ radius: 2 um, share: 60 vol% }`");
            if (each.Get(ElectrodeFields.ClassShare) is { } share) total += share.Value.Si;
            else if (rest is null) rest = each;
            else problems.Add(each.Place, each.PathOf(ElectrodeFields.ClassShare), "nothing", "a share in vol%", $"`{rest.PathOf(ElectrodeFields.ClassShare)}` is missing too; only one may be left out");
        }
        if (rest is not null && total < 1) rest.Complete(ElectrodeFields.ClassShare, 1 - total, classes.Count == 1 ? "being the only size class" : "the other shares");
        else if (rest is not null || Math.Abs(total - 1) > Tolerance)
        {
            problems.Add(
                classes[0].Place, $"{active.Path}.{CellSections.Sizes}", $"size classes of {Quantity.Significant(total * 100, 5)} vol%{(rest is null ? "" : " and one without a share")}",
                $"100 vol% of the active material within {Quantity.Significant(Tolerance * 100, 2)} vol%", "check the shares, or leave one out as the rest");
        }
    }
}
