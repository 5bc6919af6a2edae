namespace Interphase.Microstructure;

/// <summary>Pairs of spheres in a periodic box that are near enough to touch, found with cells.</summary>
internal static class SphereContacts
{
    /// <summary>Lists the pairs whose surfaces are nearer than a skin, by rising first and second number.</summary>
    public static List<(int First, int Second)> Near(PeriodicBox box, ReadOnlySpan<Vector3d> places, ReadOnlySpan<double> radii, double skin)
    {
        List<(int, int)> pairs = [];
        double reach = 0;
        foreach (double radius in radii) reach = Math.Max(reach, radius);
        reach = 2 * reach + skin;
        int nx = Cells(box.Shape.X), ny = Cells(box.Shape.Y), nz = Cells(box.Shape.Z);
        int[] starts = new int[nx * ny * nz + 1], cells = new int[places.Length], members = new int[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            cells[i] = (At(places[i].X, box.Shape.X, nx) * ny + At(places[i].Y, box.Shape.Y, ny)) * nz + At(places[i].Z, box.Shape.Z, nz);
            starts[cells[i] + 1]++;
        }
        for (int cell = 0; cell + 1 < starts.Length; cell++) starts[cell + 1] += starts[cell];
        int[] next = starts[..^1];
        for (int i = 0; i < places.Length; i++) members[next[cells[i]]++] = i;
        for (int i = 0; i < places.Length; i++)
        {
            int cx = cells[i] / (ny * nz), cy = cells[i] / nz % ny, cz = cells[i] % nz;
            int first = pairs.Count;
            foreach (int x in Around(cx, nx))
                foreach (int y in Around(cy, ny))
                    foreach (int z in Around(cz, nz))
                    {
                        int cell = (x * ny + y) * nz + z;
                        for (int k = starts[cell]; k < starts[cell + 1]; k++)
                        {
                            int j = members[k];
                            if (j <= i) continue;
                            Vector3d way = box.Between(places[i], places[j]);
                            double touch = radii[i] + radii[j] + skin;
                            if (way.Dot(way) < touch * touch) pairs.Add((i, j));
                        }
                    }
            pairs.Sort(first, pairs.Count - first, null);
        }
        return pairs;

        int Cells(int length) => Math.Clamp((int)(length / reach), 1, 64);

        static int At(double place, int length, int count) => Math.Min((int)(place / length * count), count - 1);

        // With fewer than three cells each is seen once.
        static int[] Around(int cell, int count) => count switch { 1 => [0], 2 => [0, 1], _ => [PeriodicBox.Wrap(cell - 1, count), cell, PeriodicBox.Wrap(cell + 1, count)] };
    }

    /// <summary>The largest overlap of two spheres as a share of the sum of their radii; 0 where none touch.</summary>
    public static double LargestOverlap(PeriodicBox box, ReadOnlySpan<Vector3d> places, ReadOnlySpan<double> radii)
    {
        double largest = 0;
        foreach ((int i, int j) in Near(box, places, radii, 0)) largest = Math.Max(largest, 1 - box.Between(places[i], places[j]).Length / (radii[i] + radii[j]));
        return largest;
    }
}
