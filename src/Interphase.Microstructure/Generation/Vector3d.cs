namespace Interphase.Microstructure;

/// <summary>A vector of doubles, whose every operation is rounded alike everywhere.</summary>
internal readonly record struct Vector3d(double X, double Y, double Z)
{
    public static Vector3d operator +(Vector3d a, Vector3d b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vector3d operator -(Vector3d a, Vector3d b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Vector3d operator *(Vector3d a, double factor) => new(a.X * factor, a.Y * factor, a.Z * factor);

    public double Length => Math.Sqrt(Dot(this));

    public double Dot(Vector3d other) => X * other.X + Y * other.Y + Z * other.Z;

    public Vector3d Cross(Vector3d other) => new(Y * other.Z - Z * other.Y, Z * other.X - X * other.Z, X * other.Y - Y * other.X);

    /// <summary>A unit vector at right angles to this one.</summary>
    public Vector3d Aside()
    {
        Vector3d other = Math.Abs(X) < 0.6 ? Cross(new Vector3d(1, 0, 0)) : Cross(new Vector3d(0, 1, 0));
        return other * (1 / other.Length);
    }
}
