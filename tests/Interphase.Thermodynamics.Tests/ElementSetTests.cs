namespace Interphase.Thermodynamics.Tests;

/// <summary>Sets of elements.</summary>
public class ElementSetTests
{
    [Fact]
    public void Counting_down_meets_every_subset_once()
    {
        int[] numbers = [1, 3, 8, 63, 64, 92, 118];
        ElementSet all = numbers.Aggregate(ElementSet.None, (set, number) => set.With(ElementSet.Of(number)));
        var met = new HashSet<ElementSet>();
        for (ElementSet part = all; !part.IsEmpty; part = part.Before(all))
        {
            part.IsWithin(all).ShouldBeTrue();
            met.Add(part).ShouldBeTrue();
        }
        met.Count.ShouldBe((1 << numbers.Length) - 1);
        all.Count.ShouldBe(numbers.Length);
        numbers.ShouldAllBe(number => all.Has(number));
        all.Has(65).ShouldBeFalse();
        all.Shares(ElementSet.Of(118)).ShouldBeTrue();
        all.Without(ElementSet.Of(118)).Has(118).ShouldBeFalse();
    }
}
