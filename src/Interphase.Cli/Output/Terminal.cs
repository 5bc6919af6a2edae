using Interphase.Descriptions;
using Spectre.Console;

namespace Interphase.Cli;

/// <summary>Tables and headings: framed and coloured on a terminal, plain and unwrapped elsewhere; NO_COLOR is honoured.</summary>
internal sealed class Terminal
{
    private const int PlainWidth = 400;
    private readonly IAnsiConsole console;
    private readonly bool isTerminal;

    public Terminal(TextWriter output)
    {
        isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        bool colour = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = colour ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (!isTerminal) console.Profile.Width = PlainWidth;
    }

    public void Heading(string text)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{Markup.Escape(text)}[/]");
    }

    public void Line(string text = "") => console.WriteLine(text);

    /// <summary>Text in wrapped lines with a hanging indent.</summary>
    public void Item(string text)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(1)).AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        grid.AddRow(new Text("-"), new Text(text));
        console.Write(grid);
    }

    /// <summary>A table; a column whose heading begins with a space is set to the right.</summary>
    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = isTerminal ? TableBorder.Rounded : TableBorder.None, ShowHeaders = true };
        foreach (string heading in headings)
        {
            var column = new TableColumn(new Text(heading.Trim(), new Style(decoration: Decoration.Dim)));
            if (heading.StartsWith(' ')) column.RightAligned();
            table.AddColumn(column.PadRight(isTerminal ? 1 : 2).PadLeft(isTerminal ? 1 : 0));
        }
        foreach (IReadOnlyList<string> row in rows) table.AddRow(row.Select(cell => (Spectre.Console.Rendering.IRenderable)new Text(cell)));
        console.Write(table);
    }

    /// <summary>Problems, one line each.</summary>
    public static void Tell(Problems problems, TextWriter error)
    {
        foreach (Problem problem in problems) error.WriteLine(problem);
        if (problems.Unlisted > 0) error.WriteLine($"... and {problems.Unlisted} more");
    }
}
