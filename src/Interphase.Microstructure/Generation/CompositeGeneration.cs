using Interphase.Descriptions;

namespace Interphase.Microstructure;

/// <summary>What came of a recipe: a structure, or what stands against it.</summary>
/// <param name="Structure">The structure; null after problems.</param>
/// <param name="Problems">What is wrong; empty when all is well.</param>
public sealed record CompositeGeneration(CompositeStructure? Structure, Problems Problems);
