using Interphase.Cells;
using Interphase.Descriptions;

namespace Interphase.Cli;

/// <summary>A cell that was run: what it was, what came of it, and where it was written.</summary>
internal sealed class CellRun(CellReading reading, Protocol protocol, CellSimulator simulator, IReadOnlyList<string> inputs, RunRequest request)
{
    public CellReading Reading => reading;

    public CellDesign Design => reading.Design!;

    public Protocol Protocol => protocol;

    public CellSimulator Simulator => simulator;

    /// <summary>What was asked for.</summary>
    public RunRequest Request => request;

    /// <summary>The files that were read.</summary>
    public IReadOnlyList<string> Inputs => inputs;

    /// <summary>Name of the cell file without its ending.</summary>
    public string Name => Path.GetFileNameWithoutExtension(reading.File);

    public RunCollector Result { get; } = new(reading.Design!.Name);

    public RunEnd? End { get; set; }

    public string? Series { get; set; }

    public string? CycleFile { get; set; }

    public string? ProfileFile { get; set; }

    public List<string> SpectrumFiles { get; } = [];

    public List<string> Pictures { get; } = [];

    public string? Report { get; set; }

    public string? ResultFile { get; set; }

    /// <summary>What was wrong with writing.</summary>
    public Problems Problems { get; } = [];

    /// <summary>Mass of active material of the cathode per area, kg/m2; null where it is not known.</summary>
    public double? Loading => Design.Cathode?.Loading is { Exists: true } loading ? loading.Value : null;
}
