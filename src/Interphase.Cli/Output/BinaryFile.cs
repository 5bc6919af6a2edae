namespace Interphase.Cli;

/// <summary>A file to be written as it is.</summary>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Bytes">What it holds.</param>
internal sealed record BinaryFile(string Name, byte[] Bytes);
