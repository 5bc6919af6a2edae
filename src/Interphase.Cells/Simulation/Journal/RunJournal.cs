using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using System.Text;
using Interphase.Measurements;

namespace Interphase.Cells;

/// <summary>
/// Keeps a long run: everything that it tells is appended to a file, and at the beginning of a step, every so often, all that is needed to go on from there. A run that was ended from outside is told again from the file
/// up to its last such place, and goes on from there to the same bits. docs/numerics.md, section 16.
/// </summary>
/// <remarks>A run that is over before the first interval has passed never touches the disk.</remarks>
public sealed class RunJournal : IDisposable
{
    /// <summary>What follows the name of a journal that is being begun.</summary>
    public const string Begun = ".partial";

    private const string Magic = "interphase run journal 1";

    private readonly string _path;
    private readonly Lazy<string> _fingerprint;
    private readonly TimeSpan _interval;
    private readonly MemoryStream _pending = new();
    private readonly BinaryWriter _writer;
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private FileStream? _file;
    private byte[]? _told, _checkpoint;
    private Resolution? _resolution;

    private RunJournal(string path, Lazy<string> fingerprint, TimeSpan interval)
    {
        (_path, _fingerprint, _interval) = (path, fingerprint, interval);
        _writer = new BinaryWriter(_pending, Encoding.UTF8);
    }

    /// <summary>A journal of a run that begins.</summary>
    /// <param name="path">Where it will stand.</param>
    /// <param name="fingerprint">Tells this cell, protocol and what is wanted of them from all others.</param>
    /// <param name="interval">Time between places from which the run could go on.</param>
    public static RunJournal Begin(string path, Lazy<string> fingerprint, TimeSpan interval) => new(path, fingerprint, interval);

