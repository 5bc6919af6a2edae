using Interphase.Descriptions;

namespace Interphase.Thermodynamics.Tests;

/// <summary>Sets of a user's own: what is read, and what is refused in one line.</summary>
public class PhaseFileTests
{
    private const string Header = "formula,formation_energy_eV_per_atom";

    [Fact]
    public void A_table_is_read_and_used_alone()
    {
        PhaseSet set = Read($"# mine\nid,note,{Header}\nx-1,\"a, b\",Li2S,-1.5\n,,Li0.5CoO2,-1.2\n,,O,0\n,,Li2S,-1.4\n", out Problems problems)!;
        problems.ShouldBeEmpty();
        set.Scheme.Id.ShouldBe("user");
        set.Find(Reference.Formula("Li4S2"))!.Id.ShouldBe("x-1");
        set.Find(Reference.Formula("Li4S2"))!.FormationEnergy.ShouldBe(-1.5);
        set.Find(Reference.Formula("LiCo2O4"))!.Name.ShouldBe("Li0.5CoO2");
        set.Find(Reference.Formula("O"))!.Name.ShouldBe("O2");
        set.Notes.ShouldBe(["added at 0, as the set lacks them: Li, S, Co", "1 rows repeat a composition; the lowest energy of each counts"]);
        set.Alternatives(["Li", "S"]).ShouldBeEmpty();
        ElectrochemicalWindow.Of(Reference.Formula("Li2S"), set, [])!.High!.Value.ShouldBe(2.25, 1e-12);
        Stability.Of(Reference.Formula("LiCoO2"), set, [])!.Decomposition.ToString().ShouldBe("LiCoO2 → Li0.5CoO2 + 0.5 Li");
    }

    [Theory]
    [InlineData("", ": found an empty file; expected a header with formula and formation_energy_eV_per_atom")]
    [InlineData("formula,energy\nLi2S,-1\n", ":1: found the columns `formula, energy`; expected a header with formula and formation_energy_eV_per_atom")]
    [InlineData(Header + "\n", ": found no phase; expected rows with formula and formation_energy_eV_per_atom")]
    [InlineData(Header + "\nLi2S\n", ":2: found 1 cell; expected a formula and an energy in columns 1 and 2")]
    [InlineData(Header + "\nLi2S,abc\n", ":2: formation_energy_eV_per_atom: found `abc`; expected a number of eV/atom between -50 and 50; is it the energy of formation, per atom?")]
    [InlineData(Header + "\nLi2S,NaN\n", ":2: formation_energy_eV_per_atom: found `NaN`; expected a number")]
    [InlineData(Header + "\nLi2S,-1e9\n", ":2: formation_energy_eV_per_atom: found `-1e9`; expected a number")]
    [InlineData(Header + "\nLi,-1.9\n", ":2: formation_energy_eV_per_atom: found `-1.9` for the element `Li`; expected 0")]
    [InlineData(Header + "\nlithium,-1\n", ":2: formula: found ")]
    [InlineData(Header + "\n((((((((((((((Li)))))))))))))),-1\n", ":2: formula: found ")]
    [InlineData(Header + "\nLi999999999999P0.00000000001,-1\n", ":2: formula: found `Li999999999999P0.00000000001`; expected amounts with fewer digits")]
    [InlineData("[1", "found a text that is no JSON")]
    [InlineData("{\"a\": 1}", ": found no list of entries")]
    [InlineData("[]", ": found no phase")]
    [InlineData("[1]", ": entry 1: found something that is no object")]
    [InlineData("[{\"composition\": {\"Li\": 1}}]", ": entry 1: found no energy")]
    [InlineData("[{\"composition\": {\"Qq\": 1}, \"energy\": -1}]", ": entry 1: found no composition")]
    [InlineData("[{\"composition\": {\"Li\": -1}, \"energy\": -1}]", ": entry 1: found no composition")]
    [InlineData("[{\"composition\": {\"Li\": 1e300}, \"energy\": -1}]", ": entry 1: found no composition")]
    [InlineData("[{\"energy\": -1}]", ": entry 1: found no composition")]
    [InlineData("[{\"composition\": {\"Li\": 2, \"S\": 1}, \"energy\": -12}]", ": entry 1: found `Li2S` without an entry of the element Li")]
    [InlineData("[{\"composition\": {\"Li\": 1}, \"energy\": -1.9, \"correction\": \"x\"}]", ": entry 1: found a correction that is no number")]
    [InlineData("[{\"composition\": {\"Li\": 1}, \"energy\": -1.9, \"parameters\": {\"run_type\": \"GGA\"}}, {\"composition\": {\"S\": 1}, \"energy\": -4, \"parameters\": {\"run_type\": \"R2SCAN\"}}]", ": entry 2: found an entry computed with `R2SCAN` after others with `GGA`; expected entries of one scheme")]
    public void A_bad_file_is_told_in_one_line(string text, string expected)
    {
        Read(text, out Problems problems).ShouldBeNull();
        string line = problems[0].ToString();
        line.ShouldContain(expected);
        line.ShouldNotContain('\n');
    }

    [Fact]
    public void Deep_nesting_is_refused() => ReadRefused(new string('[', 100_000));

