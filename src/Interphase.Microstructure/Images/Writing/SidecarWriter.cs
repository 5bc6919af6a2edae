using System.Text.Encodings.Web;
using System.Text.Json;

namespace Interphase.Microstructure;

/// <summary>Writes the small JSON files beside images that <see cref="Sidecar"/> reads.</summary>
internal static class SidecarWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Size of a voxel and phases.</summary>
    public static void Write(GreyImage image, Stream stream) => Write(stream, writer => Common(image, writer));

    /// <summary>All that raw voxels need to be read.</summary>
    public static void WriteRaw(GreyImage image, Stream stream) => Write(stream, writer =>
    {
        writer.WriteStartArray("shape");
        for (int axis = 0; axis < 3; axis++) writer.WriteNumberValue(image.Shape[axis]);
        writer.WriteEndArray();
        writer.WriteString("dtype", image.Bits == 8 ? "uint8" : "uint16");
        writer.WriteString("endianness", "little");
        Common(image, writer);
    });

    private static void Write(Stream stream, Action<Utf8JsonWriter> content)
    {
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void Common(GreyImage image, Utf8JsonWriter writer)
    {
        if (image.Spacing.IsKnown)
        {
            writer.WriteStartArray("spacing");
            foreach (Axis axis in Enum.GetValues<Axis>()) writer.WriteNumberValue(image.Spacing[axis]);
            writer.WriteEndArray();
        }
        if (image.Phases.IsEmpty) return;
        writer.WriteStartArray("phases");
        foreach (Phase phase in image.Phases)
        {
            writer.WriteStartObject();
            writer.WriteNumber("label", phase.Label);
            writer.WriteString("name", phase.Name);
            if (phase.Role != PhaseRole.Unknown) writer.WriteString("role", Sidecar.Word(phase.Role));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
