namespace Interphase.Reports;

/// <summary>A value that a result stands on.</summary>
/// <param name="Path">Its address, such as <c>cathode.active.diffusivity</c>.</param>
/// <param name="Value">With its unit, as written.</param>
/// <param name="Origin">Where it is from: given, library, default, completed, assumed.</param>
/// <param name="Source">The file and line, the paper, or the reason; may be empty.</param>
public sealed record ProvenanceRow(string Path, string Value, string Origin, string Source);
