namespace Interphase.Microstructure;

/// <summary>Contacts between grains of one phase, which resist beside the grains themselves.</summary>
/// <param name="Grains">Which grain each voxel belongs to, the last axis fastest.</param>
/// <param name="Label">The phase whose grains they are.</param>
/// <param name="Resistance">Of a contact, in ohm m2 where conductivities are in S/m; 0 or more.</param>
public sealed record GrainContacts(ReadOnlyMemory<int> Grains, byte Label, double Resistance);
