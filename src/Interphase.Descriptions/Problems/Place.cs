namespace Interphase.Descriptions;

/// <summary>Where something was written.</summary>
/// <param name="File">The file as the user named it, or <c>--set</c> with its path.</param>
/// <param name="Line">From 1; 0 when the whole file is meant.</param>
/// <param name="Column">From 1; 0 when the whole line is meant.</param>
public readonly record struct Place(string File, int Line = 0, int Column = 0)
{
    /// <summary>How the name of a place begins that is no file but a value given beside it.</summary>
    internal const string Beside = "--set";

    /// <summary><c>file:line:column</c>, as editors and terminals link it.</summary>
    public override string ToString() => Line == 0 || File.StartsWith(Beside, StringComparison.Ordinal) ? File : Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
}
