using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Interphase.Microstructure;

namespace Interphase.Reports;

/// <summary>Writes the page of a box of voxels.</summary>
internal static class StructurePageWriter
{
    private const int MostSegments = 100_000;

    private static readonly string[] Axes = ["x", "y", "z"];

    public static string Write(StructurePage page)
    {
        var image = page.Image;
        var packed = PackedVoxels.Of(image);
        List<PagePart> parts = [new("preview", "The box", Preview(page)), new("slices", "Slices", Slices(page, packed))];
        // The encoder of JSON escapes angle brackets and ampersands, so that the data end neither the script nor well-formed XML.
        var tail = $"<script type=\"application/json\" id=\"structure\">{Data(page, packed).ToJsonString(new JsonSerializerOptions { WriteIndented = false })}</script>\n"
            + $"<script>\n//<![CDATA[\n{PageFrame.Resource("structure.js")}//]]>\n</script>\n";
        return PageFrame.Write(page.Title, "", Lead(page, packed), $"{page.Program} {page.Version}".Trim(), parts, PageFrame.Resource("structure.css"), tail);
    }

    private static string Lead(StructurePage page, PackedVoxels packed)
    {
        var (image, lead) = (page.Image, new StringBuilder());
        if (page.Introduction.Length > 0)
            lead.Append($"{page.Introduction} ");
        lead.Append(CultureInfo.InvariantCulture, $"{image.Shape.X} x {image.Shape.Y} x {image.Shape.Z} voxels");
        if (image.Spacing.IsKnown)
            lead.Append($", {Length(image.Shape.X * image.Spacing.X)} x {Length(image.Shape.Y * image.Spacing.Y)} x {Length(image.Shape.Z * image.Spacing.Z)}");
        lead.Append('.');
        if (packed.Shape != image.Shape)
            lead.Append(CultureInfo.InvariantCulture, $" This page holds {packed.Shape.X} x {packed.Shape.Y} x {packed.Shape.Z} of them, the middle one of each block: what is thinner than a block is broken up or lost.");
        return lead.ToString();
    }

    private static string Preview(StructurePage page)
    {
        var text = new StringBuilder("<noscript><p>The preview needs JavaScript; the pictures beside this page do not.</p></noscript>\n<div class=\"stage\">\n");
        text.Append("<figure><canvas id=\"box\" tabindex=\"0\" role=\"img\" aria-label=\"The box of voxels, seen from a corner\"></canvas><p id=\"fault\" class=\"fault\" hidden=\"hidden\"></p>")
            .Append("<figcaption>Drag or arrow keys turn it, wheel or + and − bring it nearer, x, y, z look along an axis, 0 goes back. <b class=\"first\">x</b> is the first index of the array, the page of a stack.</figcaption></figure>\n")
            .Append("<div class=\"panel\">\n<fieldset><legend>Phases</legend>\n");
        var image = page.Image;
        var colours = PhaseColours.Of(image);
        foreach (var phase in image.Phases)
            text.Append($"<label><input type=\"checkbox\" data-label=\"{Whole(phase.Label)}\"{Checked(IsShown(phase, page))}/><i style=\"background:{colours[phase.Label].ToHex()}\"></i><span>{Markup.Text(phase.Name)}</span><output>{Numbers.Fixed(100 * image.Fraction(phase.Label), 1)} %</output></label>\n");
        if (page.Lines is { } lines)
        {
            var shown = lines.ShownCount < lines.Count ? $"{Whole(lines.ShownCount)} of {Whole(lines.Count)}" : Whole(lines.Count);
            text.Append($"<label><input type=\"checkbox\" id=\"lines\" checked=\"checked\"/><i class=\"line\"></i><span>fibres, as lines</span><output>{shown}</output></label>\n");
        }

        text.Append("</fieldset>\n<fieldset><legend>Cut open</legend>\n");
        for (var axis = 0; axis < 3; axis++)
        {
            text.Append($"<div class=\"row\"><label for=\"cut-{Axes[axis]}\"{First(axis)}>{Axes[axis]}</label><input type=\"range\" id=\"cut-{Axes[axis]}\" min=\"0\" max=\"1000\" value=\"0\"/>")
                .Append($"<label class=\"side\"><input type=\"checkbox\" id=\"side-{Axes[axis]}\"/>other end</label></div>\n");
        }

        return text.Append("</fieldset>\n<button type=\"button\" id=\"reset\">View from the start</button>\n</div>\n</div>\n").ToString();
    }

