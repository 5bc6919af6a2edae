using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Measurements;

/// <summary>A file as read: its recording, or what is wrong with it.</summary>
/// <param name="Recording">The recording; null after problems.</param>
/// <param name="Ignored">Headers that name no known column; their fields are passed over.</param>
/// <param name="Problems">What is wrong; empty when all is well.</param>
public sealed record RecordingReading(Recording? Recording, ImmutableArray<string> Ignored, Problems Problems);
