namespace Interphase.Cells.Tests;

/// <summary>Something that follows a cause one way.</summary>
/// <param name="Name">What it is, with the way it goes.</param>
/// <param name="Grows">Whether more of the cause is more of it.</param>
/// <param name="Of">Its value after a run.</param>
/// <param name="Scale">What the integrator's tolerance is a share of: of it may be missed what the tolerance says, step for step.</param>
internal sealed record MonotoneEffect(string Name, bool Grows, Func<AgeingCell, double> Of, Func<RandomAgeing, double, double> Scale)
{
    /// <summary>What makes exceptions where it is there beside the cause.</summary>
    public Mechanisms Unless { get; init; }

    /// <summary>Whether two cells, with less and with more of the cause, are an exception.</summary>
    public Func<AgeingCell, AgeingCell, bool> Except { get; init; } = (_, _) => false;
}
