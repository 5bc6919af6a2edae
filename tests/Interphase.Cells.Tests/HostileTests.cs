using System.Text;

namespace Interphase.Cells.Tests;

/// <summary>Input is hostile until read: whatever a file holds, reading ends in a finite design or in problems, soon and in little memory.</summary>
public sealed class HostileTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_thousand_spoilt_cell_files_end_in_designs_or_problems() => Spoilt(0, 1_000);

    [Fact]
    [Trait("Category", "Slow")]
    public void Every_twentieth_of_twenty_thousand_spoilt_cell_files_ends_in_a_design_or_problems() => Spoilt(1_000_000, 20_000, every: 20);

    [Fact]
    public void Every_example_has_a_design_without_problems()
    {
        foreach (string file in Directory.EnumerateFiles(Scratch.Examples, "*.yaml"))
            Outcome.Of(file).Design.ShouldNotBeNull(file);
    }

    public static TheoryData<string, string> Texts() => new()
    {
        { "flow lists nested 10,000 deep", new string('[', 10_000) + new string(']', 10_000) },
        { "flow lists never closed", "a: " + new string('[', 1_900_000) },
        { "flow maps nested 10,000 deep", string.Concat(Enumerable.Repeat("{a: ", 10_000)) + "1" + new string('}', 10_000) },
        { "block maps nested 1,900 deep", string.Concat(Enumerable.Range(0, 1_900).Select(i => new string(' ', i) + "a:\n")) },
        { "block lists nested 900,000 deep", string.Concat(Enumerable.Repeat("- ", 900_000)) + "1" },
        { "complex keys nested 900,000 deep", string.Concat(Enumerable.Repeat("? ", 900_000)) + "1" },
        { "an alias bomb of lists", Bomb("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n", i => $"a{i}: &a{i} [{Ten($"*a{i - 1}")}]\n") },
        { "an alias bomb of maps", Bomb("a0: &a0 {x: 1, y: 2}\n", i => $"a{i}: &a{i} {{b: *a{i - 1}, c: *a{i - 1}, d: *a{i - 1}}}\n") },
        { "an alias of itself", "a: &a [*a]\n" },
        { "90,000 aliases of a long text", "notes: &n " + new string('x', 100_000) + "\nseparator:\n" + string.Concat(Enumerable.Repeat("- *n\n", 90_000)) },
        { "90,000 layers of the separator", "separator:\n" + string.Concat(Enumerable.Repeat("- Li6PS5Cl\n", 90_000)) },
        { "20,000 stated energies", "stated:\n  energies:\n" + string.Concat(Enumerable.Repeat("  - { value: 300 Wh/kg, basis: stack }\n", 20_000)) },
        { "45,000 unknown keys", string.Concat(Enumerable.Range(0, 45_000).Select(i => $"thicknes{i}: 1\n")) },
        { "45,000 unknown keys in a formula", "cathode: { active: { material: LiCoO2, openCircuit: {" + string.Join(", ", Enumerable.Range(0, 45_000).Select(i => $"k{i}: 1")) + "} } }" },
        { "45,000 parameters", "cathode: { active: { material: LiCoO2, openCircuit: { formula: y, unit: V, parameters: {" + string.Join(", ", Enumerable.Range(0, 45_000).Select(i => $"k{i}: 1")) + "} } } }" },
        { "the same key 90,000 times", string.Concat(Enumerable.Repeat("name: x\n", 90_000)) },
        { "a key of 1,900,000 characters", new string('k', 1_900_000) + ": 1\n" },
        { "a quoted key of 1,000 characters", "\"" + new string('k', 1_000) + "\": 1\n" },
        { "a key with control characters", "\"a\\e[31m\\nb\\u2028c\\u202E\": 1\n" },
        { "a text of 1,900,000 characters", "name: " + new string('n', 1_900_000) },
        { "a temperature of 1,900,000 digits", "temperature: " + new string('9', 1_900_000) },
        { "a choice of 1,900,000 characters", "stated: { energies: { basis: " + new string('n', 1_900_000) + " } }" },
        { "a flag of 1,900,000 characters", "anode: { ideal: " + new string('n', 1_900_000) + " }" },
        { "a unit of 1,900,000 characters", "cathode: { active: { openCircuit: { formula: y, unit: " + new string('n', 1_900_000) + " } } }" },
        { "a variable of 1,900,000 characters", "cathode: { active: { openCircuit: { formula: y, of: " + new string('n', 1_900_000) + " } } }" },
        { "a material of 1,900,000 characters", "cathode: { active: " + new string('n', 1_900_000) + " }" },
        { "a chemical formula of 1,900,000 characters", "cathode: { active: { formula: " + string.Concat(Enumerable.Repeat("Li2", 600_000)) + " } }" },
        { "a source of 1,900,000 characters", "source: " + new string('n', 1_900_000) },
        { "a parent of 1,900,000 characters", "extends: " + new string('n', 1_900_000) },
        { "a parent with a zero in its name", "extends: \"a\\0b\"" },
        { "a parent with an escape in its name", "extends: \"a\\e[31m\\n.yaml\"" },
        { "1,900,000 empty lines", new string('\n', 1_900_000) },
        { "1,900,000 spaces", new string(' ', 1_900_000) },
        { "1,900,000 tabs", new string('\t', 1_900_000) },
        { "a comment of 1,900,000 characters", "#" + new string('#', 1_900_000) },
        { "an indented blank block", "name: |\n" + string.Concat(Enumerable.Repeat(new string(' ', 999) + "\n", 1_900)) },
        { "1,900,000 quotes", new string('\'', 1_900_000) },
        { "1,900,000 colons", string.Concat(Enumerable.Repeat(": ", 900_000)) },
        { "1,900,000 exclamation marks", new string('!', 1_900_000) },
        { "1,900,000 ampersands", new string('&', 1_900_000) },
        { "1,900,000 percent signs", new string('%', 1_900_000) },
        { "100,000 directives", string.Concat(Enumerable.Range(0, 100_000).Select(i => $"%TAG !{i}! t\n")) + "---\na: 1\n" },
        { "100,000 documents", string.Concat(Enumerable.Repeat("---\n", 400_000)) },
        { "a version beyond numbers", "%YAML 99999999999999.1\n---\na: 1\n" },
        { "a tag that is no address", "a: !<a b> 1\n" },
        { "a tag with an unknown handle", "a: !e!x 1\n" },
        { "an escape beyond Unicode", "a: \"\\U0011FFFF\"\n" },
        { "half a character", "a: \"\\uD83D\"\n" },
        { "an indentation beyond numbers", "a: |99999999999\n x\n" },
        { "a lone carriage return", "a: 1\rb: 2\r" },
        { "a merge of nothing", "<<: *x\n" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_hostile_text_ends_in_problems(string what, string text)
    {
        CellReading reading = Outcome.Of(scratch.Write("hostile.yaml", text));
        reading.Problems.Count.ShouldBePositive(what);
    }

    public static TheoryData<string, string> Formulas() => new()
    {
        { "is rough and as long as it may be", Rough(20_000) },
        { "is rough and short", "3 - y + 1e-6*sin(1e7*y)" },
        { "is longer than it may be", Rough(30_000) },
        { "has a pole", "3 - y + 1e-9/(y - 0.4999)" },
        { "jumps", "3 - floor(50*y)/50" },
        { "is nested too deep", new string('(', 19_000) + "y" },
        { "is a tower of powers", string.Join("^", Enumerable.Repeat("y", 9_000)) },
        { "overflows", "exp(exp(exp(exp(y))))" },
        { "is far from smooth at one end", "3 - y^(1e-9)" },
    };

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_formula_costs_no_more_than_its_budget_whatever_it(string what, string formula)
    {
        CellReading reading = Outcome.Of(Cell($"{{ formula: \"{formula}\", of: y, unit: V, range: [0.1, 1] }}"));
        (reading.Design is not null || reading.Problems.Any(problem => problem.Subject == "cathode.active.openCircuit")).ShouldBeTrue(what);
    }

    [Fact]
    public void A_formula_with_two_hundred_long_definitions_costs_no_more_than_its_budget()
    {
        string where = string.Join(", ", Enumerable.Range(0, 200).Select(i => $"w{i}: \"{(i == 0 ? "y" : $"w{i - 1} + w{i - 1}")} + {Rough(9_000)}\""));
        Outcome.Of(Cell($"{{ formula: \"3 - y + 1e-9*w199\", of: y, unit: V, range: [0.1, 1], where: {{ {where} }} }}"));
    }

    [Fact]
    public void A_table_of_fifty_thousand_rows_is_refused()
    {
        Outcome.Of(Cell(Table(50_000))).Problems.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_table_of_nineteen_thousand_rows_is_read() => Outcome.Of(Cell(Table(19_000))).Design.ShouldNotBeNull();

    [Theory]
    [InlineData("share: 49 vol%", "share: 1e-320 vol%")]
    [InlineData("share: 49 vol%", "share: 0 vol%")]
    [InlineData("loading: 25 mg/cm2", "loading: 10000 mg/cm2")]
    [InlineData("area: 1 cm2", "area: 1e-6 cm2")]
    [InlineData("area: 1 cm2", "area: 1e-6 cm2 ± 1e308 m2")]
    public void A_figure_is_finite_whatever_the_composition(string before, string after)
    {
        string text = "area: 1 cm2\noneC: 200 mA/g\ncutoffs: { lower: 2.5 V, upper: 4 V }\ncathode:\n  loading: 25 mg/cm2\n  active: { material: NMC83, share: 49 vol% }\n"
            + "  electrolyte: { material: Li6PS5Cl, share: 40 vol% }\nseparator: { material: Li6PS5Cl, thickness: 500 um }\nanode: { foil: { material: Li-In, thickness: 100 um } }\n";
        Outcome.Of(scratch.Write("sound.yaml", text)).Design.ShouldNotBeNull();
        Outcome.Of(scratch.Write("spoilt.yaml", text.Replace(before, after, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_plateau_without_width_makes_no_figure_that_is_no_number() =>
        Outcome.Of(scratch.Write("plateau.yaml", "extends: xu2024-li6ps5cl.yaml\nanode: { foil: { material: Li-In, thickness: 100 um, lithiumRatio: 0.5, plateauStart: 0.5, plateauEnd: 0.5 } }\n"));

    [Fact]
    public void A_foil_lighter_than_the_lithium_in_it_is_refused() =>
        Outcome.Of(scratch.Write("heavy.yaml", "extends: xu2024-li6ps5cl.yaml\nanode: { foil: { material: Li-In, thickness: null, mass: 1 mg, prelithiation: 1000000 mAh } }\n"))
            .Problems.ShouldHaveSingleItem().Expected.ShouldContain("the lithium put into it");

    [Fact]
    public void A_foil_whose_mass_and_thickness_disagree_is_refused() =>
        Outcome.Of(scratch.Write("twice.yaml", "extends: xu2024-li6ps5cl.yaml\nanode: { foil: { material: Li-In, mass: 1 mg } }\n"))
            .Problems.ShouldHaveSingleItem().Suggestion.ShouldContain("leave one out");

    [Fact]
    public void Parents_that_lead_back_are_told_with_their_chain()
    {
        scratch.Write("a.yaml", "extends: b.yaml\n");
        scratch.Write("b.yaml", "extends: ./c.yaml\n");
        scratch.Write("c.yaml", "extends: ../" + Path.GetFileName(scratch.Folder) + "/a.yaml\n");
        Outcome.Of(scratch["a.yaml"]).Problems.ShouldHaveSingleItem().ToString().ShouldContain("a.yaml -> ");
    }

    [Fact]
    public void A_long_chain_of_parents_is_refused()
    {
        for (int i = 0; i < 40; i++) scratch.Write($"p{i}.yaml", $"extends: p{i + 1}.yaml\n");
        Outcome.Of(scratch["p0.yaml"]).Problems.ShouldHaveSingleItem().Found.ShouldContain("more than 16");
    }

    [Fact]
    public void Parents_of_many_keys_are_laid_over_each_other_in_little_time()
    {
        string keys = string.Concat(Enumerable.Range(0, 45_000).Select(i => $"k{i}: {{ a: 1 }}\n"));
        scratch.Write("many.yaml", keys);
        Outcome.Of(scratch.Write("more.yaml", "extends: many.yaml\n" + keys)).Problems.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("../../../../../../../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("/")]
    [InlineData("/dev/null")]
    [InlineData("/dev/zero")]
    [InlineData("/dev/urandom")]
    [InlineData("/dev/stdin")]
    [InlineData("/dev/tty")]
    [InlineData("/proc/self/mem")]
    [InlineData("~/x.yaml")]
    [InlineData("http://example.org/x.yaml")]
    public void A_parent_outside_the_folder_ends_in_problems(string parent) =>
        Outcome.Of(scratch.Write("outside.yaml", $"extends: \"{parent}\"\n")).Problems.ShouldNotBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("nowhere.yaml")]
    [InlineData("no/where.yaml")]
    [InlineData("\0")]
    [InlineData("\u001b[31m.yaml")]
    [InlineData("/dev/zero")]
    [InlineData("/dev/urandom")]
    [InlineData("/dev/null")]
    [InlineData("/proc/self/mem")]
    public void A_path_that_leads_to_no_cell_ends_in_problems(string path) => Outcome.Of(path).Problems.ShouldNotBeEmpty();

    [Fact]
    public void A_path_of_a_hundred_thousand_characters_ends_in_problems() => Outcome.Of(new string('x', 100_000)).Problems.ShouldNotBeEmpty();

    [Fact]
    public void A_hundred_megabytes_of_zeros_are_refused_after_their_beginning()
    {
        using (FileStream zeros = File.Create(scratch["zeros.yaml"])) zeros.SetLength(100_000_000);
        Outcome.Of(scratch["zeros.yaml"]).Problems.ShouldHaveSingleItem().Found.ShouldContain("MB");
    }

    [Fact]
    public void A_pipe_that_nobody_fills_is_not_waited_for_as_a_parent()
    {
        if (!OperatingSystem.IsLinux() || !Pipe(scratch["pipe.yaml"])) return;
        Outcome.Of(scratch.Write("piped.yaml", "extends: pipe.yaml\n")).Problems.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_pipe_among_the_materials_is_not_waited_for()
    {
        Directory.CreateDirectory(scratch["materials"]);
        if (!OperatingSystem.IsLinux() || !Pipe(scratch["materials/pipe.yaml"])) return;
        Outcome.Of(scratch["xu2024-li6ps5cl.yaml"]).Problems.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("name: x")]
    [InlineData("name: [x]")]
    [InlineData("- name: x")]
    [InlineData("name: NMC83\nroles: x\n")]
    [InlineData("name: NMC83\nroles: [active]\ndensity: 1 um\n")]
    [InlineData("name: NMC83\naliases: { a: b }\nroles: [active]\n")]
    [InlineData("name: \"\\e[31m\\n\"\naliases: [\"\", a, a]\nroles: [active]\nextends: x.yaml\n")]
    [InlineData("name: \"\"\nroles: [electrolyte]\n")]
    [InlineData("name: &n [*n]")]
    public void A_broken_material_beside_the_cell_ends_in_a_design_or_problems(string material)
    {
        scratch.Write("materials/broken.yaml", material);
        Outcome.Of(scratch["wang2026-nanofibre.yaml"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("wang2026: x")]
    [InlineData("wang2026: { title: [x], doi: {} }")]
    [InlineData("\"\": { title: x, doi: y }")]
    public void A_broken_list_of_sources_beside_the_cell_ends_in_a_design_or_problems(string sources)
    {
        scratch.Write("materials/sources.yaml", sources);
        Outcome.Of(scratch["wang2026-nanofibre.yaml"]);
    }

    [Fact]
    public void A_material_with_ninety_thousand_aliases_ends_in_a_design_or_problems()
    {
        scratch.Write("materials/many.yaml", $"name: many\nroles: [active]\naliases: [{string.Join(", ", Enumerable.Range(0, 90_000).Select(i => $"NMX{i:00000}"))}]\n");
        Outcome.Of(scratch.Write("cell.yaml", "extends: wang2026-nanofibre.yaml\ncathode: { active: NMC83x, carbon: { material: NMX0x } }\n")).Problems.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_thousand_material_files_are_read_in_time()
    {
        for (int i = 0; i < 1_000; i++) scratch.Write($"materials/m{i}.yaml", $"name: m{i}\nroles: [active]\n");
        Outcome.Of(scratch["wang2026-nanofibre.yaml"]).Design.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("a")]
    [InlineData("cathode")]
    [InlineData("cathode=")]
    [InlineData("=1")]
    [InlineData("cathode..thickness=1 um")]
    [InlineData("cathode.thickness[0]=1 um")]
    [InlineData("separator[99999999999].thickness=1 um")]
    [InlineData("separator[-1].thickness=1 um")]
    [InlineData("cathode.thickness=\0")]
    [InlineData("cathode.thickness=[[[[")]
    [InlineData("cathode.thickness=\u001b[31m")]
    [InlineData("\u001b[31m=1")]
    [InlineData("cathode.thickness.a.b.c.d=1")]
    [InlineData("a.b.c.d.e.f.g.h.i.j.k.l.m.n=1")]
    [InlineData("extends=nowhere.yaml")]
    [InlineData("cathode=&a [*a]")]
    [InlineData("cathode=1\n---\n2")]
    [InlineData("cathode.active.openCircuit.formula=1/0")]
    public void A_hostile_override_ends_in_a_design_or_problems(string given) => Outcome.Of(scratch["wang2026-nanofibre.yaml"], given);

    [Fact]
    public void An_override_of_a_megabyte_ends_in_problems()
    {
        string file = scratch["wang2026-nanofibre.yaml"], megabyte = new('x', 1_000_000);
        Outcome.Of(file, $"cathode.thickness={megabyte}").Problems.ShouldNotBeEmpty();
        Outcome.Of(file, $"{megabyte}=1").Problems.ShouldNotBeEmpty();
        Outcome.Of(file, megabyte).Problems.ShouldNotBeEmpty();
    }

    private void Spoilt(int firstSeed, int count, int every = 1)
    {
        (string Name, string Text)[] examples = [.. Directory.EnumerateFiles(Scratch.Examples, "*.yaml").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllText(file)))];
        var faults = new List<string>();
        int designs = 0;
        for (int seed = firstSeed; seed < firstSeed + count && faults.Count < 5; seed += every)
        {
            (string name, string text) = examples[seed / every % examples.Length];
            string path = scratch.Write("spoilt.yaml", new Mutator(seed).Spoil(text));
            if (Outcome.Fault(path, [], out CellReading? reading) is { } fault) faults.Add($"seed {seed} of {name}: {fault}");
            if (reading?.Design is not null) designs++;
        }
        faults.ShouldBeEmpty();
        // A mutator that breaks everything, or nothing, tests little.
        designs.ShouldBeInRange(count / every / 20, count / every * 3 / 4);
    }

    private string Cell(string openCircuit) => scratch.Write("curve.yaml",
        $"extends: xu2024-li6ps5cl.yaml\ncathode: {{ active: {{ openCircuit: {openCircuit} }} }}\n");

    private static string Table(int rows) =>
        $"{{ of: y, unit: V, table: [{string.Join(", ", Enumerable.Range(0, rows).Select(i => $"[{(double)i / rows:R}, {4 - (double)i / rows:R}]"))}] }}";

    private static string Rough(int length)
    {
        var text = new StringBuilder("3 - y");
        for (int i = 0; text.Length < length - 40; i++) text.Append($" + 1e-7*sin({1e4 + 3777 * i}*y)");
        return text.ToString();
    }

    private static string Bomb(string first, Func<int, string> next) => first + string.Concat(Enumerable.Range(1, 20).Select(next));

    private static string Ten(string item) => string.Join(", ", Enumerable.Repeat(item, 10));

    private static bool Pipe(string path)
    {
        using var process = System.Diagnostics.Process.Start("mkfifo", [path]);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
