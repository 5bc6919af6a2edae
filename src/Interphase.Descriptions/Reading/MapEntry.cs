namespace Interphase.Descriptions;

/// <summary>One key of a map with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyPlace">Where the key stands.</param>
/// <param name="Value">The value.</param>
public sealed record MapEntry(string Key, Place KeyPlace, Node Value);
