using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Interphase.Cli.Tests;

/// <summary>The rooms of the house and what holds it together; docs/architecture.md draws them.</summary>
public class LayeringTests
{
    private const string Prefix = "Interphase.";

    // From the ground up; rooms on one floor do not know each other.
    private static readonly string[][] Floors =
    [
        ["Numerics", "Charts"],
        ["Descriptions"],
        ["Materials"],
        ["Thermodynamics", "Microstructure"],
        ["Measurements"],
        ["Cells", "Diagnostics"],
        ["Reports"],
        ["Studies"],
        ["Cli", "Workbench"],
    ];

    // Lower, and yet none of its business: what reads files does not draw.
    private static readonly (string Room, string Used)[] Forbidden = [("Descriptions", "Charts"), ("Materials", "Charts")];

    [Fact]
    public void Every_project_is_a_room_of_the_house()
    {
        foreach (string project in Repository.Projects("src")) Floor(Path.GetFileNameWithoutExtension(project)[Prefix.Length..]);
    }

    [Fact]
    public void A_project_refers_only_to_rooms_below_its_own()
    {
        foreach (string project in Repository.Projects("src"))
            foreach (XElement reference in XDocument.Load(project).Descendants("ProjectReference"))
                Hold(Path.GetFileNameWithoutExtension(project)[Prefix.Length..], Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)[Prefix.Length..], "its project file");
    }

    [Fact]
    public void A_compiled_room_uses_only_rooms_below_its_own()
    {
        string[] rooms = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Where(file => Room(Path.GetFileNameWithoutExtension(file)) is not null)];
        rooms.Length.ShouldBeGreaterThan(5);
        foreach (string file in rooms)
            foreach (string used in References(file).Select(Room).OfType<string>())
                Hold(Room(Path.GetFileNameWithoutExtension(file))!, used, "its assembly");
    }

    [Fact]
    public void A_room_below_the_faces_knows_no_console()
    {
        foreach (string project in Repository.Projects("src"))
        {
            if (Path.GetFileNameWithoutExtension(project) is "Interphase.Cli" or "Interphase.Workbench") continue;
            XDocument.Load(project).Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value)
                .ShouldNotContain(package => package.StartsWith("System.CommandLine", StringComparison.Ordinal) || package.StartsWith("Spectre", StringComparison.Ordinal), project);
        }
    }

    [Fact]
    public void The_root_has_at_most_fifteen_visible_entries()
    {
        string[] ignored = [.. File.ReadAllLines(Path.Combine(Repository.Root, ".gitignore")).Select(line => line.Trim('/'))];
        string[] entries = [.. Directory.EnumerateFileSystemEntries(Repository.Root).Select(entry => Path.GetFileName(entry)).Where(entry => !entry.StartsWith('.') && !ignored.Contains(entry)).Order(StringComparer.Ordinal)];
        entries.Length.ShouldBeLessThanOrEqualTo(15, $"move something into a folder: {string.Join(", ", entries)}");
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void The_solution_holds_every_project(string folder)
    {
        string[] listed = [.. XDocument.Load(Path.Combine(Repository.Root, "Interphase.slnx")).Descendants("Project").Select(project => project.Attribute("Path")!.Value)];
        foreach (string project in Repository.Projects(folder))
            listed.ShouldContain(Path.GetRelativePath(Repository.Root, project).Replace('\\', '/'), "add it with: dotnet sln Interphase.slnx add PROJECT");
    }

    [Fact]
    public void The_tests_of_a_room_stand_under_its_name()
    {
        foreach (string project in Repository.Projects("src"))
        {
            string name = Path.GetFileNameWithoutExtension(project);
            File.Exists(Path.Combine(Repository.Root, "tests", $"{name}.Tests", $"{name}.Tests.csproj")).ShouldBeTrue($"{name} has no tests/{name}.Tests");
        }
    }

    [Fact]
    public void Versions_of_packages_stand_in_Directory_Packages_props_alone()
    {
        foreach (string project in Repository.Projects("src").Concat(Repository.Projects("tests")))
            foreach (XElement package in XDocument.Load(project).Descendants("PackageReference"))
                (package.Attribute("Version") ?? package.Attribute("VersionOverride")).ShouldBeNull($"{Path.GetFileName(project)}: move the version of {package.Attribute("Include")?.Value} to Directory.Packages.props");
    }

    private static void Hold(string room, string used, string where)
    {
        Floor(used).ShouldBeLessThan(Floor(room), $"{room} uses {used} ({where}); a room uses only rooms below it");
        Forbidden.ShouldNotContain((room, used), $"{room} uses {used} ({where})");
    }

    private static int Floor(string room)
    {
        int floor = Array.FindIndex(Floors, rooms => rooms.Contains(room));
        floor.ShouldBeGreaterThanOrEqualTo(0, $"Interphase.{room} is a room that nobody knows: give it a floor in LayeringTests.Floors and in docs/architecture.md, above all that it uses");
        return floor;
    }

    private static string? Room(string assembly) => assembly == "interphase" ? "Cli" : assembly.StartsWith(Prefix, StringComparison.Ordinal) && !assembly.EndsWith(".Tests", StringComparison.Ordinal) ? assembly[Prefix.Length..] : null;

    private static string[] References(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        MetadataReader metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name))];
    }
}
