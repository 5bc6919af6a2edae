using System.CommandLine;
using Interphase.Descriptions;
using Interphase.Microstructure;

namespace Interphase.Cli;

/// <summary><c>interphase structure view IMAGE</c>.</summary>
internal static class StructureViewVerb
{
    public static Command Create()
    {
        var vtk = new Option<bool>("--vtk") { Description = "Also write the labels for ParaView (.vti)." };
        var command = new Command("view", "Draw an image: a slice across each axis, the box from a corner, a page on which it can be turned and cut open; and how a grey image is cut into phases.");
        command.Arguments.Add(ImageOptions.File);
        foreach (Option option in (ReadOnlySpan<Option>)[ImageOptions.Axis, ImageOptions.Threshold, ImageOptions.Voxel, vtk]) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            return Answer.Give(parsed, Ask(parsed, parsed.GetValue(vtk), problems), problems);
        });
        return command;
    }

    private static Answer? Ask(ParseResult parsed, bool vtk, Problems problems)
    {
        var axes = ImageOptions.Axes(parsed, problems);
        if (problems.Count > 0 || ImageOptions.Read(parsed, problems) is not { } image) return null;
        string path = parsed.GetRequiredValue(ImageOptions.File), name = StructureMeasureVerb.Name(path);
        BinaryFile[] Pictures()
        {
            List<BinaryFile> pictures = [.. StructurePictures.Of(image, name, axes[0], null)];
            if (parsed.GetValue(ImageOptions.Threshold) is { } text && ImageReader.Read(path).Image is { } grey && Thresholds.Read(text, grey, new Place("--threshold"), problems) is { } cut)
                pictures.Add(new($"{name}.segmentation.png", new SegmentationPreview(grey, cut).ToPng().ToBytes()));
            return [.. pictures];
        }

        var answer = new Answer($"{name}.view", StructureJson.OfImage(image, path), terminal => StructureTables.PrintImage(image, name, terminal), () => [StructurePages.Of(image, name)]) { Pictures = Pictures };
        if (vtk && parsed.GetValue(CommonOptions.Out) is { } folder)
        {
            string file = Path.Combine(folder.ToString(), $"{name}.vti");
            try
            {
                folder.Create();
                ImageWriter.Write(image, file);
                answer.Document["vtk"] = file;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
            {
                problems.Add(new Place(file), "", "no way to write it", "a folder that can be written", "name another with --out");
            }
        }
        else if (vtk) problems.Add(new Place("--vtk"), "", "no folder", "a folder to write into", "name it with --out");
        return answer;
    }
}
