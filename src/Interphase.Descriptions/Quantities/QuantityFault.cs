namespace Interphase.Descriptions;

/// <summary>Why a text is not the quantity that was wanted.</summary>
/// <param name="Found">What stands there, in words.</param>
/// <param name="Expected">What would have been right.</param>
/// <param name="Suggestion">What to write or try.</param>
public sealed record QuantityFault(string Found, string Expected, string Suggestion);
