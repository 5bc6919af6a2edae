using FsCheck;
using FsCheck.Fluent;
using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

public class ConnectivityTests
{
    [Fact]
    public void Clusters_are_those_that_a_flood_finds() => Prop.ForAll(
        Gen.Choose(0, 100000).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            var shape = new GridShape(1 + random.Next(9), 1 + random.Next(9), 1 + random.Next(70));
            VoxelImage image = Bodies.Random(seed, shape, 1 + random.Next(3), 1 + random.Next(2));
            var axis = (Axis)random.Next(3);
            Sides sides = random.Next(2) == 0 ? Sides.NoFlux : Sides.Periodic;
            var found = Connectivity.Along(image, axis, sides, 1 + random.Next(4));
            found.ShouldBe(image.Phases.Select(phase => Flooded(image, phase.Label, axis, sides)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Joined_sides_join_and_driven_ends_never()
    {
        // A channel that leaves at y = 0 half way and comes in again at the last y.
        var shape = new GridShape(4, 5, 3);
        byte[] labels = new byte[shape.Count];
        for (int x = 0; x < 4; x++) labels[shape.Index(x, x < 2 ? 0 : 4, 1)] = 1;
        var image = new VoxelImage(shape, labels, VoxelSpacing.Unknown);
        labels[shape.Index(2, 0, 1)].ShouldBe((byte)0);
        Connectivity.Along(image, Axis.X)[1].ThroughConnected.ShouldBe(0);
        labels[shape.Index(1, 4, 1)] = 1;
        image = new VoxelImage(shape, labels, VoxelSpacing.Unknown);
        Connectivity.Along(image, Axis.X)[1].ThroughConnected.ShouldBe(0);
        PhaseConnection joined = Connectivity.Along(image, Axis.X, Sides.Periodic)[1];
        (joined.ThroughConnected, joined.Clusters).ShouldBe((1.0, 1));
        Connectivity.Along(image, Axis.Y, Sides.Periodic)[1].Clusters.ShouldBe(2);
        Connectivity.AlongAll(image, Sides.Periodic, 2)[0][1].ShouldBe(joined);
    }

    private static PhaseConnection Flooded(VoxelImage image, byte label, Axis axis, Sides sides)
    {
        GridShape shape = image.Shape;
        bool[] seen = new bool[shape.Count];
        long through = 0, first = 0, last = 0, largest = 0;
        int clusters = 0;
        for (int i = 0; i < seen.Length; i++)
        {
            if (seen[i] || image.Labels[i] != label) continue;
            clusters++;
            long size = 0;
            bool start = false, end = false;
            var open = new Stack<int>([i]);
            seen[i] = true;
            while (open.TryPop(out int at))
            {
                size++;
                int[] place = [at / (shape.Y * shape.Z), at / shape.Z % shape.Y, at % shape.Z];
                start |= place[(int)axis] == 0;
                end |= place[(int)axis] == shape[(int)axis] - 1;
                for (int step = 0; step < 6; step++)
                {
                    int[] next = [.. place];
                    next[step / 2] += step % 2 == 0 ? 1 : -1;
                    int count = shape[step / 2];
                    if (next[step / 2] < 0 || next[step / 2] >= count)
                    {
                        if (sides == Sides.NoFlux || step / 2 == (int)axis) continue;
                        next[step / 2] = (next[step / 2] + count) % count;
                    }
                    int other = (int)shape.Index(next[0], next[1], next[2]);
                    if (seen[other] || image.Labels[other] != label) continue;
                    seen[other] = true;
                    open.Push(other);
                }
            }
            largest = Math.Max(largest, size);
            if (start) first += size;
            if (end) last += size;
            if (start && end) through += size;
        }
        double all = image.Counts[label];
        return new PhaseConnection(label, image.Counts[label], through / all, first / all, last / all, largest / all, clusters);
    }
}
