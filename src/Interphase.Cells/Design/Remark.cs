using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>Something that a user should know of a cell that can be computed all the same.</summary>
/// <param name="Path">The field or section concerned; empty for the whole cell.</param>
/// <param name="Text">What there is to know, in one sentence.</param>
/// <param name="Place">Where it is written, if anywhere.</param>
public sealed record Remark(string Path, string Text, Place? Place = null)
{
    /// <summary>Whether results may be wrong for it, so that a run says it too.</summary>
    public bool IsWarning { get; init; }

    /// <summary>The remark on one line.</summary>
    public override string ToString() => Path.Length == 0 ? Text : $"{Path}: {Text}";
}
