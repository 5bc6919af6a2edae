using System.Collections.Immutable;
using System.Numerics;

namespace Interphase.Cells;

/// <summary>Where a spectrum comes from: its parts in a row, the electrodes against the reference, and the whole without each contribution that matters, so that an arc can be traced to its cause.</summary>
/// <param name="Frequency">Hz.</param>
/// <param name="Parts">ohm, each as many as frequencies.</param>
public sealed record SpectrumParts(ImmutableArray<double> Frequency, ImmutableArray<(string Name, ImmutableArray<Complex> Impedance)> Parts)
{
    // A contribution without which nothing changes by more than this share is not worth a column.
    private const double Telling = 1e-6;

    /// <summary>The parts of a spectrum.</summary>
    /// <param name="impedance">Linearised at the state.</param>
    /// <param name="frequencies">Hz.</param>
    /// <param name="area">m2.</param>
    internal static SpectrumParts Of(CellImpedance impedance, double[] frequencies, double area)
    {
        var points = new ImpedancePoint[frequencies.Length];
        impedance.Spectrum(frequencies, points, ImpedanceContributions.All);
        Complex[] total = [.. points.Select(point => point.Total / area)];
        var parts = ImmutableArray.CreateBuilder<(string, ImmutableArray<Complex>)>();
        void Add(string name, Func<ImpedancePoint, Complex> of) => parts.Add((name, [.. points.Select(point => of(point) / area)]));

        Add("cathode", point => point.Cathode);
        Add("separator", point => point.Separator);
        Add("anode", point => point.Anode);
        Add("cathode against reference", point => point.CathodeAgainstReference);
        Add("anode against reference", point => point.AnodeAgainstReference);
        ImpedanceContributions all = ImpedanceContributions.All;
        foreach (ElectrodeContributions each in Enum.GetValues<ElectrodeContributions>())
        {
            if (each is ElectrodeContributions.None or ElectrodeContributions.All) continue;
            Without($"without cathode {Words(each.ToString())}", all with { Cathode = all.Cathode & ~each });
            Without($"without anode {Words(each.ToString())}", all with { Anode = all.Anode & ~each });
        }
        foreach (SeparatorContributions each in Enum.GetValues<SeparatorContributions>())
            if (each is not (SeparatorContributions.None or SeparatorContributions.All)) Without($"without separator {Words(each.ToString())}", all with { Separator = all.Separator & ~each });
        foreach (SaltContributions each in Enum.GetValues<SaltContributions>())
            if (each is not (SaltContributions.None or SaltContributions.All)) Without($"without salt {Words(each.ToString())}", all with { Salt = all.Salt & ~each });
        return new SpectrumParts([.. frequencies], parts.ToImmutable());

        void Without(string name, ImpedanceContributions contributions)
        {
            impedance.Spectrum(frequencies, points, contributions);
            bool tells = false;
            for (int i = 0; i < points.Length; i++) tells |= Complex.Abs(points[i].Total / area - total[i]) > Telling * Complex.Abs(total[i]);
            if (tells) Add(name, point => point.Total);
        }
    }

    private static string Words(string name) => string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? " " : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
