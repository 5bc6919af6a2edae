using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Measurements;

/// <summary>A file of spectra as read, or what is wrong with it.</summary>
/// <param name="Spectra">The spectra, one for each step; empty after problems.</param>
/// <param name="Problems">What is wrong; empty when all is well.</param>
public sealed record SpectrumReading(ImmutableArray<Spectrum> Spectra, Problems Problems);
