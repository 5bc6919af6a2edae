using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>Fibres that voxels resolve: tubes of carbon voxels where neither particles nor other fibres are.</summary>
internal static class FibreVoxels
{
    private const double Step = 0.5;

    // Fibres that cross one another lose some of their volume; those that lose most of it do not fit.
    private const double MostDrawn = 3;

    /// <summary>Stamps fibres until the voxels are as many as wanted; the last one is as long as that allows.</summary>
    public static bool Stamp(CompositeRecipe recipe, Fibres fibres, Place place, GapField gaps, byte[] labels, long wanted, Problems problems, CancellationToken cancellation)
    {
        GridShape shape = recipe.Shape;
        double radius = fibres.Diameter / recipe.VoxelSize / 2;
        long steps = (long)Math.Max(1, fibres.Length / recipe.VoxelSize / Step + 0.5), left = wanted;
        double drawn = 0, own = Math.PI * radius * radius * Step * steps, most = MostDrawn * wanted + own;
        for (uint fibre = 0; left > 0; fibre++)
        {
            var random = new RandomStream(recipe.Seed, RandomPurpose.Fibres, fibre);
            var walk = new FibreWalk(gaps, new WormChain(Step, fibres.PersistenceLength / recipe.VoxelSize, random), Step, radius, random);
            for (long i = 0; i <= steps && left > 0; i++)
            {
                if ((i & 1023) == 0) cancellation.ThrowIfCancellationRequested();
                left -= Ball(walk.Place, left);
                walk.Advance();
            }
            drawn += own;
            if (drawn <= most) continue;
            problems.Add(place, "shares.carbon", $"{recipe.Shares.Carbon:g4} of fibres {CompositeRecipe.Micrometres(fibres.Diameter)} thick, of which {(wanted - left) / (double)shape.Count:g3} found room", "a share that fits between the particles", "lower the share of carbon or of active material, or take thinner fibres");
            return false;
        }
        return true;

        long Ball(Vector3d middle, long most)
        {
            long made = 0;
            for (int x = (int)Math.Ceiling(middle.X - radius - 0.5); x + 0.5 <= middle.X + radius; x++)
                for (int y = (int)Math.Ceiling(middle.Y - radius - 0.5); y + 0.5 <= middle.Y + radius; y++)
                    for (int z = (int)Math.Ceiling(middle.Z - radius - 0.5); z + 0.5 <= middle.Z + radius; z++)
                    {
                        double dx = x + 0.5 - middle.X, dy = y + 0.5 - middle.Y, dz = z + 0.5 - middle.Z;
                        if (dx * dx + dy * dy + dz * dz > radius * radius || made == most) continue;
                        long at = shape.Index(PeriodicBox.Wrap(x, shape.X), PeriodicBox.Wrap(y, shape.Y), PeriodicBox.Wrap(z, shape.Z));
                        if (labels[at] != CompositePhases.Electrolyte) continue;
                        labels[at] = CompositePhases.Carbon;
                        made++;
                    }
            return made;
        }
    }
}
