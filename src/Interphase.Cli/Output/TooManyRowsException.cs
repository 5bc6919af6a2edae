namespace Interphase.Cli;

/// <summary>More rows were asked for than a report can hold.</summary>
internal sealed class TooManyRowsException(string message) : Exception(message);
