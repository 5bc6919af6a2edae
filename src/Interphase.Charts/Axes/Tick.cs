namespace Interphase.Charts;

/// <summary>A mark on an axis.</summary>
/// <param name="Value">Where it stands.</param>
/// <param name="Label">What is written there; empty for a minor tick.</param>
public sealed record Tick(double Value, string Label)
{
    /// <summary>True where the tick carries no label.</summary>
    public bool IsMinor => Label.Length == 0;
}