    /// <summary>A journal with which a run goes on.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fingerprint">As it was given when the run began.</param>
    /// <param name="interval">Time between places from which the run could go on.</param>
    /// <param name="fault">Why that is not possible.</param>
    public static RunJournal? Resume(string path, Lazy<string> fingerprint, TimeSpan interval, out string? fault)
    {
        fault = null;
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            if (reader.ReadString() != Magic) fault = "no journal of a run of this version";
            else if (reader.ReadString() != fingerprint.Value) fault = "the journal of another run: the cell, the protocol or what was asked for has changed since";
            if (fault is not null) return null;
            Resolution resolution = Resolved(reader);
            long begin = reader.BaseStream.Position, checkpoint = -1, after = -1;
            int length = 0;
            while (reader.BaseStream.Length - reader.BaseStream.Position >= 5)
            {
                byte tag = reader.ReadByte();
                int size = reader.ReadInt32();
                long next = reader.BaseStream.Position + size;
                // What was not written to its end counts as not written.
                if (size < 0 || next > reader.BaseStream.Length) break;
                if (tag == (byte)JournalEvent.Checkpoint) (checkpoint, length, after) = (reader.BaseStream.Position, size, next);
                reader.BaseStream.Position = next;
            }
            if (checkpoint < 0)
            {
                fault = "a journal without a place to go on from";
                return null;
            }
            return new RunJournal(path, fingerprint, interval)
            {
                _resolution = resolution,
                _told = bytes[(int)begin..(int)after],
                _checkpoint = bytes[(int)checkpoint..(int)(checkpoint + length)],
                _file = Continue(path, after),
            };
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or ArgumentException or FormatException)
        {
            fault = $"a damaged journal ({exception.Message.TrimEnd('.')})";
            return null;
        }
    }

    /// <summary>How finely the run that goes on was resolved; null in one that begins.</summary>
    public Resolution? Resolution => _resolution;

    /// <summary>Whether a run goes on.</summary>
    public bool Resumes => _checkpoint is not null;

    /// <summary>Whether it is time for a place from which the run could go on.</summary>
    internal bool IsDue => _since.Elapsed >= _interval;

    /// <summary>Removes the journal of a run that is complete.</summary>
    public void Complete()
    {
        Dispose();
        File.Delete(_path);
    }

    /// <summary>Closes the file and leaves it.</summary>
    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    /// <summary>Tells an observer all that was told before the run goes on.</summary>
    internal void Tell(RunObserver observer)
    {
        using var reader = new BinaryReader(new MemoryStream(_told!), Encoding.UTF8);
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            var tag = (JournalEvent)reader.ReadByte();
            int size = reader.ReadInt32();
            if (tag == JournalEvent.Checkpoint) reader.BaseStream.Position += size;
            else Tell(tag, reader, observer);
        }
        _told = null;
    }

    /// <summary>What the state to go on from was written to.</summary>
    internal BinaryReader State() => new(new MemoryStream(_checkpoint!), Encoding.UTF8);

    /// <summary>Writes a place from which the run could go on, and all that was told until there.</summary>
    internal void Keep(Resolution resolution, Action<BinaryWriter> state)
    {
        Append(JournalEvent.Checkpoint, state);
        if (_file is null)
        {
            // It stands there with a place to go on from, or not at all.
            string begun = _path + Begun;
            using (var file = new FileStream(begun, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0))
            {
                using var header = new MemoryStream();
                using var writer = new BinaryWriter(header, Encoding.UTF8);
                writer.Write(Magic);
                writer.Write(_fingerprint.Value);
                Resolve(writer, resolution);
                file.Write(header.GetBuffer().AsSpan(0, (int)header.Length));
                file.Write(_pending.GetBuffer().AsSpan(0, (int)_pending.Length));
            }
            File.Move(begun, _path, overwrite: true);
            _file = Continue(_path, new FileInfo(_path).Length);
        }
        else
        {
            _file.Write(_pending.GetBuffer().AsSpan(0, (int)_pending.Length));
        }
        _pending.SetLength(0);
        _since.Restart();
    }

    /// <summary>An observer that keeps what another one is told.</summary>
    internal RunObserver Over(RunObserver observer) => new Keeper(this, observer);

    private static FileStream Continue(string path, long length)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.SetLength(length);
        file.Position = length;
        return file;
    }

    private static void Resolve(BinaryWriter writer, Resolution resolution)
    {
        writer.Write(resolution.Tolerance);
        writer.Write(resolution.Error ?? double.NaN);
        writer.Write(resolution.Mesh.Separator);
        foreach (CompositeMesh? mesh in (ReadOnlySpan<CompositeMesh?>)[resolution.Mesh.Cathode, resolution.Mesh.Anode])
        {
            writer.Write(mesh is not null);
            if (mesh is null) continue;
            writer.Write(mesh.Elements);
            writer.Write(mesh.PointsPerElement);
            writer.Write(mesh.Particles.Length);
            foreach (ParticleMesh particle in mesh.Particles)
            {
                writer.Write((int)particle.Kind);
                writer.Write(particle.Count);
            }
        }
    }

    private static Resolution Resolved(BinaryReader reader)
    {
        double tolerance = reader.ReadDouble(), error = reader.ReadDouble();
        int separator = reader.ReadInt32();
        CompositeMesh? Mesh()
        {
            if (!reader.ReadBoolean()) return null;
            (int elements, int points) = (reader.ReadInt32(), reader.ReadInt32());
            var particles = ImmutableArray.CreateBuilder<ParticleMesh>();
            for (int left = JournalWriting.Count(reader, 8); left > 0; left--) particles.Add(new ParticleMesh((ParticleMeshKind)reader.ReadInt32(), reader.ReadInt32()));
            return new CompositeMesh(elements, points, particles.ToImmutable());
        }

        CompositeMesh? cathode = Mesh(), anode = Mesh();
        return new Resolution(new CellMesh(cathode, anode) { Separator = separator }, tolerance) { Error = double.IsNaN(error) ? null : error };
    }

    private void Append(JournalEvent tag, Action<BinaryWriter> write)
    {
        _writer.Write((byte)tag);
        long at = _pending.Position;
        _writer.Write(0);
        write(_writer);
        Close(at);
    }

    private void Close(long at)
    {
        _writer.Flush();
        long end = _pending.Position;
        _pending.Position = at;
        _writer.Write((int)(end - at - sizeof(int)));
        _writer.Flush();
        _pending.Position = end;
    }

    private void Row(in SampleRow row, bool isKept)
    {
        _writer.Write((byte)(isKept ? JournalEvent.KeptRow : JournalEvent.Row));
        long at = _pending.Position;
        _writer.Write(0);
        Row(_writer, row, isKept);
        Close(at);
    }

    // Of a row that is only counted nobody asks more.
    private static void Row(BinaryWriter writer, in SampleRow row, bool isKept)
    {
        writer.Write(row.Time);
        writer.Write(row.Voltage);
        writer.Write(row.Current);
        writer.Write(row.NetCharge);
        writer.Write(row.NetEnergy);
        writer.Write(row.Cycle);
        writer.Write(row.Step);
        if (!isKept) return;
        writer.Write(row.CathodePotential);
        writer.Write(row.AnodePotential);
        writer.Write(row.CathodeContent);
        writer.Write(row.AnodeContent);
        writer.Write(row.Temperature);
        writer.Write(row.AmbientTemperature);
        writer.Write(row.Pressure);
        writer.Write(row.StepId);
        writer.Write(row.StepType);
    }

    private static SampleRow Row(BinaryReader reader, bool isKept)
    {
        var row = new SampleRow
        {
            Time = reader.ReadDouble(),
            Voltage = reader.ReadDouble(),
            Current = reader.ReadDouble(),
            NetCharge = reader.ReadDouble(),
            NetEnergy = reader.ReadDouble(),
            Cycle = reader.ReadInt32(),
            Step = reader.ReadInt32(),
        };
        return !isKept ? row : row with
        {
            CathodePotential = reader.ReadDouble(),
            AnodePotential = reader.ReadDouble(),
            CathodeContent = reader.ReadDouble(),
            AnodeContent = reader.ReadDouble(),
            Temperature = reader.ReadDouble(),
            AmbientTemperature = reader.ReadDouble(),
            Pressure = reader.ReadDouble(),
            StepId = reader.ReadInt32(),
            StepType = JournalWriting.Same(reader.ReadString()),
        };
    }

    private static void Tell(JournalEvent tag, BinaryReader reader, RunObserver observer)
    {
        switch (tag)
        {
            case JournalEvent.KeptRow:
                observer.OnRow(Row(reader, true), true);
                break;
            case JournalEvent.Row:
                observer.OnRow(Row(reader, false), false);
                break;
            case JournalEvent.Step:
                observer.OnStep(new StepReport(
                    reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), JournalWriting.Same(reader.ReadString()), JournalWriting.Same(reader.ReadString()), reader.ReadDouble(), reader.ReadDouble(), (StepEnd)reader.ReadInt32(),
                    JournalWriting.Same(reader.ReadString()), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()));
                break;
            case JournalEvent.Budget:
                observer.OnBudget(new BudgetPoint(reader.ReadDouble(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.Parts()));
                break;
            case JournalEvent.Profile:
                observer.OnProfile(new ContentProfile(
                    reader.ReadDouble(), reader.ReadInt32(), reader.ReadInt32(), JournalWriting.Same(reader.ReadString()), reader.ReadInt32(), reader.Immutable(), reader.Immutable(), reader.Immutable(), reader.Immutable(), reader.Immutable()));
                break;
            case JournalEvent.Undelivered:
                observer.OnUndelivered(new UndeliveredCapacity(reader.ReadInt32(), reader.ReadInt32(), JournalWriting.Same(reader.ReadString()), reader.ReadDouble(), reader.Parts(), reader.ReadBoolean()));
                break;
            case JournalEvent.Spectrum:
                observer.OnSpectrum(new Spectrum(reader.ReadString(), Row(reader, true), reader.Doubles(), reader.Doubles(), reader.Doubles()), SpectrumOf(reader));
                break;
            case JournalEvent.Resistance:
                observer.OnResistance(new ResistancePoint(reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.Parts()));
                break;
            case JournalEvent.Appearance:
                observer.OnAppearance(new ProductAppearance(
                    JournalWriting.Same(reader.ReadString()), JournalWriting.Same(reader.ReadString()), JournalWriting.Same(reader.ReadString()), reader.ReadDouble(), reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble()));
                break;
            default:
                throw new InvalidDataException($"an entry of kind {(byte)tag}");
        }
    }

    private static SpectrumParts SpectrumOf(BinaryReader reader)
    {
        ImmutableArray<double> frequency = reader.Immutable();
        var parts = ImmutableArray.CreateBuilder<(string, ImmutableArray<Complex>)>();
        for (int left = JournalWriting.Count(reader, 1); left > 0; left--)
        {
            string name = JournalWriting.Same(reader.ReadString());
            double[] real = reader.Doubles(), imaginary = reader.Doubles();
            parts.Add((name, [.. real.Zip(imaginary, (re, im) => new Complex(re, im))]));
        }
        return new SpectrumParts(frequency, parts.ToImmutable());
    }

    private sealed class Keeper(RunJournal journal, RunObserver observer) : RunObserver
    {
        public override void OnRow(in SampleRow row, bool isKept)
        {
            journal.Row(row, isKept);
            observer.OnRow(row, isKept);
        }

        public override void OnStep(in StepReport step)
        {
            StepReport own = step;
            journal.Append(JournalEvent.Step, writer =>
            {
                writer.Write(own.Cycle);
                writer.Write(own.Step);
                writer.Write(own.Line);
                writer.Write(own.Text);
                writer.Write(own.Type);
                writer.Write(own.Start);
                writer.Write(own.End);
                writer.Write((int)own.Kind);
                writer.Write(own.Reason);
                writer.Write(own.Charge);
                writer.Write(own.Energy);
                writer.Write(own.Voltage);
                writer.Write(own.Current);
            });
            observer.OnStep(step);
        }

        public override void OnBudget(BudgetPoint point)
        {
            journal.Append(JournalEvent.Budget, writer =>
            {
                writer.Write(point.Time);
                writer.Write(point.Cycle);
                writer.Write(point.Step);
                writer.Write(point.Charge);
                writer.Write(point.Voltage);
                writer.Parts(point.Parts);
            });
            observer.OnBudget(point);
        }

        public override void OnProfile(ContentProfile profile)
        {
            journal.Append(JournalEvent.Profile, writer =>
            {
                writer.Write(profile.Time);
                writer.Write(profile.Cycle);
                writer.Write(profile.Step);
                writer.Write(profile.Electrode);
                writer.Write(profile.SizeClass);
                foreach (ImmutableArray<double> values in (ReadOnlySpan<ImmutableArray<double>>)[profile.Positions, profile.Radii, profile.Contents, profile.Surface, profile.Potential]) writer.Doubles(values.AsSpan());
            });
            observer.OnProfile(profile);
        }

        public override void OnUndelivered(UndeliveredCapacity undelivered)
        {
            journal.Append(JournalEvent.Undelivered, writer =>
            {
                writer.Write(undelivered.Cycle);
                writer.Write(undelivered.Step);
                writer.Write(undelivered.Text);
                writer.Write(undelivered.Capacity);
                writer.Parts(undelivered.Parts);
                writer.Write(undelivered.IsBounded);
            });
            observer.OnUndelivered(undelivered);
        }

        public override void OnSpectrum(Spectrum spectrum, SpectrumParts parts)
        {
            journal.Append(JournalEvent.Spectrum, writer =>
            {
                writer.Write(spectrum.Name);
                Row(writer, spectrum.At, true);
                writer.Doubles(spectrum.Frequency);
                writer.Doubles(spectrum.Real);
                writer.Doubles(spectrum.Imaginary);
                writer.Doubles(parts.Frequency.AsSpan());
                writer.Write(parts.Parts.Length);
                foreach ((string name, ImmutableArray<Complex> impedance) in parts.Parts)
                {
                    writer.Write(name);
                    writer.Doubles([.. impedance.Select(each => each.Real)]);
                    writer.Doubles([.. impedance.Select(each => each.Imaginary)]);
                }
            });
            observer.OnSpectrum(spectrum, parts);
        }

        public override void OnResistance(ResistancePoint resistance)
        {
            journal.Append(JournalEvent.Resistance, writer =>
            {
                writer.Write(resistance.Cycle);
                writer.Write(resistance.Time);
                writer.Write(resistance.Current);
                writer.Parts(resistance.Parts);
            });
            observer.OnResistance(resistance);
        }

        public override void OnAppearance(ProductAppearance appearance)
        {
            journal.Append(JournalEvent.Appearance, writer =>
            {
                writer.Write(appearance.Product);
                writer.Write(appearance.Electrode);
                writer.Write(appearance.Boundary);
                writer.Write(appearance.Time);
                writer.Write(appearance.Cycle);
                writer.Write(appearance.Position);
                writer.Write(appearance.Potential);
            });
            observer.OnAppearance(appearance);
        }

        // What is told at the end of a run is made anew.
        public override void OnLedger(LithiumLedger ledger) => observer.OnLedger(ledger);

        public override void OnLoss(CapacityLoss loss) => observer.OnLoss(loss);
    }
}
