using System.Collections.Immutable;
using System.IO.Compression;
using Interphase.Descriptions;

namespace Interphase.Measurements;

/// <summary>Reads tables in the Battery Data Format: comma-separated, plain or gzipped, under preferred labels, machine names or older ones. Whatever a file holds, there is a result or there are problems.</summary>
public static class BatteryDataReader
{
    private static readonly ImmutableArray<Column> SeriesColumns = [.. Columns.All.Where(column => column.Obligation == Obligation.Required)];
    private static readonly ImmutableArray<Column> SpectrumColumns = [Columns.Frequency, Columns.RealImpedance, Columns.ImaginaryImpedance];

    /// <summary>Reads a time series.</summary>
    /// <param name="path">The file; compression is seen from its content.</param>
    public static RecordingReading Read(string path)
    {
        var problems = new Problems();
        (Recording? recording, ImmutableArray<string> ignored) = Read(path, SeriesColumns, problems);
        return new(recording, ignored, problems);
    }

    /// <summary>Reads the impedance spectra of a file, one for each step that has frequencies.</summary>
    /// <param name="path">The file; compression is seen from its content.</param>
    public static SpectrumReading ReadSpectra(string path)
    {
        var problems = new Problems();
        (Recording? table, _) = Read(path, SpectrumColumns, problems);
        ImmutableArray<Spectrum> spectra = table is null ? [] : Spectra(table);
        if (table is not null && spectra.IsEmpty) problems.Add(new Place(path), Columns.Frequency.Label, "no row with a frequency", "at least one");
        return new(spectra, problems);
    }

    /// <summary>Reads a time series from bytes that can be sought in.</summary>
    internal static RecordingReading Read(Stream stream, string file)
    {
        var problems = new Problems();
        (Recording? recording, ImmutableArray<string> ignored) = Read(() => stream, file, SeriesColumns, problems);
        return new(recording, ignored, problems);
    }

    private static (Recording? Recording, ImmutableArray<string> Ignored) Read(string path, ImmutableArray<Column> required, Problems problems)
    {
        if (path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal))
            return Read(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0), path, required, problems);
        problems.Add(new Place(path), "", Quoted.Of(path), "the name of a file");
        return (null, []);
    }

    private static (Recording? Recording, ImmutableArray<string> Ignored) Read(Func<Stream> open, string file, ImmutableArray<Column> required, Problems problems)
    {
        try
        {
            using Stream stream = open();
            Span<byte> magic = stackalloc byte[2];
            bool isCompressed = stream.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
            stream.Position = 0;
            if (!isCompressed) return TableReader.Read(stream, file, required, problems);
            using var plain = new GZipStream(stream, CompressionMode.Decompress);
            return TableReader.Read(plain, file, required, problems);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(new Place(file), "", "no such file", "a table in the Battery Data Format");
        }
        catch (InvalidDataException)
        {
            problems.Add(new Place(file), "", "a compressed file that is damaged", "a whole one", "copy it again");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problems.Add(new Place(file), "", $"a file that cannot be read ({e.Message})", "a readable one");
        }
        return (null, []);
    }

    private static ImmutableArray<Spectrum> Spectra(Recording table)
    {
        var spectra = ImmutableArray.CreateBuilder<Spectrum>();
        List<double> frequency = [], real = [], imaginary = [];
        int first = 0;
        for (int row = 0; row <= table.Rows; row++)
        {
            bool isEnd = row == table.Rows, hasNumbers = !isEnd && double.IsFinite(table[Columns.Frequency][row] + table[Columns.RealImpedance][row] + table[Columns.ImaginaryImpedance][row]);
            if (frequency.Count > 0 && (isEnd || !Same(table, Columns.StepCount, first, row) || (hasNumbers && BeginsAnew(frequency, table[Columns.Frequency][row]))))
            {
                spectra.Add(new($"{table.Name} {spectra.Count + 1}", State(table, first), [.. frequency], [.. real], [.. imaginary]));
                frequency.Clear();
                real.Clear();
                imaginary.Clear();
            }
            if (!hasNumbers) continue;
            if (frequency.Count == 0) first = row;
            frequency.Add(table[Columns.Frequency][row]);
            real.Add(table[Columns.RealImpedance][row]);
            imaginary.Add(table[Columns.ImaginaryImpedance][row]);
        }
        return spectra.ToImmutable();
    }

    // Frequencies go one way within a spectrum; one that lies behind the first begins the next.
    private static bool BeginsAnew(List<double> frequencies, double next) =>
        frequencies.Count > 1 && (frequencies[1] < frequencies[0] ? next >= frequencies[0] : frequencies[1] > frequencies[0] && next <= frequencies[0]);

    private static bool Same(Recording table, Column column, int a, int b) => !table.Has(column) || table[column][a].Equals(table[column][b]);

    private static SampleRow State(Recording table, int row)
    {
        double Of(Column column) => table.Has(column) ? table[column][row] : double.NaN;
        int Whole(Column column) => Of(column) is >= 0 and <= int.MaxValue and double value ? (int)value : 0;
        return new()
        {
            Time = Of(Columns.TestTime),
            Voltage = Of(Columns.Voltage),
            Current = Of(Columns.Current),
            NetCharge = double.NaN,
            NetEnergy = double.NaN,
            CathodePotential = Of(Columns.CathodePotential),
            AnodePotential = Of(Columns.AnodePotential),
            CathodeContent = Of(Columns.CathodeLithiumContent),
            AnodeContent = Of(Columns.AnodeLithiumContent),
            Temperature = Of(Columns.SurfaceTemperature) + Accumulator.FreezingPoint,
            AmbientTemperature = Of(Columns.AmbientTemperature) + Accumulator.FreezingPoint,
            Pressure = Of(Columns.AppliedPressure),
            Cycle = Whole(Columns.CycleCount),
            Step = Whole(Columns.StepCount),
        };
    }
}
