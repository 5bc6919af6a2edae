namespace Interphase.Cli;

/// <summary>More was asked for than a report can hold.</summary>
/// <param name="message">What was found.</param>
/// <param name="suggestion">What to try.</param>
internal sealed class TooManyRowsException(string message, string suggestion) : Exception(message)
{
    /// <summary>What to try.</summary>
    public string Suggestion => suggestion;
}
