using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>A box that closes on itself along every axis; lengths are in voxels, and the middle of voxel 0 lies at 0.5.</summary>
internal readonly record struct PeriodicBox(GridShape Shape)
{
    public double Shortest => Math.Min(Shape.X, Math.Min(Shape.Y, Shape.Z));

    public double Volume => Shape.Count;

    /// <summary>The shortest way from one place to another.</summary>
    public Vector3d Between(Vector3d from, Vector3d to) => new(Near(to.X - from.X, Shape.X), Near(to.Y - from.Y, Shape.Y), Near(to.Z - from.Z, Shape.Z));

    /// <summary>The same place inside the box.</summary>
    public Vector3d Inside(Vector3d place) => new(Inside(place.X, Shape.X), Inside(place.Y, Shape.Y), Inside(place.Z, Shape.Z));

    /// <summary>A place, all alike.</summary>
    public Vector3d Anywhere(RandomStream random) => new(random.Uniform() * Shape.X, random.Uniform() * Shape.Y, random.Uniform() * Shape.Z);

    /// <summary>The voxel in which a place inside the box lies.</summary>
    public int Voxel(Vector3d place) => (int)Shape.Index(Math.Min((int)place.X, Shape.X - 1), Math.Min((int)place.Y, Shape.Y - 1), Math.Min((int)place.Z, Shape.Z - 1));

    public static int Wrap(int place, int count)
    {
        int rest = place % count;
        return rest < 0 ? rest + count : rest;
    }

    private static double Near(double difference, int length) => difference - length * Math.Floor(difference / length + 0.5);

    private static double Inside(double place, int length)
    {
        double inside = place - length * Math.Floor(place / length);
        return inside < length ? inside : 0;
    }
}
