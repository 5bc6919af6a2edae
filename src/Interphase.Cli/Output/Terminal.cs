using Interphase.Descriptions;
using Spectre.Console;

namespace Interphase.Cli;

/// <summary>Tables and headings: framed and coloured on a terminal, plain and unwrapped elsewhere; NO_COLOR is honoured.</summary>
internal sealed class Terminal
{
    private readonly TextWriter output;
    private readonly Lazy<IAnsiConsole>? console;

    public Terminal(TextWriter output)
    {
        this.output = output;
        // Off a terminal nothing of the console library is loaded.
        if (ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected) console = new Lazy<IAnsiConsole>(() => Open(output));
    }

    public void Heading(string text)
    {
        Line();
        if (console is null) Line(text);
        else console.Value.MarkupLine($"[bold]{Markup.Escape(text)}[/]");
    }

    public void Line(string text = "")
    {
        if (console is null) output.WriteLine(text);
        else console.Value.WriteLine(text);
    }

    /// <summary>An item of a list, wrapped on a terminal.</summary>
    public void Item(string text)
    {
        if (console is null)
        {
            output.WriteLine($"  - {text}");
            return;
        }
        Wrapped(console.Value, text);
    }

    /// <summary>A table; a column whose heading begins with a space is set to the right.</summary>
    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (console is null)
        {
            PlainTable.Write(output, headings, [.. rows]);
            return;
        }
        Framed(console.Value, headings, rows);
    }

    // What names types of the console library stands apart: a method that names them loads it.
    private static void Wrapped(IAnsiConsole console, string text)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(1)).AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        grid.AddRow(new Text("-"), new Text(text));
        console.Write(grid);
    }

    private static void Framed(IAnsiConsole console, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (string heading in headings)
        {
            var column = new TableColumn(new Text(heading.Trim(), new Style(decoration: Decoration.Dim)));
            if (heading.StartsWith(' ')) column.RightAligned();
            table.AddColumn(column);
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

    private static IAnsiConsole Open(TextWriter output)
    {
        bool colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = colour ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
    }
}
