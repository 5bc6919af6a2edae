using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>
/// Which active material is reached by electrons from the collector and by ions from the separator. A particle is a cluster of active voxels that hang
/// together over faces: it is wired if it belongs to, or touches, what is connected to the collector through labels that conduct electrons, and wetted if it
/// touches what is connected to the separator through labels that conduct ions.
/// </summary>
/// <param name="Usable">The share of active voxels in particles that are wired and wetted.</param>
/// <param name="Wired">The share in particles that are wired.</param>
/// <param name="Wetted">The share in particles that are wetted.</param>
/// <param name="UsableSurface">Of the faces between active material and labels that conduct ions, the share at which both are connected.</param>
/// <param name="Map">An <see cref="Access"/> for each voxel, as an image of the same size that can be drawn.</param>
public sealed record JointAccess(double Usable, double Wired, double Wetted, double UsableSurface, VoxelImage Map)
{
    /// <summary>Follows electrons and ions.</summary>
    /// <param name="image">What is measured.</param>
    /// <param name="active">The labels of active material.</param>
    /// <param name="electrons">The labels that conduct electrons; active material only where it is listed.</param>
    /// <param name="ions">The labels that conduct ions; active material only where it is listed.</param>
    /// <param name="axis">From the separator to the collector.</param>
    /// <param name="collectorFirst">Whether the collector is at the first voxels along the axis and the separator at the last, or the other way round.</param>
    /// <param name="sides">Whether the other axes close on themselves.</param>
    /// <param name="threads">How many threads work on it, at least 1; no result depends on it.</param>
    /// <param name="lines">Fibres thinner than voxels: each joins the voxels that it passes for electrons, and the collector where it leaves the box there.</param>
    /// <returns>Nothing where there is no active material.</returns>
    public static JointAccess? Of(VoxelImage image, ImmutableArray<byte> active, ImmutableArray<byte> electrons, ImmutableArray<byte> ions,
        Axis axis, bool collectorFirst = true, Sides sides = Sides.NoFlux, int threads = 1, FibreLines? lines = null)
    {
        GridShape shape = image.Shape;
        long all = active.Distinct().Sum(label => image.Counts[label]);
        if (all == 0) return null;
        bool[] isActive = Set(active), isElectronic = Set(electrons), isIonic = Set(ions);
        Components particles = Connectivity.Find(image, Classes(isActive), axis, sides, threads);
        byte[] wired = lines is null ? Reached(isElectronic, !collectorFirst) : Strung(lines), wetted = Reached(isIonic, collectorFirst);
        int[] owners = new int[shape.Count];
        Rows(particles, (voxel, length, cluster) => owners.AsSpan(voxel, length).Fill(cluster));

        // A particle's marks: 1 wired, 2 wetted.
        int[] marks = new int[particles.Count];
        Touching((one, other) =>
        {
            int mark = wired[one] | wired[other] | (wetted[one] | wetted[other]) << 1;
            if ((mark & ~Volatile.Read(ref marks[owners[one]])) != 0) Interlocked.Or(ref marks[owners[one]], mark);
            return (0, 0);
        });
        (long faces, long usable) = Touching((one, other)
            => isActive[image.Raw[other]] || !isIonic[image.Raw[other]] ? (0, 0) : (1, marks[owners[one]] == 3 && wetted[other] == 1 ? 1 : 0));

        long[] sizes = new long[4];
        byte[] map = new byte[shape.Count];
        ReadOnlySpan<byte> access = [(byte)Access.Isolated, (byte)Access.NotWetted, (byte)Access.NotWired, (byte)Access.Usable];
        for (int voxel = 0; voxel < map.Length; voxel++)
        {
            if (!isActive[image.Raw[voxel]]) continue;
            int mark = marks[owners[voxel]];
            sizes[mark]++;
            map[voxel] = access[mark];
        }
        ImmutableArray<Phase> phases = [new Phase((byte)Access.Elsewhere, "elsewhere"), new Phase((byte)Access.Usable, "usable"), new Phase((byte)Access.NotWired, "not wired"),
            new Phase((byte)Access.NotWetted, "not wetted"), new Phase((byte)Access.Isolated, "isolated")];
        return new JointAccess((double)sizes[3] / all, (double)(sizes[1] + sizes[3]) / all, (double)(sizes[2] + sizes[3]) / all, faces == 0 ? 0 : (double)usable / faces,
            new VoxelImage(shape, map, image.Spacing, phases));

        static bool[] Set(ImmutableArray<byte> labels)
        {
            bool[] set = new bool[256];
            foreach (byte label in labels) set[label] = true;
            return set;
        }

        byte[] Classes(bool[] set)
        {
            byte[] classes = new byte[shape.Count];
            for (int voxel = 0; voxel < classes.Length; voxel++) classes[voxel] = set[image.Raw[voxel]] ? (byte)1 : (byte)0;
            return classes;
        }

        byte[] Reached(bool[] set, bool fromLast)
        {
            byte[] reached = Classes(set);
            Components found = Connectivity.Find(image, reached, axis, sides, threads);
            Rows(found, (voxel, length, cluster) =>
            {
                if (found.Classes[cluster] == 1 && !found.Touches(cluster, axis, fromLast)) reached.AsSpan(voxel, length).Clear();
            });
            return reached;
        }

        // Clusters that conduct electrons, and voxels that only fibres pass, joined by the fibres.
        byte[] Strung(FibreLines fibres)
        {
            byte[] reached = Classes(isElectronic);
            Components found = Connectivity.Find(image, reached, axis, sides, threads);
            int[] nodes = new int[shape.Count];
            Rows(found, (voxel, length, cluster) => nodes.AsSpan(voxel, length).Fill(cluster));
            var parents = new List<int>(found.Count);
            for (int cluster = 0; cluster < found.Count; cluster++) parents.Add(cluster);
            var passed = new Dictionary<int, int>();
            var collected = new HashSet<int>();
            for (int cluster = 0; cluster < found.Count; cluster++)
                if (found.Classes[cluster] == 1 && found.Touches(cluster, axis, !collectorFirst)) collected.Add(cluster);
            foreach ((int along, int lower) in fibres.Faces)
            {
                int stride = along switch { 0 => shape.Y * shape.Z, 1 => shape.Z, _ => 1 }, count = shape[along];
                bool closes = lower / stride % count == count - 1;
                int upper = closes ? lower - (count - 1) * stride : lower + stride;
                int one = Node(lower), two = Node(upper);
                if (!closes || along != (int)axis && sides == Sides.Periodic) Join(one, two);
                else if (along == (int)axis) collected.Add(collectorFirst ? two : one);
            }
            var roots = collected.Select(Root).ToHashSet();
            Rows(found, (voxel, length, cluster) =>
            {
                if (found.Classes[cluster] == 1 && !roots.Contains(Root(cluster))) reached.AsSpan(voxel, length).Clear();
            });
            // Only a particle that a fibre passes is wired by it: voxels of electrolyte beside the fibre hand nothing on.
            foreach ((int voxel, int node) in passed)
                if (isActive[image.Raw[voxel]] && roots.Contains(Root(node))) reached[voxel] = 1;
            return reached;

            int Node(int voxel)
            {
                if (isElectronic[image.Raw[voxel]]) return nodes[voxel];
                if (passed.TryGetValue(voxel, out int node)) return node;
                passed.Add(voxel, node = parents.Count);
                parents.Add(node);
                return node;
            }

            int Root(int node)
            {
                while (parents[node] != node) node = parents[node];
                return node;
            }

            int Shortened(int node)
            {
                while (parents[node] != node) node = parents[node] = parents[parents[node]];
                return node;
            }

            void Join(int one, int two)
            {
                int low = Shortened(one), high = Shortened(two);
                parents[Math.Max(low, high)] = Math.Min(low, high);
            }
        }

        void Rows(Components found, Action<int, int, int> visit) => Parallel.For(0, shape.X, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, x =>
        {
            for (int y = 0; y < shape.Y; y++)
            {
                (ReadOnlyMemory<int> starts, ReadOnlyMemory<int> clusters) = found.Row(x, y);
                int row = (int)shape.Index(x, y, 0);
                for (int run = 0; run < starts.Length; run++)
                {
                    int start = starts.Span[run], end = run + 1 < starts.Length ? starts.Span[run + 1] : shape.Z;
                    visit(row + start, end - start, clusters.Span[run]);
                }
            }
        });

        // Every active voxel with each of its neighbours, also beyond sides that are joined; what is counted of them is summed.
        (long First, long Second) Touching(Func<int, int, (int First, int Second)> visit)
        {
            bool joined = sides == Sides.Periodic;
            long first = 0, second = 0;
            Parallel.For(0, shape.X, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, x =>
            {
                long own = 0, ownSecond = 0;
                int voxel = (int)shape.Index(x, 0, 0);
                for (int y = 0; y < shape.Y; y++)
                {
                    for (int z = 0; z < shape.Z; z++, voxel++)
                    {
                        if (!isActive[image.Raw[voxel]]) continue;
                        Step(x, shape.X, shape.Y * shape.Z, Axis.X);
                        Step(y, shape.Y, shape.Z, Axis.Y);
                        Step(z, shape.Z, 1, Axis.Z);
                    }
                }
                Interlocked.Add(ref first, own);
                Interlocked.Add(ref second, ownSecond);

                void Step(int at, int count, int stride, Axis along)
                {
                    if (at > 0) Take(voxel - stride);
                    else if (joined && along != axis) Take(voxel + (count - 1) * stride);
                    if (at + 1 < count) Take(voxel + stride);
                    else if (joined && along != axis) Take(voxel - (count - 1) * stride);
                }

                void Take(int other)
                {
                    (int one, int two) = visit(voxel, other);
                    own += one;
                    ownSecond += two;
                }
            });
            return (first, second);
        }
    }
}
