namespace Interphase.Microstructure;

/// <summary>The directions of a lattice that measures look along, and what part of space each stands for.</summary>
internal static class Directions
{
    private const int Fineness = 32;

    /// <summary>The 37 shortest, one of two opposite ones: along edges, diagonals of faces and of cells, and knight's moves with and without a step aside.</summary>
    public static (int X, int Y, int Z)[] All { get; } =
    [
        .. from x in Enumerable.Range(0, 3)
           from y in Enumerable.Range(-2, 5)
           from z in Enumerable.Range(-2, 5)
           where x > 0 || y > 0 || (y == 0 && z > 0)
           let twos = (x == 2 ? 1 : 0) + (Math.Abs(y) == 2 ? 1 : 0) + (Math.Abs(z) == 2 ? 1 : 0)
           where twos == 0 || (twos == 1 && x * x + y * y + z * z > 4)
           select (x, y, z),
    ];

    /// <summary>The share of all directions of space to which each given one is the nearest.</summary>
    /// <param name="directions">Of any length above 0; one of two opposite ones is enough.</param>
    public static double[] Weights(ReadOnlySpan<(double X, double Y, double Z)> directions)
    {
        double[] weights = new double[directions.Length], cosines = new double[directions.Length];
        for (int face = 0; face < 3; face++)
        {
            for (int i = 0; i < 2 * Fineness; i++)
            {
                for (int j = 0; j < 2 * Fineness; j++)
                {
                    // Points of the faces of a cube, which keep its symmetry, each with the solid angle that it stands for.
                    double a = (i + 0.5) / Fineness - 1, b = (j + 0.5) / Fineness - 1, length = Math.Sqrt(1 + a * a + b * b);
                    (double x, double y, double z) = face switch { 0 => (1.0, a, b), 1 => (b, 1.0, a), _ => (a, b, 1.0) };
                    double most = 0;
                    for (int k = 0; k < directions.Length; k++)
                    {
                        (double X, double Y, double Z) = directions[k];
                        cosines[k] = Math.Abs(x * X + y * Y + z * Z) / (length * Math.Sqrt(X * X + Y * Y + Z * Z));
                        most = Math.Max(most, cosines[k]);
                    }
                    int nearest = cosines.Count(cosine => cosine > most - 1e-12);
                    for (int k = 0; k < cosines.Length; k++)
                        if (cosines[k] > most - 1e-12) weights[k] += 1 / (length * length * length * nearest);
                }
            }
        }
        double total = weights.Sum();
        for (int k = 0; k < weights.Length; k++) weights[k] /= total;
        return weights;
    }
}
