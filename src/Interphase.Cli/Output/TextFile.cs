namespace Interphase.Cli;

/// <summary>A file to be written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">All of it.</param>
internal sealed record TextFile(string Name, string Text);
