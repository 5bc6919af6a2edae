using Interphase.Charts;

namespace Interphase.Microstructure;

/// <summary>The colours in which phases are drawn: by what they do where that is known, else by their order.</summary>
public static class PhaseColours
{
    /// <summary>A colour for each of the 256 labels.</summary>
    /// <param name="image">The image.</param>
    public static IReadOnlyList<Colour> Of(VoxelImage image)
    {
        var colours = new Colour[256];
        IReadOnlyList<Colour> palette = Theme.Light.Palette;
        for (int i = 0; i < image.Phases.Length; i++)
        {
            Phase phase = image.Phases[i];
            colours[phase.Label] = phase.Role switch
            {
                PhaseRole.Void => Colour.FromHex("#ffffff"),
                PhaseRole.Active => Colour.FromHex("#7d8794"),
                PhaseRole.Electrolyte => Colour.FromHex("#e9c46a"),
                PhaseRole.Carbon => Colour.FromHex("#111418"),
                PhaseRole.Inert => Colour.FromHex("#a98467"),
                _ => palette[i % palette.Count],
            };
        }
        return colours;
    }
}