    // The line on which an entry begins, wherever the list stands.
    [Theory]
    [InlineData("[{\"composition\": {\"Li\": 1}, \"energy\": -1.9},\n {\"composition\":\n {\"S\": 1}},\n 1]", ":2: entry 2: found no energy", ":4: entry 3: found something")]
    [InlineData("{\"scheme\": \"x\", \"more\": [{}, {}],\n\"entries\": [\n\n{\"composition\": {\"Li\": 1}, \"energy\": \"x\"}]}", ":4: entry 1: found no energy")]
    public void An_entry_of_JSON_is_told_with_its_line(string text, params string[] told)
    {
        Read(text, out Problems problems).ShouldBeNull();
        problems.Count.ShouldBe(told.Length);
        for (int i = 0; i < told.Length; i++) problems[i].ToString().ShouldContain(told[i]);
    }

    [Fact]
    public void An_open_quotation_mark_is_told_with_its_line()
    {
        Read($"{Header}\nLi3N,-0.5\nLi2S,\"-1.5\n", out Problems problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain(":3: found a quotation mark that is not closed");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => ReadRefused("\0\u0001\u0002\uFFFD,,,,\n\0\n");

    [Fact]
    public void A_missing_file_and_a_folder_are_told()
    {
        var problems = new Problems();
        PhaseSet.Read("no-such-file.csv", problems).ShouldBeNull();
        PhaseSet.Read(Path.GetTempPath(), problems).ShouldBeNull();
        problems.Count.ShouldBe(2);
    }

    [Fact]
    public void Computed_entries_are_read_as_pymatgen_writes_them()
    {
        const string Entries = """
            [
              { "@module": "pymatgen.entries.computed_entries", "@class": "ComputedEntry", "energy": -1.9, "composition": { "Li": 1.0 }, "entry_id": "mp-1", "correction": 0.0, "energy_adjustments": [], "parameters": { "run_type": "GGA" }, "data": {} },
              { "@class": "ComputedStructureEntry", "energy": -8.0, "entry_id": "mp-2", "correction": 0.0, "structure": { "sites": [ { "species": [ { "element": "S", "occu": 1 } ] }, { "species": [ { "element": "S", "occu": 1 } ] } ] } },
              { "@class": "ComputedEntry", "energy": -23.0, "composition": { "Li+": 4.0, "S2-": 2.0 }, "entry_id": "mp-3", "energy_adjustments": [ { "value": -0.5 }, { "adj_per_atom": -0.25, "n_atoms": 2 } ], "parameters": { "run_type": "GGA+U" } },
              { "@class": "PDEntry", "composition": { "Li": 0.5, "S": 0.333333333333 }, "name": "x", "energy": -2.0, "attribute": null }
            ]
            """;
        PhaseSet set = Read(Entries, out Problems problems)!;
        problems.ShouldBeEmpty();
        PhaseEntry sulfide = set.Find(Reference.Formula("Li2S"))!;
        sulfide.FormationEnergy.ShouldBe((-23.0 - 1 + 4 * 1.9 + 2 * 4) / 6, 1e-12);
        sulfide.Id.ShouldBe("mp-3");
        set.Find(Reference.Formula("Li3S2")).ShouldNotBeNull();
        set.Scheme.Id.ShouldBe("user");
        Read($$"""{ "scheme": "r2scan", "entries": {{Entries}} }""", out _)!.Scheme.Id.ShouldBe("r2scan");
    }

    [Fact]
    public void Sets_of_two_schemes_are_never_joined()
    {
        PhaseSet mine = Read($"{Header}\nLi2S,-1.5\n", out _)!, more = Read($"{Header}\nLi3N,-0.5\n", out _)!;
        mine.Joined(more, [])!.Find(Reference.Formula("Li3N")).ShouldNotBeNull();
        var problems = new Problems();
        PhaseSet.Default.Joined(mine, problems).ShouldBeNull();
        PhaseSet.Default.Joined(PhaseSet.BuiltIn("mp2024")!, problems).ShouldBeNull();
        problems[0].ToString().ShouldContain("energies of two schemes cannot be mixed");
    }

    [Fact]
    public void Results_do_not_depend_on_the_order_of_rows()
    {
        string[] rows = ["Li2S,-1.5", "LiS,-1.125", "Li3S2,-1.35", "LiS4,-0.7", "P2S5,-0.9", "Li3PS4,-1.27"];
        PhaseSet one = Read($"{Header}\n{string.Join('\n', rows)}\n", out _)!, other = Read($"{Header}\n{string.Join('\n', rows.Reverse())}\n", out _)!;
        foreach (string text in (string[])["Li4S3", "Li7PS6", "Li3PS4"])
        {
            ChemicalFormula formula = Reference.Formula(text);
            Stability.Of(formula, one, [])!.Decomposition.ToString().ShouldBe(Stability.Of(formula, other, [])!.Decomposition.ToString());
            ElectrochemicalWindow.Of(formula, one, [])!.Steps.Select(step => $"{step.From} {step.Reaction}").ShouldBe(ElectrochemicalWindow.Of(formula, other, [])!.Steps.Select(step => $"{step.From} {step.Reaction}"));
        }
    }

    private static void ReadRefused(string text)
    {
        Read(text, out Problems problems).ShouldBeNull();
        problems.ShouldNotBeEmpty();
    }

    private static PhaseSet? Read(string text, out Problems problems)
    {
        using var scratch = new ScratchFile(text);
        problems = [];
        return PhaseSet.Read(scratch.Path, problems);
    }
}
