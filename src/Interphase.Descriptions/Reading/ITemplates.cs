namespace Interphase.Descriptions;

/// <summary>Named maps that fill sections: the library of materials, seen from below.</summary>
public interface ITemplates
{
    /// <summary>The template of that name for a section, or null after telling a problem at <paramref name="place"/>.</summary>
    MapNode? Find(string name, Section section, Place place, string path, Problems problems);
}
