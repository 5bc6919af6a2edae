namespace Interphase.Cli;

/// <summary>One line on a terminal that says what is being done, written over itself.</summary>
internal sealed class StatusLine(TextWriter output, bool isShown) : IProgress<string>
{
    private const int Width = 78;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly System.Diagnostics.Stopwatch since = System.Diagnostics.Stopwatch.StartNew();
    private TimeSpan last = -Pause;

    public void Report(string value)
    {
        if (!isShown || since.Elapsed - last < Pause) return;
        last = since.Elapsed;
        output.Write($"\r{(value.Length > Width ? value[..Width] : value).PadRight(Width)}");
    }

    public void Clear()
    {
        if (isShown) output.Write($"\r{new string(' ', Width)}\r");
    }
}
