using System.Reflection;
using System.Text;

namespace Interphase.Reports;

/// <summary>What stands around the sections of any page.</summary>
internal static class PageFrame
{
    /// <summary>A whole page.</summary>
    /// <param name="title">The heading, not escaped.</param>
    /// <param name="when">When it was made, in words; may be empty.</param>
    /// <param name="lead">Sentences under the heading, not escaped; may be empty.</param>
    /// <param name="made">Program and version, not escaped.</param>
    /// <param name="sections">The sections as markup.</param>
    /// <param name="style">Rules of this kind of page alone; may be empty.</param>
    /// <param name="tail">Markup behind the foot, such as a script; may be empty.</param>
    public static string Write(string title, string when, string lead, string made, List<PagePart> sections, string style = "", string tail = "")
    {
        var text = new StringBuilder();
        var (heading, maker) = (Markup.Text(title), Markup.Text(made));
        text.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
            .Append($"<meta name=\"color-scheme\" content=\"light dark\"/>\n<meta name=\"generator\" content=\"{maker}\"/>\n<title>{heading}</title>\n<style>\n{Resource("report.css")}{style}</style>\n</head>\n<body>\n")
            .Append($"<header>\n<h1>{heading}</h1>\n");
        if (when.Length > 0)
            text.Append($"<p class=\"when\">{when}</p>\n");
        if (lead.Length > 0)
            text.Append($"<p class=\"lead\">{Markup.Text(lead)}</p>\n");
        text.Append("<nav aria-label=\"Sections\"><ul>");
        foreach (var (id, name, _) in sections)
            text.Append($"<li><a href=\"#{id}\">{name}</a></li>");
        text.Append("</ul></nav>\n</header>\n<main>\n");
        foreach (var (id, name, content) in sections)
            text.Append($"<section id=\"{id}\">\n<h2>{name}</h2>\n{content}</section>\n");
        return text.Append($"</main>\n<footer><p>Made with {maker}.</p></footer>\n{tail}</body>\n</html>\n").ToString();
    }

    /// <summary>A file that this room carries with it, its lines ended alike on every machine.</summary>
    /// <param name="name">Its name.</param>
    public static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
