using Interphase.Descriptions;

namespace Interphase.Materials.Tests;

/// <summary>A folder <c>materials/</c> beside a cell file.</summary>
public sealed class OverrideTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("interphase-materials-").FullName;

    public OverrideTests() => Directory.CreateDirectory(Path.Combine(folder, "materials"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Overrides_a_material_by_its_name()
    {
        Write("mine.yaml", "name: Li6PS5Cl\nroles: [electrolyte]\ndensity: { value: 1.7 g/cm3, source: \"assumed: weighed here\" }\n");
        Material material = Read().Find("Li6PS5Cl", new Problems())!;
        material.Description.Get(MaterialFields.Density)!.Value.Si.ShouldBe(1700, 1e-9);
        material.File.ShouldBe(Path.Combine("materials", "mine.yaml"));
    }

    [Fact]
    public void Overrides_it_under_the_aliases_of_the_built_in_one_too()
    {
        Write("mine.yaml", "name: Li6PS5Cl\nroles: [electrolyte]\ndensity: { value: 1.7 g/cm3, source: \"assumed: weighed here\" }\n");
        Read().Find("LPSCl", new Problems())!.Description.Get(MaterialFields.Density)!.Value.Si.ShouldBe(1700, 1e-9);
    }

    [Fact]
    public void An_alias_does_not_take_the_name_of_another_material()
    {
        Write("mine.yaml", "name: our argyrodite\naliases: [Li6PS5Cl, ours]\nroles: [electrolyte]\n");
        MaterialLibrary library = Read();
        library.Find("Li6PS5Cl", new Problems())!.Name.ShouldBe("Li6PS5Cl");
        library.Find("ours", new Problems())!.Name.ShouldBe("our argyrodite");
    }

    [Fact]
    public void Adds_a_material_and_a_source()
    {
        Write("sources.yaml", "ours2026: { title: Our own measurement, url: \"https://example.org\" }\n");
        Write("new.yaml", "name: Li9NS3\naliases: [nitride]\nroles: [electrolyte]\nformula: Li9NS3\ndensity: { value: 1.8 g/cm3, source: ours2026 }\n");
        MaterialLibrary library = Read();
        var problems = new Problems();
        library.Find("nitride", problems)!.Name.ShouldBe("Li9NS3");
        problems.ShouldBeEmpty();
        library.MaterialNames.Count.ShouldBe(MaterialLibrary.BuiltIn().MaterialNames.Count + 1);
    }

    [Fact]
    public void Refuses_a_source_that_nobody_knows()
    {
        Write("new.yaml", "name: Li9NS3\nroles: [electrolyte]\ndensity: { value: 1.8 g/cm3, source: wang2062 }\n");
        var problems = new Problems();
        Read().Find("Li9NS3", problems);
        problems.ShouldHaveSingleItem().Suggestion.ShouldContain("wang2026");
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, "materials", name), text);

    private MaterialLibrary Read()
    {
        var problems = new Problems();
        MaterialLibrary library = MaterialLibrary.Beside(folder, problems);
        problems.ShouldBeEmpty();
        return library;
    }
}
