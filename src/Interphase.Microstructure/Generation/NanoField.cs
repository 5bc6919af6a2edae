namespace Interphase.Microstructure;

/// <summary>How much of each electrolyte voxel is nano-carbon. docs/physics.md (97).</summary>
internal static class NanoField
{
    private const int MostPasses = 200;

    /// <summary>Shares of the voxels that sum to a number of voxels.</summary>
    public static float[] Of(CompositeRecipe recipe, NanoCarbon carbon, GapField gaps, byte[] labels, double wanted, int threads, CancellationToken cancellation)
    {
        float[] field = new float[labels.Length];
        double decay = recipe.VoxelSize / recipe.GrainSize, near = carbon.Segregation;
        int plane = recipe.Shape.Y * recipe.Shape.Z;
        double[] sums = new double[recipe.Shape.X];
        Planes.Run(threads, recipe.Shape.X, x =>
        {
            for (int i = x * plane; i < (x + 1) * plane; i++)
            {
                if (labels[i] != CompositePhases.Electrolyte) continue;
                field[i] = (float)(1 - near + near * PortableMath.Exp(-Math.Max(0, gaps.Gaps[i] - gaps.Shift) * decay));
            }
        }, cancellation);
        // No voxel holds more than what packs; what it cannot take goes to the others.
        double factor = 1;
        for (int pass = 0; pass < MostPasses; pass++)
        {
            Planes.Run(threads, recipe.Shape.X, x =>
            {
                double sum = 0;
                for (int i = x * plane; i < (x + 1) * plane; i++) sum += Math.Min(NanoCarbon.Densest, factor * field[i]);
                sums[x] = sum;
            }, cancellation);
            double ratio = wanted / sums.Sum();
            if (Math.Abs(ratio - 1) < 1e-7) break;
            factor *= ratio;
        }
        for (int i = 0; i < field.Length; i++) field[i] = (float)Math.Min(NanoCarbon.Densest, factor * field[i]);
        return field;
    }
}
