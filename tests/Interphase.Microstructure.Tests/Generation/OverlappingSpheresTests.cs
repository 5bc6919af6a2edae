using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

public class OverlappingSpheresTests
{
    [Fact]
    public void Their_share_is_met_and_their_bytes_do_not_depend_on_threads()
    {
        var shape = new GridShape(50, 40, 45);
        VoxelImage one = OverlappingSpheres.Generate(shape, 0.3, 9, 1), three = OverlappingSpheres.Generate(shape, 0.3, 9, 1, 3);
        one.Fraction(1).ShouldBe(0.3, 1e-5);
        three.Labels.SequenceEqual(one.Labels).ShouldBeTrue();
    }

    // Overlapping equal spheres percolate from 0.2895 on (Lorenz and Ziff, J. Chem. Phys. 114, 3659, 2001); a box of 30 diameters blurs that by a few hundredths.
    [Fact]
    public void They_connect_the_box_from_their_percolation_threshold_on()
    {
        const double Diameter = 10;
        var box = new PeriodicBox(new GridShape(300, 300, 300));
        bool Connects(double share, int seed)
        {
            Vector3d[] places = OverlappingSpheres.Middles(box, share, Diameter, (ulong)seed);
            double[] radii = new double[places.Length];
            Array.Fill(radii, Diameter / 2);
            int[] above = [.. Enumerable.Range(0, places.Length + 2)];
            int Root(int i)
            {
                while (above[i] != i) i = above[i] = above[above[i]];
                return i;
            }
            foreach ((int one, int two) in SphereContacts.Near(box, places, radii, 0))
                if (Math.Abs(places[one].X - places[two].X) < 150) above[Root(one)] = Root(two);
            for (int i = 0; i < places.Length; i++)
            {
                if (places[i].X < Diameter / 2) above[Root(i)] = Root(places.Length);
                if (places[i].X > 300 - Diameter / 2) above[Root(i)] = Root(places.Length + 1);
            }
            return Root(places.Length) == Root(places.Length + 1);
        }
        Enumerable.Range(1, 8).Count(seed => Connects(0.27, seed)).ShouldBeLessThanOrEqualTo(1);
        Enumerable.Range(1, 8).Count(seed => Connects(0.31, seed)).ShouldBeGreaterThanOrEqualTo(7);
    }

    // Voxels join spheres that come nearer than a voxel, so that an image connects a little earlier.
    [Fact]
    public void Their_images_connect_near_the_same_share()
    {
        int Connected(double share) => Enumerable.Range(1, 6).Count(seed =>
        {
            VoxelImage image = OverlappingSpheres.Generate(new GridShape(120, 120, 120), share, 12, (ulong)seed, 2);
            return Connectivity.Along(image, Axis.X, Sides.Periodic, 2).First(phase => phase.Label == 1).ThroughConnected > 0;
        });
        Connected(0.19).ShouldBe(0);
        Connected(0.33).ShouldBe(6);
    }

    [Fact]
    public void Carbon_fibres_connect_far_below_what_spheres_need()
    {
        CompositeStructure made = Recipes.Made(Recipes.Usual() with { Shares = new CompositeShares(0.49, 0.5, 0.01, 0), Carbon = new Fibres { Diameter = 0.15e-6, Aspect = 200, PersistenceLength = 10e-6 } });
        made.Electronic(new CompositeConductivities { Active = 0, Electrolyte = 0.1, Carbon = 1e4 }, new Transport()).IsConnected.ShouldBeTrue();
    }
}
