using Interphase.Descriptions;

namespace Interphase.Microstructure;

/// <summary>What the carbon of a composite is made of.</summary>
public abstract record CarbonForm
{
    private protected CarbonForm()
    {
    }

    /// <summary>Tells what cannot be made of it.</summary>
    internal abstract void Check(CompositeRecipe recipe, Place place, Problems problems);
}
