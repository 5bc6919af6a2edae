namespace Interphase.Charts;

/// <summary>The few characters of a scale bar, five dots wide and eight high.</summary>
internal static class PixelFont
{
    public const int Height = 8;
    private const int Advance = 6;

    private static readonly Dictionary<char, string[]> Glyphs = new()
    {
        ['0'] = [" ### ", "#   #", "#   #", "#   #", "#   #", "#   #", " ### "],
        ['1'] = ["  #  ", " ##  ", "  #  ", "  #  ", "  #  ", "  #  ", " ### "],
        ['2'] = [" ### ", "#   #", "    #", "   # ", "  #  ", " #   ", "#####"],
        ['3'] = ["#####", "   # ", "  #  ", "   # ", "    #", "#   #", " ### "],
        ['4'] = ["   # ", "  ## ", " # # ", "#  # ", "#####", "   # ", "   # "],
        ['5'] = ["#####", "#    ", "#### ", "    #", "    #", "#   #", " ### "],
        ['6'] = ["  ## ", " #   ", "#    ", "#### ", "#   #", "#   #", " ### "],
        ['7'] = ["#####", "    #", "   # ", "  #  ", "  #  ", "  #  ", "  #  "],
        ['8'] = [" ### ", "#   #", "#   #", " ### ", "#   #", "#   #", " ### "],
        ['9'] = [" ### ", "#   #", "#   #", " ####", "    #", "   # ", " ##  "],
        ['.'] = ["     ", "     ", "     ", "     ", "     ", "  ## ", "  ## "],
        ['m'] = ["     ", "     ", "## # ", "# # #", "# # #", "# # #", "# # #"],
        ['n'] = ["     ", "     ", "# ## ", "##  #", "#   #", "#   #", "#   #"],
        ['µ'] = ["     ", "     ", "#   #", "#   #", "#   #", "##  #", "# ## ", "#    "],
    };

    public static int Width(string text) => text.Length * Advance;

    public static IEnumerable<(int X, int Y)> Dots(string text) =>
        from place in Enumerable.Range(0, text.Length)
        let rows = Glyphs.GetValueOrDefault(text[place], [])
        from row in Enumerable.Range(0, rows.Length)
        from column in Enumerable.Range(0, rows[row].Length)
        where rows[row][column] == '#'
        select ((place * Advance) + column, row);
}
