namespace Interphase.Microstructure;

/// <summary>
/// Packs spheres of given radii in a periodic box: they begin anywhere, and those that overlap are pushed apart, pair by pair, until none overlaps by more than is allowed. docs/physics.md (91).
/// </summary>
/// <remarks>Pairs are taken in the order of their numbers by one thread, so that the result is always the same; a pass costs some ten operations a contact.</remarks>
internal sealed class SpherePacking(PeriodicBox box, Vector3d[] places, double[] radii)
{
    // A little more than the overlap itself, as in successive over-relaxation.
    private const double Push = 1.1;

    private const int MostPasses = 4000;

    public Vector3d[] Places { get; } = places;

    public double[] Radii { get; } = radii;

    public double LargestOverlap => SphereContacts.LargestOverlap(box, Places, Radii);

    /// <summary>Pushes until no overlap exceeds a share of the sum of the radii; false where that does not come about.</summary>
    public bool Relax(double allowed, Action<double>? progress, CancellationToken cancellation)
    {
        double mean = Radii.Sum() / Math.Max(1, Radii.Length), skin = 0.5 * mean, moved = double.PositiveInfinity;
        var listed = new Vector3d[Places.Length];
        List<(int First, int Second)> pairs = [];
        for (int pass = 0; pass < MostPasses; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (moved > skin / 2)
            {
                for (int i = 0; i < Places.Length; i++) Places[i] = box.Inside(Places[i]);
                pairs = SphereContacts.Near(box, Places, Radii, skin);
                Places.CopyTo(listed, 0);
            }
            double worst = 0;
            foreach ((int i, int j) in pairs)
            {
                Vector3d way = box.Between(Places[i], Places[j]);
                double touch = Radii[i] + Radii[j], square = way.Dot(way);
                if (square >= touch * touch) continue;
                double distance = Math.Sqrt(square), overlap = touch - distance;
                worst = Math.Max(worst, overlap / touch);
                // Two in one place part along x.
                Vector3d away = distance > 1e-9 ? way * (1 / distance) : new Vector3d(1, 0, 0);
                double push = Push * (overlap - 0.5 * allowed * touch);
                if (push <= 0) continue;
                // The smaller one gives way.
                double share = Radii[j] / touch;
                Places[i] -= away * (push * share);
                Places[j] += away * (push * (1 - share));
            }
            if (worst <= allowed)
            {
                for (int i = 0; i < Places.Length; i++) Places[i] = box.Inside(Places[i]);
                return true;
            }
            moved = 0;
            for (int i = 0; i < Places.Length; i++) moved = Math.Max(moved, (Places[i] - listed[i]).Length);
            if (pass % 64 == 0) progress?.Invoke(Math.Min(1, allowed / worst));
        }
        return false;
    }
}
