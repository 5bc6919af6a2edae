namespace Interphase.Cells;

/// <summary>One of the things that a boundary process has done by a moment, at every point of a composite.</summary>
/// <param name="Cause">What it is called where losses are told.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Boundary">Which of the composite's boundaries did it.</param>
/// <param name="Row">Which state of a process that goes on; 0 of others.</param>
/// <param name="Values">At the points.</param>
internal sealed record FrozenEffect(string Cause, BoundaryEffect Effect, int Boundary, int Row, double[] Values)
{
    /// <summary>Whether effects of the kind multiply.</summary>
    public static bool Multiplies(BoundaryEffect effect) => effect is BoundaryEffect.Contact or BoundaryEffect.Ions or BoundaryEffect.Taking or BoundaryEffect.Diffusion or BoundaryEffect.Reservoir;
}
