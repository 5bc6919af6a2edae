using System.Text.Json.Nodes;

namespace Interphase.Cli.Tests;

/// <summary>What the verb <c>run</c> tells of a cell that ages, key by key, and what it says to a section that cannot be used.</summary>
public class AgeingTests
{
    private const string Cycles = """
        protocol:
          - repeat: 3
            steps:
              - charge at C/2 until upper cut-off
              - hold upper cut-off until C/10
              - discharge at C/2 until lower cut-off
        numerics: { refine: 1 }
        """;

    // The example ages by itself; what it says is taken away first.
    private const string Without = "cathode: { oxidation: null, contact: null, cracks: null }\n";

    private const string Sections = """
        cathode:
          oxidation:
            current: 1.5e-5 A/m2
            transferCoefficient: 0.5
            filmElectronicConductivity: null
            filmIonicConductivity: 1e-9 S/cm
            supplyExponent: 3.7
            sulfurOnActive: 0.5
            sulfurLimit: 0.05 mAh/cm3
            polysulfideLimit: 0.1 mAh/cm3
          contact: { gapLength: 5 nm, decay: 0.05, modulus: 15.7 GPa, isolation: null, isolatedShare: null }
          cracks: null

        """;

    [Fact]
    public void A_run_that_ages_tells_its_ledger_resistances_products_and_losses()
    {
        using var scratch = new Scratch();
        JsonNode document = RunTests.Run(scratch, scratch.Write("cell.yaml", $"extends: {Repository.Example("feng2025-bare")}\n{Sections}{Cycles}\n"));
        JsonNode units = document["units"]!;
        (units["resistance"]!.GetValue<string>(), units["ledger"]!.GetValue<string>()).ShouldBe(("ohm cm2", "mol/m2"));

        JsonNode ledger = document["ledger"]!;
        Math.Abs(RunTests.Number(ledger["error"])).ShouldBeLessThan(1e-12);
        string[] entries = ["cathode.active", "cathode.electrolyte", "cathode.films", "anode.foil"];
        Keys(ledger["entries"]).ShouldBe(entries);
        Keys(ledger["start"]).ShouldBe(entries);
        Sum(ledger["entries"]).ShouldBe(Sum(ledger["start"]), 1e-11);
        RunTests.Number(ledger["entries"]!["cathode.films"]).ShouldBePositive();
        RunTests.Number(ledger["entries"]!["cathode.electrolyte"]).ShouldBeLessThan(RunTests.Number(ledger["start"]!["cathode.electrolyte"]));

        JsonArray resistances = document["resistance"]!.AsArray();
        resistances.Select(each => each!["cycle"]!.GetValue<int>()).ShouldBe([1, 2, 3]);
        foreach (JsonNode? each in resistances)
        {
            Sum(each!["entries"]).ShouldBe(RunTests.Number(each["sum"]), 1e-9);
            RunTests.Number(each["current"]).ShouldBe(-1, 1e-6);
            JsonNode cycle = document["cycles"]![each["cycle"]!.GetValue<int>() - 1]!;
            RunTests.Number(each["time"]).ShouldBeInRange(RunTests.Number(cycle["start"]), RunTests.Number(cycle["end"]));
        }
        RunTests.Number(resistances[2]!["entries"]!["cathode films"]).ShouldBeGreaterThan(RunTests.Number(resistances[0]!["entries"]!["cathode films"]));

        JsonArray appearances = document["appearances"]!.AsArray();
        appearances.Select(each => each!["product"]!.GetValue<string>()).ShouldBe(["sulfur", "polysulfide"]);
        foreach (JsonNode? each in appearances)
        {
            Keys(each).ShouldBe(["product", "electrode", "boundary", "time", "cycle", "x", "potential"]);
            (each!["electrode"]!.GetValue<string>(), each["cycle"]!.GetValue<int>()).ShouldBe(("cathode", 1));
            RunTests.Number(each["x"]).ShouldBeInRange(0, 1);
            RunTests.Number(each["potential"]).ShouldBeInRange(2, 4.6);
            RunTests.Number(each["time"]).ShouldBeInRange(0, RunTests.Number(document["time"]));
        }

        JsonArray losses = document["capacityLoss"]!.AsArray();
        losses.ShouldNotBeEmpty();
        losses[^1]!["cycle"]!.GetValue<int>().ShouldBe(3);
        foreach (JsonNode? loss in losses)
        {
            Keys(loss).ShouldBe(["cycle", "capacity", "fresh", "entries", "gap"]);
            Keys(loss!["entries"]).ShouldBe(["lithium inventory", "cathode films", "cathode contact", "cathode ionic path"], ignoreOrder: true);
            double lost = RunTests.Number(loss["fresh"]) - RunTests.Number(loss["capacity"]);
            (Sum(loss["entries"]) + RunTests.Number(loss["gap"])).ShouldBe(lost, 1e-10);
            lost.ShouldBePositive();
            Math.Abs(RunTests.Number(loss["gap"])).ShouldBeLessThan(0.1 * lost);
        }
    }

