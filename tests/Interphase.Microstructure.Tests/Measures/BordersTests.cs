using System.Collections.Immutable;
using Interphase.Numerics;
using static Interphase.Microstructure.Tests.Bodies;

namespace Interphase.Microstructure.Tests;

public class BordersTests
{
    [Theory]
    [InlineData(5, 0.02)]
    [InlineData(7, 0.015)]
    [InlineData(12, 0.01)]
    [InlineData(20, 0.005)]
    public void A_sphere_has_its_area(double radius, double tolerance)
    {
        var random = new Random(1);
        double mean = 0;
        const int Times = 8;
        for (int i = 0; i < Times; i++)
        {
            int edge = (int)(2 * radius) + 6;
            (double a, double b, double c) = (edge / 2.0 + random.NextDouble(), edge / 2.0 + random.NextDouble(), edge / 2.0 + random.NextDouble());
            VoxelImage image = Draw(edge, (x, y, z) => Square(x - a) + Square(y - b) + Square(z - c) < radius * radius ? 1 : 0);
            InterfaceArea found = Borders.Of(image).Interfaces.ShouldHaveSingleItem();
            mean += found.Area * Volume(image) / (4 * Math.PI * radius * radius) / Times;
            (found.FaceArea / found.Area).ShouldBeInRange(1.4, 1.65);
        }
        mean.ShouldBe(1, tolerance);
    }

