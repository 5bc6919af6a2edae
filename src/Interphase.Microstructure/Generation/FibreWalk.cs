namespace Interphase.Microstructure;

/// <summary>The middle line of a fibre through a box with particles: a worm-like chain that slides along the surfaces that it meets.</summary>
internal sealed class FibreWalk
{
    private const int Tries = 8;

    private readonly GapField gaps;
    private readonly WormChain chain;
    private readonly double step, clearance;

    /// <summary>A fibre's start.</summary>
    /// <param name="gaps">Where particles are.</param>
    /// <param name="chain">How it bends.</param>
    /// <param name="step">Length of a step, voxels.</param>
    /// <param name="clearance">How far its middle line keeps from surfaces, voxels.</param>
    /// <param name="random">Its numbers.</param>
    public FibreWalk(GapField gaps, WormChain chain, double step, double clearance, RandomStream random)
    {
        (this.gaps, this.chain, this.step, this.clearance) = (gaps, chain, step, clearance);
        Place = gaps.Box.Anywhere(random);
        for (int i = 0; i < 100 && gaps.At(Place) < clearance; i++) Place = gaps.Box.Anywhere(random);
        Direction = random.Direction();
    }

    /// <summary>Where it is, inside the box.</summary>
    public Vector3d Place { get; private set; }

    /// <summary>Where it goes, of length 1.</summary>
    public Vector3d Direction { get; private set; }

    /// <summary>Goes a step on.</summary>
    public void Advance()
    {
        Vector3d direction = Direction;
        for (int i = 0; i < Tries; i++)
        {
            direction = chain.Next(direction);
            Vector3d place = gaps.Box.Inside(Place + direction * step);
            double gap = gaps.At(place);
            if (gap >= clearance)
            {
                (Place, Direction) = (place, direction);
                return;
            }
            // Pushed out of the particle, it goes on along the surface.
            place = gaps.Box.Inside(place + gaps.Outward(place) * (clearance - gap));
            Vector3d way = gaps.Box.Between(Place, place);
            double length = way.Length;
            if (length < 0.25 * step) continue;
            direction = way * (1 / length);
            place = gaps.Box.Inside(Place + direction * step);
            if (gaps.At(place) < clearance - 0.25) continue;
            (Place, Direction) = (place, direction);
            return;
        }
        // In a corner between particles there is no way around: it goes through.
        Direction = chain.Next(Direction);
        Place = gaps.Box.Inside(Place + Direction * step);
    }
}
