namespace Interphase.Numerics;

/// <summary>What a potential does in a box.</summary>
/// <param name="Energy">Sum over faces of conductance times the square of the difference of potential.</param>
/// <param name="Mean">Mean over all layers of faces of the current that passes through a layer, from the low end to the high one.</param>
/// <param name="Low">The current that enters at the low end.</param>
/// <param name="High">The current that leaves at the high end.</param>
internal readonly record struct GridFlux(double Energy, double Mean, double Low, double High);