    [Fact]
    public void Flat_interfaces_have_their_area_however_they_lie()
    {
        var random = new Random(2);
        double worst = 0, mean = 0;
        const int Times = 60;
        for (int i = 0; i < Times; i++)
        {
            (double nx, double ny, double nz) = i switch { 0 => (1, 0, 0), 1 => (0, 0, 1), 2 => (Math.Sqrt(0.5), Math.Sqrt(0.5), 0), _ => Direction(random) };
            double shift = random.NextDouble();
            VoxelImage image = Draw(48, (x, y, z) => (int)Math.Floor((x * nx + y * ny + z * nz) / 6 + shift + 100) & 1);
            // Lamellae of 6 voxels have an interface every 6 voxels; a box holds a few more or less of them.
            double error = Borders.Of(image).Interfaces[0].Area * 6 - 1;
            worst = Math.Max(worst, Math.Abs(error));
            mean += error / Times;
        }
        mean.ShouldBe(0, 0.02);
        worst.ShouldBeLessThan(0.08);
    }

    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(2, 1, 1)]
    [InlineData(1, 1.5, 1)]
    public void A_sphere_in_flattened_voxels_has_its_area(double hx, double hy, double hz)
    {
        const double Radius = 14;
        var shape = new GridShape((int)(36 / hx), (int)(36 / hy), (int)(36 / hz));
        VoxelImage image = Draw(shape, new VoxelSpacing(hx, hy, hz), (x, y, z) => Square(x - 17.7) + Square(y - 18.1) + Square(z - 17.9) < Radius * Radius ? 1 : 0);
        (Borders.Of(image).Interfaces[0].Area * Volume(image) / (4 * Math.PI * Radius * Radius)).ShouldBe(1, 0.02);
    }

    [Fact]
    public void An_ellipsoid_of_micrometres_has_its_area()
    {
        // A sphere of voxels that are longer along x is a prolate spheroid.
        const double Radius = 16, Step = 1e-7, Stretch = 2;
        VoxelImage round = Draw(40, (x, y, z) => Square(x - 20.2) + Square(y - 19.9) + Square(z - 20.4) < Radius * Radius ? 1 : 0);
        VoxelImage image = round.With(new VoxelSpacing(Stretch * Step, Step, Step));
        double a = Radius * Step, c = Stretch * a, e = Math.Sqrt(1 - a * a / (c * c));
        double exact = 2 * Math.PI * a * a * (1 + c / (a * e) * Math.Asin(e));
        (Borders.Of(image).Interfaces[0].Area * Volume(image) / exact).ShouldBe(1, 0.03);
    }

    [Fact]
    public void Interfaces_that_the_box_cuts_are_neither_lost_nor_counted_twice()
    {
        VoxelImage image = Draw(30, (x, y, z) => x < 13 ? 1 : y < 11 ? 2 : 3);
        var found = Borders.Of(image);
        found.Between(1, 2)!.Faces.ShouldBe(new AxisCounts(11 * 30, 0, 0));
        found.Between(3, 1)!.Faces.ShouldBe(new AxisCounts(19 * 30, 0, 0));
        found.Between(2, 3)!.Faces.ShouldBe(new AxisCounts(0, 17 * 30, 0));
        (found.Between(2, 1)!.Area * 30 / (11.0 / 30)).ShouldBe(1, 0.06);
        found.TripleLines.ShouldHaveSingleItem().Edges.ShouldBe(new AxisCounts(0, 0, 30));
        (found.TripleLines[0].Length * 900).ShouldBe(1, 0.03);
        found.Between(1, 7).ShouldBeNull();
    }

    [Theory]
    [InlineData(12, 0.5)]
    [InlineData(12, 0.6)]
    [InlineData(13, 0.7)]
    [InlineData(12, 1.5)]
    [InlineData(20, 1.0)]
    [InlineData(24, 1.2)]
    [InlineData(30, 1.4)]
    public void Two_spheres_that_overlap_have_a_triple_line_of_the_circle_they_share(double radius, double distance)
    {
        var random = new Random(3);
        double mean = 0, half = distance * radius / 2;
        const int Times = 4;
        for (int i = 0; i < Times; i++)
        {
            (double nx, double ny, double nz) = Direction(random);
            int edge = (int)(2 * radius + 2 * half) + 8;
            double c = edge / 2.0 + random.NextDouble();
            VoxelImage image = Draw(edge, (x, y, z) => Square(x - c - half * nx) + Square(y - c - half * ny) + Square(z - c - half * nz) < radius * radius ? 1
                : Square(x - c + half * nx) + Square(y - c + half * ny) + Square(z - c + half * nz) < radius * radius ? 2 : 0);
            TripleLine line = Borders.Of(image, 2).TripleLines.ShouldHaveSingleItem();
            mean += line.Length * Volume(image) / (2 * Math.PI * Math.Sqrt(radius * radius - half * half)) / Times;
            line.EdgeLength.ShouldBeGreaterThan(1.4 * line.Length);
            // Edges at wedges of 35 degrees and less are as long beside the line as those of thin phases: they cannot be told apart.
            if (distance >= 0.7) line.IsResolved.ShouldBeTrue();
        }
        mean.ShouldBe(1, 0.03);
    }

    [Theory]
    [InlineData(8, 0, 0.015)]
    [InlineData(15, 0, 0.01)]
    [InlineData(25, 0, 0.01)]
    [InlineData(12, 0.5, 0.02)]
    [InlineData(12, 0.7, 0.025)]
    [InlineData(15, 0.8, 0.03)]
    [InlineData(25, 0.8, 0.02)]
    public void A_sphere_that_a_plane_cuts_has_a_line_around_it(double radius, double away, double tolerance)
    {
        var random = new Random(9);
        double mean = 0;
        const int Times = 4;
        for (int i = 0; i < Times; i++)
        {
            (double nx, double ny, double nz) = Direction(random);
            int edge = (int)(2 * radius) + 10;
            double c = edge / 2.0 + random.NextDouble();
            VoxelImage image = Draw(edge, (x, y, z) => Square(x - c) + Square(y - c) + Square(z - c) < radius * radius ? 1 : (x - c) * nx + (y - c) * ny + (z - c) * nz > away * radius ? 2 : 0);
            mean += Borders.Of(image, 2).TripleLines[0].Length * Volume(image) / (2 * Math.PI * radius * Math.Sqrt(1 - away * away)) / Times;
        }
        mean.ShouldBe(1, tolerance);
    }

    [Theory]
    [InlineData(1.5, -0.2, 0.07)]
    [InlineData(2, 0, 0.114)]
    [InlineData(3, 0, 0.119)]
    [InlineData(4, 0, 0.08)]
    [InlineData(8, -0.03, 0.03)]
    public void A_thin_fibre_through_a_border_gains_no_more_than_smoothing_gives_it(double radius, double least, double most)
    {
        var random = new Random(21);
        double mean = 0;
        const int Times = 12;
        for (int i = 0; i < Times; i++)
        {
            (double ux, double uy, double uz) = Direction(random);
            int edge = (int)Math.Max(30, 5 * radius);
            (double a, double b, double c) = (edge / 2.0 + random.NextDouble(), edge / 2.0 + random.NextDouble(), edge / 2.0 + random.NextDouble());
            VoxelImage image = Draw(edge, (x, y, z) =>
            {
                double along = (x - a) * ux + (y - b) * uy + (z - c) * uz;
                return Square(x - a) + Square(y - b) + Square(z - c) - along * along < radius * radius ? 0 : along > 0 ? 1 : 2;
            });
            mean += Borders.Of(image, 2).TripleLines[0].Length * Volume(image) / (2 * Math.PI * radius) / Times;
        }
        mean.ShouldBeInRange(1 + least, 1 + most);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(24)]
    public void Lines_that_wind_are_not_cut_short(double wave)
    {
        // Where two random fields of that wave length are zero, a line of <k2>/(3 pi) per volume; the three sectors of their phase meet there.
        var random = new Random(3);
        const int Waves = 30;
        (double X, double Y, double Z, double Phase)[] waves = new (double, double, double, double)[2 * Waves];
        for (int i = 0; i < waves.Length; i++)
        {
            (double a, double b, double c) = Direction(random);
            double k = 2 * Math.PI / wave;
            waves[i] = (k * a, k * b, k * c, 2 * Math.PI * random.NextDouble());
        }
        VoxelImage image = Draw(96, (x, y, z) =>
        {
            double one = 0, other = 0;
            for (int i = 0; i < Waves; i++)
            {
                one += Math.Cos(waves[i].X * x + waves[i].Y * y + waves[i].Z * z + waves[i].Phase);
                other += Math.Cos(waves[Waves + i].X * x + waves[Waves + i].Y * y + waves[Waves + i].Z * z + waves[Waves + i].Phase);
            }
            double angle = Math.Atan2(other, one);
            return angle < -Math.PI / 3 ? 0 : angle < Math.PI / 3 ? 1 : 2;
        });
        (Borders.Of(image, 2).TripleLines[0].Length * 3 * Math.PI / Square(2 * Math.PI / wave)).ShouldBe(1, 0.05);
    }

    [Theory]
    [InlineData(1, 0, 0, 120, 120)]
    [InlineData(0, 1, 1, 120, 120)]
    [InlineData(1, 1, 1, 90, 180)]
    [InlineData(3, 1, 0, 90, 180)]
    [InlineData(5, 3, 2, 60, 180)]
    [InlineData(2, 1, 2, 60, 150)]
    [InlineData(5, 3, 2, 30, 165)]
    [InlineData(2, 1, 2, 45, 180)]
    public void Straight_lines_have_their_length_along_axes_diagonals_and_between(double dx, double dy, double dz, double first, double second)
    {
        double length = Math.Sqrt(dx * dx + dy * dy + dz * dz), mean = 0;
        (dx, dy, dz) = (dx / length, dy / length, dz / length);
        var random = new Random(4);
        const int Edge = 48, Times = 6;
        for (int i = 0; i < Times; i++)
        {
            (double gx, double gy, double gz) = Direction(random);
            (double ax, double ay, double az) = (dy * gz - dz * gy, dz * gx - dx * gz, dx * gy - dy * gx);
            double size = Math.Sqrt(ax * ax + ay * ay + az * az);
            (ax, ay, az) = (ax / size, ay / size, az / size);
            (double bx, double by, double bz) = (dy * az - dz * ay, dz * ax - dx * az, dx * ay - dy * ax);
            (double ox, double oy, double oz) = (Edge / 2.0 + random.NextDouble(), Edge / 2.0 + random.NextDouble(), Edge / 2.0 + random.NextDouble());
            VoxelImage image = Draw(Edge, (x, y, z) =>
            {
                double angle = Math.Atan2((x - ox) * bx + (y - oy) * by + (z - oz) * bz, (x - ox) * ax + (y - oy) * ay + (z - oz) * az) * 180 / Math.PI;
                if (angle < 0) angle += 360;
                return angle < first ? 1 : angle < first + second ? 2 : 3;
            });
            double from = double.NegativeInfinity, to = double.PositiveInfinity;
            foreach ((double o, double d) in ((double, double)[])[(ox, dx), (oy, dy), (oz, dz)])
            {
                if (d == 0) continue;
                from = Math.Max(from, Math.Min(-o / d, (Edge - o) / d));
                to = Math.Min(to, Math.Max(-o / d, (Edge - o) / d));
            }
            mean += Borders.Of(image, 2).TripleLines[0].Length * Volume(image) / (to - from) / Times;
        }
        mean.ShouldBe(1, 0.02);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(6, true)]
    public void Fibres_too_thin_for_the_length_of_their_lines_are_told(int width, bool resolved)
    {
        // Square fibres across the border of two phases that lies aslant.
        VoxelImage image = Draw(48, (x, y, z) => x % 12 < width && y % 12 < width ? 1 : x + 2 * y + 3 * z < 144 ? 2 : 3);
        TripleLine line = Borders.Of(image).TripleLines.ShouldHaveSingleItem();
        line.Edges.Total.ShouldBeGreaterThan(0);
        line.IsResolved.ShouldBe(resolved);
    }

    [Fact]
    public void Names_of_labels_do_not_matter()
    {
        VoxelImage image = Random(5, new GridShape(37, 21, 70), 4, 3);
        int[] other = [9, 0, 0, 200, 0, 0, 3, 0, 0, 5];
        var renamed = new VoxelImage(image.Shape, [.. image.Labels.ToArray().Select(label => (byte)other[label])], image.Spacing);
        Borders before = Borders.Of(image), after = Borders.Of(renamed);
        before.Interfaces.Length.ShouldBe(6);
        foreach (InterfaceArea area in before.Interfaces)
        {
            InterfaceArea same = after.Between((byte)other[area.First], (byte)other[area.Second])!;
            same.Faces.ShouldBe(area.Faces);
            same.Area.ShouldBe(area.Area, 1e-12 * area.Area);
        }
        before.TripleLines.Sum(line => line.Edges.Total).ShouldBe(after.TripleLines.Sum(line => line.Edges.Total));
        after.TripleLines.Sum(line => line.Length).ShouldBe(before.TripleLines.Sum(line => line.Length), 1e-3 * before.TripleLines.Sum(line => line.Length));
    }

    [Fact]
    public void Turning_and_mirroring_the_box_turns_what_is_counted()
    {
        VoxelImage image = Random(6, new GridShape(34, 41, 66), 3, 4);
        GridShape shape = image.Shape;
        var shapeTurned = new GridShape(shape.Z, shape.X, shape.Y);
        byte[] labels = new byte[shape.Count];
        for (int x = 0; x < shape.X; x++)
            for (int y = 0; y < shape.Y; y++)
                for (int z = 0; z < shape.Z; z++) labels[shapeTurned.Index(shape.Z - 1 - z, x, y)] = image[x, y, z];
        ImmutableArray<InterfaceArea> before = Borders.Of(image).Interfaces, after = Borders.Of(new VoxelImage(shapeTurned, labels, image.Spacing)).Interfaces;
        for (int i = 0; i < before.Length; i++)
        {
            after[i].Faces.ShouldBe(new AxisCounts(before[i].Faces.Z, before[i].Faces.X, before[i].Faces.Y));
            after[i].Area.ShouldBe(before[i].Area, 1e-12 * before[i].Area);
        }
    }

    [Fact]
    public void Threads_change_nothing()
    {
        VoxelImage image = Random(7, new GridShape(23, 19, 77), 5, 3);
        Borders one = Borders.Of(image);
        foreach (int threads in (int[])[2, 3, 7, 40])
        {
            Borders many = Borders.Of(image, threads);
            many.Interfaces.ShouldBe(one.Interfaces);
            many.TripleLines.ShouldBe(one.TripleLines);
        }
    }

    [Fact]
    public void A_sheet_and_a_rod_of_voxels_are_measured_and_too_many_labels_are_refused()
    {
        Borders.Of(Random(8, new GridShape(1, 30, 30), 3)).Interfaces.ShouldAllBe(area => double.IsFinite(area.Area) && area.Area > 0);
        Borders.Of(new VoxelImage(new GridShape(1, 1, 2), [0, 1], VoxelSpacing.Unknown)).Interfaces[0].Faces.ShouldBe(new AxisCounts(0, 0, 1));
        Should.Throw<ArgumentException>(() => Borders.Of(new VoxelImage(new GridShape(1, 10, 10), [.. Enumerable.Range(0, 100).Select(i => (byte)i)], VoxelSpacing.Unknown)));
    }
}