    [Fact]
    public void A_cell_without_boundaries_has_a_closed_ledger_and_no_losses()
    {
        using var scratch = new Scratch();
        JsonNode document = RunTests.Run(scratch, scratch.Write("cell.yaml", $"extends: {Repository.Example("feng2025-bare")}\n{Without}{Cycles}\n"));
        Math.Abs(RunTests.Number(document["ledger"]!["error"])).ShouldBeLessThan(1e-12);
        Keys(document["ledger"]!["entries"]).ShouldBe(["cathode.active", "anode.foil"]);
        document["resistance"]!.AsArray().Count.ShouldBe(3);
        document["appearances"]!.AsArray().ShouldBeEmpty();
        document["capacityLoss"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cathode.oxidation.current: found nothing", "`current: 1.5e-5 A/m2`", "cathode.oxidation={ onset: 2.3 V }")]
    [InlineData("cathode.oxidation.current: found `1.5`, which has no unit", "a current per area", "cathode.oxidation={ current: 1.5 }")]
    [InlineData("cathode.oxidation.current: found `-1 A/m2`", "between 0 A/m2 and", "cathode.oxidation=-1 A/m2")]
    [InlineData("cathode.oxidation: found no electrolyte", "leave the section out", "cathode.oxidation=1e-5 A/m2", "cathode.electrolyte=null", "cathode.active.share=100 wt%", "cathode.ionicConductivity=1 mS/cm")]
    [InlineData("cathode.electrolyte.formula: found nothing", "`formula: Li6PS5Cl`", "cathode.oxidation=1e-5 A/m2", "cathode.electrolyte.formula=null")]
    [InlineData("cathode.electrolyte.density: found no", "material of the library", "cathode.oxidation=1e-5 A/m2", "cathode.electrolyte.density=null")]
    [InlineData("cathode.oxidation.onset: found nothing", "`onset: 2.3 V`", "cathode.oxidation=1e-5 A/m2", "cathode.electrolyte.practicalWindow=null", "cathode.electrolyte.calculatedWindow=null")]
    [InlineData("cathode.oxidation.onset: found `9 V`", "between 0 V and 6 V", "cathode.oxidation={ current: 1e-5 A/m2, onset: 9 V }")]
    [InlineData("cathode.oxidation.electrons: found 8 electrons", "give `electrons` and `secondElectrons`", "cathode.oxidation={ current: 1e-5 A/m2, electrons: 5 }")]
    [InlineData("cathode.oxidation.lineWidth: found a strip of 900 nm", "give a width below", "cathode.oxidation={ current: 1e-5 A/m2, lineWidth: 900 nm }", "cathode.carbon={ material: carbon nanotubes, share: 10 wt% }", "cathode.active.share=60 wt%")]
    [InlineData("cathode.oxidation.supplyExponent: found `-1`", "between 0 and 20", "cathode.oxidation={ current: 1e-5 A/m2, supplyExponent: -1 }")]
    [InlineData("cathode.oxidation.filmIonicConductivity: found `0 S/cm`", "a conductivity between", "cathode.oxidation={ current: 1e-5 A/m2, filmIonicConductivity: 0 S/cm }")]
    [InlineData("cathode.oxidation.transferCoefficient: found `0`", "between 0.01 and 2", "cathode.oxidation={ current: 1e-5 A/m2, transferCoefficient: 0 }")]
    [InlineData("cathode.oxidation.current: found a current of 6", "at which cells work", "cathode.oxidation={ current: 1e-5 A/m2, referencePotential: 0 V }")]
    [InlineData("cathode.oxidation.sulfurOnActive: found `1.5`", "did you mean `1.5 %`?", "cathode.oxidation={ current: 1e-5 A/m2, sulfurOnActive: 1.5 }")]
    [InlineData("cathode.oxidation.sulfurLimit: found `3 mAh/g`", "a charge per volume", "cathode.oxidation={ current: 1e-5 A/m2, sulfurLimit: 3 mAh/g }")]
    [InlineData("cathode.oxidation.curent: found the unknown key `curent`", "did you mean `current`?", "cathode.oxidation={ curent: 1e-5 A/m2 }")]
    [InlineData("cathode.contact.gapLength: found nothing", "`gapLength: 5 nm`", "cathode.contact={ decay: 0.1 }")]
    [InlineData("cathode.contact.gapLength: found `-5 nm`", "between 0.01 nm and 10 um", "cathode.contact=-5 nm")]
    [InlineData("cathode.contact.gapLength: found `5`, which has no unit", "a length", "cathode.contact=5")]
    [InlineData("pressure.fabrication: found nothing", "`pressure: { fabrication: 380 MPa, stack: 50 MPa }`", "cathode.contact=5 nm", "pressure=null")]
    [InlineData("pressure.stack: found nothing", "`pressure: { fabrication: 380 MPa, stack: 50 MPa }`", "cathode.contact=5 nm", "pressure.stack=null")]
    [InlineData("cathode.contact.modulus: found nothing", "`modulus: 15.7 GPa`", "cathode.contact=5 nm", "cathode.electrolyte.youngModulus=null")]
    [InlineData("cathode.contact.modulus: found `0 GPa`", "between 0.01 GPa", "cathode.contact={ gapLength: 5 nm, modulus: 0 GPa }")]
    [InlineData("cathode.contact.pressureExponent: found `9`", "between 0 and 3", "cathode.contact={ gapLength: 5 nm, pressureExponent: 9 }")]
    [InlineData("cathode.contact.lockedShare: found `120 %`", "between 0 and 1", "cathode.contact={ gapLength: 5 nm, lockedShare: 120 % }")]
    [InlineData("cathode.contact.gaplenght: found the unknown key", "did you mean `gapLength`?", "cathode.contact={ gaplenght: 5 nm }")]
    [InlineData("cathode.growth.name: found `Films`, a cause of the program's own", "a name that no other cause has", "cathode.growth={ name: Films, rate: 0.02 nm/h }")]
    [InlineData("cathode.growth.name: found `broken particles`", "a name that no other cause has", "cathode.growth={ name: broken particles, rate: 0.02 nm/h }")]
    [InlineData("cathode.growth[1].name: found nothing, which makes it `growth`", "`name: second growth`", "cathode.growth=[{ rate: 0.02 nm/h }, { rate: 0.01 nm/h }]")]
    [InlineData("cathode.growth[2].name: found `salt`, as cathode.growth[0] is called", "`name: second salt`", "cathode.growth=[{ name: salt, rate: 0.02 nm/h }, { rate: 0.01 nm/h }, { name: salt, loss: 1e-9 1/s }]")]
    [InlineData("cathode.growth.rate: found no finite value at", "a denominator that passes through 0", "cathode.growth={ rate: { formula: \"0.02/(E-4.0)+0*L\", of: [E, L], unit: nm/h }, filmIonicConductivity: 1e-9 S/cm }")]
    [InlineData("cathode.growth.rate: found no finite value at", "L = 5E-09", "cathode.growth={ rate: { formula: \"0.02/(5e-9-L)\", of: L, unit: nm/h } }")]
    [InlineData("cathode.growth.loss: found no finite value at", "a denominator that passes through 0", "cathode.growth={ loss: { formula: \"1e-9/(y-0.613)^2+0*T\", of: [y, T], unit: 1/s } }")]
    public void A_section_that_cannot_be_used_is_refused_on_one_line(string says, string tries, params string[] sets)
    {
        using Scratch scratch = new(), source = new();
        string[] options = [.. sets.SelectMany(set => (string[])["--set", set])];
        string file = source.Write("cell.yaml", $"extends: {Repository.Example("feng2025-bare")}\n{Without}");
        string line = Tool.Run(["run", file, .. options, "--out", scratch["out"]]).ShouldBeRefusedOnOneLine();
        line.ShouldContain(says);
        line.ShouldContain("; expected ");
        line.ShouldContain(tries);
        scratch.Files.ShouldBeEmpty();
        Tool.Run(["check", file, .. options]).ShouldBeRefusedOnOneLine().ShouldBe(line);
    }

    // A file may be meant for its design alone: what a run would lack is then no fault, and what one would take for granted is listed.
    [Fact]
    public void Check_sees_what_a_run_would()
    {
        using var source = new Scratch();
        string file = source.Write("cell.yaml", $"extends: {Repository.Example("feng2025-bare")}\nprotocol: null\n");
        Tool.Run("check", file, "--set", "cathode.contact.isolatedShare=null").ShouldBeDone().Output.ShouldContain("a run would refuse it:");
        string listed = Tool.Run("check", file).ShouldBeDone().Output;
        listed.ShouldNotContain("a run would refuse it:");
        foreach (string path in (string[])["cathode.contact.lockedShare ", "cathode.cracks.shapeFactor ", "cathode.oxidation.secondOnset "]) listed.ShouldContain(path);
    }

    [Fact]
    public void Contact_wants_a_volume_that_changes()
    {
        using var scratch = new Scratch();
        string file = scratch.Write("cell.yaml", File.ReadAllText(Repository.Example("feng2025-bare")).Replace("    material: NCM811\n", "    material: NCM811\n    volumeRatio: null\n", StringComparison.Ordinal).Replace("    volumeRatio: { table", "    notes: { table", StringComparison.Ordinal));
        File.WriteAllLines(file, File.ReadLines(file).Where(line => !line.StartsWith("    notes:", StringComparison.Ordinal)).ToArray());
        string line = Tool.Run("run", file, "--set", "cathode.contact=5 nm", "--set", "cathode.cracks=null", "--out", scratch["out"]).ShouldBeRefusedOnOneLine();
        line.ShouldContain("no active material whose volume changes");
        line.ShouldContain("`volumeRatio`");
    }

    // Between two of the values that are tried when the file is read, a root of what is below 0.
    [Fact]
    public void A_law_without_a_value_where_a_run_goes_ends_it_as_a_fault_of_the_file()
    {
        using Scratch scratch = new(), source = new();
        string law = "cathode.growth={ rate: { formula: \"0.02*sqrt((eta-0.03)*(eta-0.04))+0*L\", of: [eta, L], unit: nm/h }, filmIonicConductivity: 1e-9 S/cm }";
        Outcome outcome = Tool.Run("run", source.Write("cell.yaml", $"extends: {Repository.Example("feng2025-bare")}\n{Without}"), "--protocol", "charge at 1C until upper cut-off", "--set", law, "--quiet", "--out", scratch["out"]);
        string line = outcome.ShouldBeRefusedOnOneLine();
        line.ShouldContain("cathode.growth.rate: found no finite value at eta = 0.03");
        line.ShouldContain("where the run came near");
        line.ShouldNotContain("report");
    }

    [Fact]
    public void A_law_of_one_variable_needs_no_range()
    {
        using var source = new Scratch();
        Tool.Run("check", source.Write("cell.yaml", $"extends: {Repository.Example("feng2025-bare")}\n{Without}"), "--set", "cathode.growth={ rate: { formula: \"0.02*exp(10*(E-4))\", of: [E], unit: nm/h } }").ShouldBeDone();
    }

    [Fact]
    public void A_law_below_0_is_warned_of()
    {
        using Scratch scratch = new(), source = new();
        string file = source.Write("cell.yaml", $"extends: {Repository.Example("feng2025-bare")}\n{Without}");
        Outcome outcome = Tool.Run("run", file, "--protocol", "rest 1 min", "--set", "cathode.growth={ rate: { formula: \"-0.02*E\", of: [E], unit: nm/h } }", "--quiet", "--out", scratch["out"]).ShouldBeDone();
        outcome.ErrorLines.ShouldHaveSingleItem().ShouldContain("cathode.growth.rate: is below 0 wherever a cell may come");
        Tool.Run("run", file, "--protocol", "rest 1 min", "--set", "cathode.growth={ rate: { formula: \"0.02*(E-4.3)\", of: [E], unit: nm/h } }", "--quiet", "--out", scratch["out2"]).ShouldBeDone().Error.ShouldBeEmpty();
    }

    private static string[] Keys(JsonNode? node) => [.. node!.AsObject().Select(each => each.Key)];

    private static double Sum(JsonNode? entries) => entries!.AsObject().Sum(each => RunTests.Number(each.Value));
}
