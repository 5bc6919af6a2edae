using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Interphase.Descriptions;
using Interphase.Thermodynamics;

namespace Interphase.Bench;

/// <summary>Windows, reactions of pairs and hull distances: what is timed, and how far the latter are from published ones.</summary>
internal static class ThermodynamicsWork
{
    private static readonly ChemicalFormula Argyrodite = Formula("Li6PS5Cl"), Ncm811 = Formula("LiNi0.8Mn0.1Co0.1O2"), Cobaltate = Formula("LiCoO2");

    /// <summary>The window of Li6PS5Cl with exact breakpoints.</summary>
    public static void Window()
    {
        if (ElectrochemicalWindow.Of(Argyrodite, PhaseSet.Default, []) is not { Exists: true }) throw new InvalidOperationException("no window");
    }

    /// <summary>NCM811 with Li6PS5Cl: 8 elements, 1,028 phases, all kinks.</summary>
    public static void LargePair() => React(Ncm811, Argyrodite);

    /// <summary>LiCoO2 with Li6PS5Cl at all voltages from 0 to 5 V, every change exact.</summary>
    public static void Sweep()
    {
        if (PairSweep.Of(Cobaltate, Argyrodite, PhaseSet.Default, 1, []) is null) throw new InvalidOperationException("no sweep");
    }

    /// <summary>All closed pairs of the reference tables; null where the reference folder is absent.</summary>
    public static Action? ReferencePairs()
    {
        string file = Path.Combine(Folder, "reference", "thermo", "thermo_pseudobinary.json");
        if (!File.Exists(file)) return null;
        (ChemicalFormula A, ChemicalFormula B)[] pairs = [.. JsonNode.Parse(File.ReadAllText(file))!["pairs"]!.AsArray().Select(pair => (Formula(pair!["c1"]!.GetValue<string>()), Formula(pair["c2"]!.GetValue<string>())))];
        return () =>
        {
            foreach ((ChemicalFormula a, ChemicalFormula b) in pairs) React(a, b);
        };
    }

    /// <summary>Decomposition energies of all compositions of the Materials Project of 2019 on so many threads: its seconds, and how far they are from the published ones; null where the reference folder is absent.</summary>
    public static (double Seconds, string Errors)? AllCompositions(int threads)
    {
        string packed = Path.Combine(Folder, "data", "thermo", "mp2019_all_ground_states.csv.gz");
        if (!File.Exists(packed)) return null;
        string plain = Path.GetTempFileName();
        using (var source = new GZipStream(File.OpenRead(packed), CompressionMode.Decompress))
        using (FileStream to = File.Create(plain)) source.CopyTo(to);
        var watch = Stopwatch.StartNew();
        PhaseSet set = PhaseSet.Read(plain, [])!;
        double reading = watch.Elapsed.TotalSeconds;
        string[][] rows = [.. File.ReadLines(plain).Skip(1).Select(line => line.Split(','))];
        File.Delete(plain);
        double[] errors = new double[rows.Length];
        watch.Restart();
        Parallel.For(0, rows.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
            errors[i] = Math.Abs(Stability.Of(Formula(rows[i][0]), set, [])!.DecompositionEnergy!.Value - double.Parse(rows[i][2], CultureInfo.InvariantCulture)));
        double seconds = watch.Elapsed.TotalSeconds;
        Array.Sort(errors);
        return (seconds, string.Create(CultureInfo.InvariantCulture, $"    {rows.Length:N0} of them, read in {reading:0.0} s; from the published ones: 90 % within {At(0.9):0.0e0}, 99.9 % within {At(0.999):0.0000}, all within {errors[^1]:0.0000} eV/atom"));

        double At(double share) => errors[(int)(share * errors.Length)];
    }

    private static string Folder => Environment.GetEnvironmentVariable("INTERPHASE_REFERENCE") ?? Path.Combine("..", "shared");

    private static void React(ChemicalFormula a, ChemicalFormula b)
    {
        if (PairReaction.Of(a, b, PhaseSet.Default, null, []) is null) throw new InvalidOperationException($"no reaction of {a} and {b}");
    }

    private static ChemicalFormula Formula(string text) => ChemicalFormula.TryParse(text, out ChemicalFormula? formula, out FormulaError? error) ? formula : throw new ArgumentException(error.ToString());
}
