using System.Collections.Immutable;

namespace Interphase.Thermodynamics;

/// <summary>The schemes that come with the program, with what is known to be wrong with each; docs/thermodynamics.md has the comparison with measured values.</summary>
internal static class BuiltInSchemes
{
    /// <summary>What the legacy correction took from each S of a sulfide, eV.</summary>
    internal const double SulfideCorrection = 0.66346;

    private const string Licence = "CC BY 4.0 (Materials Project)";
    private const string Jain = "A. Jain et al., APL Mater. 1, 011002 (2013), doi:10.1063/1.4812323";
    private const string Bartel = "C. J. Bartel et al., npj Comput. Mater. 6, 97 (2020), doi:10.1038/s41524-020-00362-y";

    // Measured free energies of formation at 300 K: NIST-JANAF and FREED, as compiled in github.com/materialsproject/reaction-network; eV/atom.
    private static readonly SchemeBias Covalent = new(["S", "Cl"], "The chlorine correction was fitted to ionic chlorides: SCl and SCl2 come out at -0.79 and -0.71 eV/atom (measured -0.07 to -0.10), so SCl among the products, from 2.7 to 2.9 V on, may be an artefact.");
    private static readonly SchemeBias PhosphorusChlorides = new(["P", "Cl"], "The chlorine correction was fitted to ionic chlorides: PCl3 comes out at -1.14 eV/atom (measured -0.70).");
    private static readonly SchemeBias Bromide = new(["Li", "Br"], "Bromine is not corrected: LiBr comes out at -1.57 eV/atom (measured -1.77), so its oxidation at 3.15 V is too low.");
    private static readonly SchemeBias Iodide = new(["Li", "I"], "Iodine is not corrected: LiI comes out at -1.24 eV/atom (measured -1.40), so its oxidation at 2.47 V is too low.");
    private static readonly SchemeBias Sulfates = new(["S", "O"], "The oxide correction also went to molecules and sulfates: SO2 and Li2SO4 come out at -1.76 and -2.42 eV/atom (measured -1.04 and -1.96), so reactions that end in Li2SO4 are too strong.");
    private static readonly SchemeBias Carbonates = new(["C", "O"], "The oxide correction also went to molecules: CO2 comes out at -1.78 eV/atom (measured -1.36).");
    private static readonly SchemeBias Nickel = new(["Ni", "O"], "Nickel oxides come out too unstable (NiO -0.93 eV/atom, -1.22 with the corrections of 2020, measured -1.10): LiNiO2 and NiO2 look too reactive.");

    internal static readonly PhaseScheme Mp2019 = new(
        "mp2019", "Materials Project of 2019, legacy corrections", "the composition set of Bartel et al. 2020, by way of github.com/anthony-wang/CrabNet", Licence, $"{Jain}; {Bartel}", "",
        [
            new(["S"], "Sulfides carry the legacy correction of -0.663 eV per S: what oxidises a sulfide comes out too high (Li2S at 2.139 V, without the correction at 2.009 V); reduction does not change."),
            new(["C", "S"], "Molecules of carbon and sulfur carry the correction of sulfides, sulfur itself does not: CS2 comes out at -0.17 eV/atom (measured 0.23) and CS14 at -0.56 (0.06 without the correction), so CS14 among the products, where carbon meets a sulfide, is an artefact."),
            Covalent, PhosphorusChlorides, Sulfates, Carbonates, Nickel, Bromide, Iodide,
        ]);

    internal static readonly PhaseScheme NoSulfideCorrection = new(
        "mp2019-no-sulfide-correction", "Materials Project of 2019, sulfide correction removed", "derived from mp2019: +0.66346 eV per S on sulfides that hold neither O nor N; molecules of S with C and halogens as in mp2019", Licence, $"{Jain}; {Bartel}",
        "windows of sulfides without oxygen, nitrogen and carbon",
        [
            new(["S", "O"], "Phases with S and O were not changed, sulfides were: beside oxygen the two do not fit together. Use mp2019."),
            new(["S", "N"], "Phases with S and N were not changed, sulfides were: beside nitrogen the two do not fit together. Use mp2019."),
            new(["C", "S"], "Molecules of carbon and sulfur kept the correction, sulfides did not: CS14 stays at -0.56 eV/atom (0.06 without the correction), so beside carbon every sulfide seems to fall apart into it, still more than under mp2019. Take CS14 among the products for an artefact."),
            Covalent, PhosphorusChlorides, Bromide, Iodide,
        ]);

    internal static readonly PhaseScheme Mp2024 = new(
        "mp2024", "Materials Project of November 2024, corrections of 2020", "github.com/janosh/matterviz, Li-Co-Ni-O", Licence, Jain, "compositions of Li, Co, Ni and O", []);

    internal static readonly ImmutableArray<PhaseScheme> All = [Mp2019, NoSulfideCorrection, Mp2024];
}
