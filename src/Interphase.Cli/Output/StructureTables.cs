using System.Globalization;
using Interphase.Microstructure;

namespace Interphase.Cli;

/// <summary>The tables of <c>interphase structure</c>.</summary>
internal static class StructureTables
{
    private const double PerMicrometre = 1e-6;

    public static void PrintImage(VoxelImage image, string name, Terminal terminal)
    {
        terminal.Heading(name);
        VoxelSpacing voxel = image.Spacing;
        terminal.Line($"{image.Shape} voxels along x, y, z; {(voxel.IsKnown ? $"a voxel is {Micro(voxel.X)} x {Micro(voxel.Y)} x {Micro(voxel.Z)} um" : "no size of a voxel told, so that lengths are in voxels")}");
        terminal.Table(["label", "phase", "role", " share %"], image.Phases.Select(phase => (string[])
            [$"{phase.Label}", phase.Name, phase.Role == PhaseRole.Unknown ? "" : phase.Role.ToString().ToLowerInvariant(), Percent(image.Fraction(phase.Label))]));
    }

    public static void Print(StructureMeasures found, MeasurePlan plan, string name, Terminal terminal)
    {
        VoxelImage image = found.Image;
        bool known = image.Spacing.IsKnown;
        (double area, double line) = known ? (PerMicrometre, PerMicrometre * PerMicrometre) : (1, 1);
        string areaUnit = known ? "1/um" : "1/voxel", lineUnit = known ? "1/um2" : "1/voxel2", axis = StructurePictures.Letter(plan.Axes[0]).ToString();
        terminal.Heading(name);
        terminal.Line($"{image.Shape} voxels along x, y, z; {(known ? $"a voxel is {Micro(image.Spacing.X)} x {Micro(image.Spacing.Y)} x {Micro(image.Spacing.Z)} um" : "no size of a voxel told, so that lengths are in voxels")}");
        terminal.Table(["label", "phase", " share %", $" through along {axis} %", " largest %", " clusters"], image.Phases.Select((phase, i) => (string[])
        [
            $"{phase.Label}", phase.Name, Told(100 * image.Fraction(phase.Label), 100 * found.Error(part => part.Image.Fraction(phase.Label))), Percent(found.Connections[i].ThroughConnected), Percent(found.Connections[i].Largest),
            $"{found.Connections[i].Clusters}",
        ]));
        if (found.Transport.Length > 0)
        {
            terminal.Heading("Transport");
            terminal.Table(["what", "along", " effective conductivity", " tortuosity factor", " gap", " iterations"], found.Transport.Select(each => (string[])
            [
                each.Name, StructurePictures.Letter(each.Found.Axis).ToString(),
                each.Found.IsConnected ? Told(each.Found.Value, found.Error(part => part.Transport.First(other => other.Name == each.Name && other.Found.Axis == each.Found.Axis).Found.Value)) : "0",
                each.Found.IsConnected ? Number(each.Found.TortuosityFactor) : "infinite: nothing reaches through", each.Found.IsConnected ? each.Found.Gap.ToString("0.0e0", CultureInfo.InvariantCulture) : "",
                $"{each.Found.Iterations}{(each.Found.IsConverged ? "" : ", not converged")}",
            ]));
        }
        if (found.Borders.Interfaces.Length > 0)
        {
            terminal.Heading($"Interfaces, area per volume in {areaUnit}");
            terminal.Table(["between", "and", " area", " voxel faces", " area of faces"], found.Borders.Interfaces.Select(border => (string[])
            [
                Named(image, border.First), Named(image, border.Second), Told(border.Area * area, area * found.Error(part => part.Borders.Between(border.First, border.Second)?.Area ?? 0)), $"{border.Faces.Total}", Number(border.FaceArea * area),
            ]));
        }
        if (found.Borders.TripleLines.Length > 0)
        {
            terminal.Heading($"Triple lines, length per volume in {lineUnit}");
            terminal.Table(["between", "and", "and", " length", " voxel edges", " length of edges"], found.Borders.TripleLines.Select(triple => (string[])
            [
                Named(image, triple.First), Named(image, triple.Second), Named(image, triple.Third),
                triple.IsResolved ? Number(triple.Length * line) : $"{Number(triple.Length * line)} to {Number(triple.EdgeLength * line / 1.5)}: phases too thin", $"{triple.Edges.Total}", Number(triple.EdgeLength * line),
            ]));
        }
        if (found.Access is { } access)
        {
            terminal.Heading("Active material that takes part");
            terminal.Line($"{Percent(access.Usable)} % is reached by electrons and ions; {Percent(access.Wired)} % by electrons, {Percent(access.Wetted)} % by ions; both meet at {Percent(access.UsableSurface)} % of its surface towards electrolyte");
        }
        if (found.Parts.Length > 0) terminal.Line($"+- is one standard error, by the scatter over {found.Parts.Length} parts of the image");
    }

    private static string Named(VoxelImage image, byte label) => image.Phases.First(phase => phase.Label == label).Name;

    private static string Told(double value, double? error) => error is { } known ? $"{Number(value)} +- {known.ToString("G2", CultureInfo.InvariantCulture)}" : Number(value);

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Micro(double metres) => (metres * 1e6).ToString("G6", CultureInfo.InvariantCulture);
}