    private static string Slices(StructurePage page, PackedVoxels packed)
    {
        var text = new StringBuilder("<div class=\"slices\">\n");
        for (var axis = 0; axis < 3; axis++)
        {
            var (name, down, right) = (Axes[axis], Axes[axis == 0 ? 1 : 0], Axes[axis == 2 ? 1 : 2]);
            var count = packed.Shape[axis];
            text.Append($"<figure><figcaption>across <b{First(axis)}>{name}</b>, at <output id=\"at-{name}\"></output></figcaption>")
                .Append($"<input type=\"range\" id=\"slice-{name}\" min=\"0\" max=\"{Whole(count - 1)}\" value=\"{Whole(count / 2)}\" aria-label=\"Slice across {name}\"/>")
                .Append($"<canvas id=\"plane-{name}\" role=\"img\" aria-label=\"A slice across {name}\"></canvas><figcaption>{name switch { "x" => down, _ => "<b class=\"first\">x</b>" }} runs down, {right} to the right</figcaption></figure>\n");
        }

        text.Append("</div>\n");
        if (page.Lines is not null)
            text.Append("<p>Slices show voxels alone: fibres that are lines are in none of them.</p>\n");
        return text.ToString();
    }

    private static JsonObject Data(StructurePage page, PackedVoxels packed)
    {
        var image = page.Image;
        var colours = PhaseColours.Of(image);
        return new JsonObject
        {
            ["shape"] = Triple(packed.Shape.X, packed.Shape.Y, packed.Shape.Z),
            ["extent"] = Triple(image.Shape.X * image.Spacing.X, image.Shape.Y * image.Spacing.Y, image.Shape.Z * image.Spacing.Z),
            ["known"] = image.Spacing.IsKnown,
            ["phases"] = new JsonArray([.. image.Phases.Select(phase => (JsonNode)new JsonObject { ["label"] = phase.Label, ["colour"] = colours[phase.Label].ToHex() })]),
            ["labels"] = packed.Text,
            ["lines"] = page.Lines is { } lines ? Drawn(lines, image) : null,
        };
    }

    // Three 16-bit numbers for a point, as shares of the box; a point of largest numbers ends a piece.
    private static string Drawn(FibreLines lines, VoxelImage image)
    {
        const int End = ushort.MaxValue;
        var bytes = new List<byte>();
        Span<byte> number = stackalloc byte[2];
        var segments = 0;
        foreach (var piece in lines.Pieces)
        {
            var points = piece.Span;
            for (var i = 0; i < points.Length; i++)
                Put((int)Math.Clamp(points[i] / image.Shape[i % 3] * End, 0, End - 1), number);
            for (var i = 0; i < 3; i++)
                Put(End, number);
            segments += points.Length / 3;
            if (segments > MostSegments)
                break;
        }

        return PackedVoxels.Text64([.. bytes]);

        void Put(int value, Span<byte> room)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(room, (ushort)value);
            bytes.AddRange(room);
        }
    }

    // Pores hide what lies behind them, and where fibres are lines the electrolyte that they run through does.
    private static bool IsShown(Phase phase, StructurePage page) => page.Image.Phases.Length == 1 || !(phase.Role == PhaseRole.Void || (page.Lines is not null && phase.Role == PhaseRole.Electrolyte));

    private static JsonArray Triple(double x, double y, double z) => [x, y, z];

    private static string First(int axis) => axis == 0 ? " class=\"first\"" : "";

    private static string Checked(bool isChecked) => isChecked ? " checked=\"checked\"" : "";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Length(double metres) => metres >= 1e-6 ? $"{(1e6 * metres).ToString("g4", CultureInfo.InvariantCulture)} µm" : $"{(1e9 * metres).ToString("g4", CultureInfo.InvariantCulture)} nm";
}
