using System.Xml;
using System.Xml.Linq;

namespace Interphase.Reports.Tests;

/// <summary>Reads a page as a browser's XML parser would.</summary>
internal static class Pages
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static XDocument Read(Report report) => Parse(HtmlReport.Render(report));

    public static XDocument Parse(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }

    public static string[] Charts(this XDocument page) => [.. page.Pictures().Select(chart => chart.Element(Svg + "title")!.Value)];

    /// <summary>The charts; plots within them are clipped by elements of the same name.</summary>
    public static IEnumerable<XElement> Pictures(this XDocument page) => page.Descendants(Svg + "svg").Where(chart => chart.Parent!.Name.Namespace != Svg);

    /// <summary>All text that a chart shows, headings of panels among it.</summary>
    public static string[] Texts(this XDocument page) => [.. page.Descendants(Svg + "text").Select(text => text.Value)];

    public static string[] Legends(this XElement chart) =>
        [.. chart.Descendants(Svg + "g").Where(group => (string?)group.Attribute("class") == "legend").Descendants(Svg + "text").Select(text => text.Value)];

    public static XElement Chart(this XDocument page, string title) => page.Pictures().First(chart => chart.Element(Svg + "title")!.Value.StartsWith(title, StringComparison.Ordinal));
}
