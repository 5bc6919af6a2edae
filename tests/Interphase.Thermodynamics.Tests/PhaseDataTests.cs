using System.Globalization;

namespace Interphase.Thermodynamics.Tests;

/// <summary>The phases that come with the program.</summary>
public class PhaseDataTests
{
    [Fact]
    public void Every_row_of_every_set_is_a_phase()
    {
        foreach (PhaseScheme scheme in PhaseSet.Schemes)
        {
            PhaseSet set = PhaseSet.BuiltIn(scheme.Id)!;
            IReadOnlyList<PhaseEntry> all = set.Within(set.Elements);
            all.Count.ShouldBe(set.Count);
            foreach (PhaseEntry entry in all)
            {
                Composition.Of(entry.Formula)!.Same(entry.Composition).ShouldBeTrue(entry.Name);
                entry.FormationEnergy.ShouldBeInRange(-6, 4, entry.Name);
            }
            all.Select(entry => entry.Formula.Hill()).ShouldBeUnique();
            all.Count(entry => entry.Composition.Count == 1 && entry.FormationEnergy == 0).ShouldBe(set.Elements.Length);
        }
    }

    [Fact]
    public void The_set_holds_the_energies_of_its_source() => Agree("phases.csv", "mp2019");

    [Fact]
    public void The_second_scheme_holds_the_energies_of_its_source() => Agree("phases_mp2024_Li-Co-Ni-O.csv", "mp2024");

    [Fact]
    public void Removing_the_sulfide_correction_gives_the_derived_set() => Agree("phases_no_sulfide_correction.csv", "mp2019-no-sulfide-correction");

    private static void Agree(string file, string scheme)
    {
        PhaseSet set = PhaseSet.BuiltIn(scheme)!;
        int count = 0;
        foreach (string line in File.ReadLines(Reference.File("data", "thermo", file)).Skip(1))
        {
            string[] cells = line.Split(',');
            set.Find(Reference.Formula(cells[0]))!.FormationEnergy.ShouldBe(double.Parse(cells[1], CultureInfo.InvariantCulture), 1.5e-7, line);
            count++;
        }
        set.Count.ShouldBe(count);
    }
}
