namespace Interphase.Charts;

/// <summary>The ticks of an axis.</summary>
/// <param name="Ticks">In rising order.</param>
/// <param name="Exponent">The power of ten that every label must be multiplied by, a multiple of three; 0 for none.</param>
public sealed record TickSet(IReadOnlyList<Tick> Ticks, int Exponent = 0);
