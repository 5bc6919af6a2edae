using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>The middle lines of some fibres, coarse enough for a picture.</summary>
/// <param name="shape">The box.</param>
internal sealed class LineSketch(GridShape shape)
{
    private const int Stride = 2, MostPoints = 60_000;

    private readonly List<ReadOnlyMemory<float>> pieces = [];
    private readonly List<float> piece = [];
    private Vector3d last;
    private int points, steps;
    private bool isDrawn;

    /// <summary>The pieces of all fibres that were drawn.</summary>
    public IReadOnlyList<ReadOnlyMemory<float>> Pieces => pieces;

    /// <summary>How many fibres were drawn.</summary>
    public int Fibres { get; private set; }

    /// <summary>Begins a fibre. Once there are enough points no further one is drawn; those that are, are whole.</summary>
    public void Begin(Vector3d place)
    {
        isDrawn = points < MostPoints;
        if (!isDrawn) return;
        Fibres++;
        steps = 0;
        Put(place);
    }

    /// <summary>A step of the fibre.</summary>
    public void Add(Vector3d place)
    {
        if (!isDrawn || ++steps % Stride != 0) return;
        if (Math.Abs(place.X - last.X) > shape.X / 2.0 || Math.Abs(place.Y - last.Y) > shape.Y / 2.0 || Math.Abs(place.Z - last.Z) > shape.Z / 2.0) End();
        Put(place);
    }

    /// <summary>Ends a piece.</summary>
    public void End()
    {
        if (piece.Count > 3) pieces.Add(piece.ToArray());
        piece.Clear();
    }

    private void Put(Vector3d place)
    {
        piece.AddRange([(float)place.X, (float)place.Y, (float)place.Z]);
        last = place;
        points++;
    }
}
