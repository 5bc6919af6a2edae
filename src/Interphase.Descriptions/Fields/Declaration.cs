namespace Interphase.Descriptions;

/// <summary>A section that a room declares, and where it hangs.</summary>
/// <param name="Parent">The path of the section it belongs into; empty for the root, <c>cathode.active</c> for a mechanism of the active material.</param>
/// <param name="Section">The section; where the parent already has one of that name, its fields are added to it.</param>
public sealed record Declaration(string Parent, Section Section);
