using System.IO.Compression;
using System.Text.Json.Nodes;
using Interphase.Microstructure;
using Interphase.Numerics;

namespace Interphase.Reports.Tests;

public class StructurePageTests
{
    private static readonly Phase[] Names =
    [
        new(0, "pores") { Role = PhaseRole.Void }, new(3, "<b>NCM & \"co\"</b>") { Role = PhaseRole.Active }, new(7, "]]></script><script>alert('x')//") { Role = PhaseRole.Electrolyte },
    ];

    [Fact]
    public void It_needs_nothing_from_outside()
    {
        var page = HtmlReport.Render(new StructurePage("plates", Plates()));
        foreach (var sign in (string[])["http:", "https:", "src=", "href=\"/", "url(", "@import", "import(", "fetch(", "XMLHttpRequest", "WebSocket"])
            page.Contains(sign, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(sign);
        HtmlReport.Render(new StructurePage("plates", Plates())).ShouldBe(page);
    }

    [Fact]
    public void It_lists_all_phases_and_a_name_stays_a_name()
    {
        var page = Pages.Parse(HtmlReport.Render(new StructurePage("<i>box</i> & more", Plates())));
        page.Descendants("h1").Single().Value.ShouldBe("<i>box</i> & more");
        var rows = page.Descendants("label").Where(label => label.Elements("input").Any(input => input.Attribute("data-label") is not null)).ToArray();
        rows.Select(row => row.Element("span")!.Value).ShouldBe(Names.Select(phase => phase.Name));
        rows.Select(row => row.Element("output")!.Value).ShouldBe(["33.3 %", "33.3 %", "33.3 %"]);
        // Pores would hide all that lies behind them.
        rows.Select(row => row.Element("input")!.Attribute("checked") is not null).ShouldBe([false, true, true]);
        page.Descendants("script").Count().ShouldBe(2);
        page.Descendants("canvas").Count().ShouldBe(4);
    }

    [Fact]
    public void What_is_in_it_is_what_went_in()
    {
        var image = Plates();
        var data = Data(HtmlReport.Render(new StructurePage("plates", image)));
        data["shape"]!.ToJsonString().ShouldBe("[9,5,7]");
        data["extent"]!.AsArray().Select(length => length!.GetValue<double>()).ShouldBe([9 * 2e-7, 5 * 1e-7, 7 * 1e-7], 1e-18);
        Unpacked(data["labels"]!).ShouldBe(image.Labels.ToArray());
        data["lines"].ShouldBeNull();
    }

    [Fact]
    public void A_long_box_is_thinned_to_labels_that_stand_there()
    {
        var shape = new GridShape(300, 4, 4);
        var labels = Enumerable.Range(0, (int)shape.Count).Select(i => (byte)(i / 16 / 2 % 251)).ToArray();
        var data = Data(HtmlReport.Render(new StructurePage("long", new VoxelImage(shape, labels, VoxelSpacing.Unknown))));
        data["shape"]!.ToJsonString().ShouldBe("[150,2,2]");
        Unpacked(data["labels"]!).ShouldBe(Enumerable.Range(0, 600).Select(i => (byte)(i / 4 % 251)));
    }

    [Fact]
    public void It_stays_below_three_megabytes_whatever_the_voxels_are()
    {
        var shape = new GridShape(200, 200, 200);
        var labels = new byte[shape.Count];
        new Random(1).NextBytes(labels);
        for (var i = 0; i < labels.Length; i++) labels[i] &= 3;
        HtmlReport.Render(new StructurePage("noise", new VoxelImage(shape, labels, VoxelSpacing.Unknown))).Length.ShouldBeLessThan(3_000_000);
    }

    [Fact]
    public void Fibres_that_are_lines_are_drawn_as_lines()
    {
        var recipe = new CompositeRecipe
        {
            Shape = new GridShape(40, 40, 40),
            VoxelSize = 0.2e-6,
            Shares = new CompositeShares(Active: 0.4, Electrolyte: 0.55, Carbon: 0.02, Void: 0.03),
            Particles = ParticleSizes.Lognormal(median: 2e-6, spread: 1.2),
            GrainSize = 1e-6,
            Carbon = new Fibres { Diameter = 0.1e-6, Aspect = 100, PersistenceLength = 5e-6 },
            Seed = 2,
        };
        var made = CompositeGenerator.Generate(recipe).Structure.ShouldNotBeNull();
        var lines = made.Lines.ShouldNotBeNull();
        lines.ShownCount.ShouldBe(lines.Count);
        // The pieces are as long as the fibres, chords over two steps and the ways through the walls apart.
        var length = lines.Pieces.Sum(piece => Enumerable.Range(1, piece.Length / 3 - 1).Sum(i => Math.Sqrt(Enumerable.Range(0, 3).Sum(axis => Math.Pow(piece.Span[3 * i + axis] - piece.Span[3 * i - 3 + axis], 2)))));
        (length * recipe.VoxelSize / (recipe.Shape.Count * Math.Pow(recipe.VoxelSize, 3)) * lines.FibresPerLine / lines.Length).ShouldBeInRange(0.85, 1.0);
        lines.Pieces.ShouldAllBe(piece => piece.ToArray().All(part => part >= 0 && part <= 40));

        var page = HtmlReport.Render(new StructurePage("fibres", made.Image) { Lines = lines });
        Unpacked(Data(page)["lines"]!).Length.ShouldBe(6 * lines.Pieces.Sum(piece => piece.Length / 3 + 1));
        Pages.Parse(page).Descendants("span").ShouldContain(span => span.Value == "fibres, as lines");
    }

    private static VoxelImage Plates()
    {
        var shape = new GridShape(9, 5, 7);
        return new VoxelImage(shape, [.. Enumerable.Range(0, (int)shape.Count).Select(i => Names[i / 35 % 3].Label)], new VoxelSpacing(2e-7, 1e-7, 1e-7), [.. Names]);
    }

    private static JsonNode Data(string page) => JsonNode.Parse(Pages.Parse(page).Descendants("script").Single(script => (string?)script.Attribute("type") == "application/json").Value)!;

    private static byte[] Unpacked(JsonNode text)
    {
        using var zlib = new ZLibStream(new MemoryStream(Convert.FromBase64String(text.GetValue<string>())), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zlib.CopyTo(bytes);
        return bytes.ToArray();
    }
}
