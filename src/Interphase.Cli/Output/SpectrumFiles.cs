using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using Interphase.Cells;
using Interphase.Measurements;

namespace Interphase.Cli;

/// <summary>Into which tables the spectra of a run go: one each, or all into one where a step or a repetition takes many.</summary>
internal static class SpectrumFiles
{
    private const int MostApart = 20;

    /// <summary>The tables: what stands behind the run's name, and which spectra.</summary>
    public static IEnumerable<(string Name, Range Range)> Of(CellRun run)
    {
        int count = run.Result.Spectra.Count;
        if (count == 0) return [];
        return count > MostApart || Steps(run.Protocol.Items).Any(step => step.Series is not null) ? [(".eis", ..count)] : Enumerable.Range(0, count).Select(i => ($".eis-{i + 1}", i..(i + 1)));
    }

    /// <summary>Where spectra come from, as a table. Several begin each row with what tells them apart.</summary>
    public static string Parts(IReadOnlyList<Spectrum> spectra, IReadOnlyList<SpectrumParts> all)
    {
        bool several = all.Count > 1;
        // A contribution that comes with a film, say, is not in the first.
        string[] names = [.. all.SelectMany(parts => parts.Parts.Select(part => part.Name)).Distinct()];
        var text = new StringBuilder(several ? "Test Time / s,Cycle Count / 1,Step Count / 1,Frequency / Hz" : "Frequency / Hz");
        foreach (string name in names) text.Append(CultureInfo.InvariantCulture, $",{name}: Real Impedance / ohm,{name}: Imaginary Impedance / ohm");
        text.Append('\n');
        for (int s = 0; s < all.Count; s++)
        {
            SampleRow at = spectra[s].At;
            ImmutableArray<Complex>[] columns = [.. names.Select(name => all[s].Parts.FirstOrDefault(part => part.Name == name).Impedance)];
            for (int i = 0; i < all[s].Frequency.Length; i++)
            {
                if (several) text.Append(CultureInfo.InvariantCulture, $"{at.Time:G10},{at.Cycle},{at.Step},");
                text.Append(all[s].Frequency[i].ToString("G10", CultureInfo.InvariantCulture));
                foreach (ImmutableArray<Complex> impedance in columns)
                {
                    if (impedance.IsDefault) text.Append(",,");
                    else text.Append(CultureInfo.InvariantCulture, $",{impedance[i].Real:G10},{impedance[i].Imaginary:G10}");
                }
                text.Append('\n');
            }
        }
        return text.ToString();
    }

    private static IEnumerable<ProtocolStep> Steps(ImmutableArray<ProtocolItem> items) => items.SelectMany(item => item switch
    {
        ProtocolRepeat repeat => Steps(repeat.Items),
        ProtocolStep step => [step],
        _ => Enumerable.Empty<ProtocolStep>(),
    });
}
