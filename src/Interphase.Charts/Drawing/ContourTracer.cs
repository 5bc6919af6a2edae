namespace Interphase.Charts;

/// <summary>Follows the lines of equal value through a grid: linear between neighbours, a saddle decided by its mean.</summary>
internal static class ContourTracer
{
    // The sides of a cell, counted around it.
    private const int Bottom = 0, Right = 1, Top = 2, Left = 3;

    /// <summary>The lines at a level, as places counted in columns and rows; a closed line ends where it begins.</summary>
    public static IReadOnlyList<IReadOnlyList<(double Column, double Row)>> Trace(ValueGrid grid, double level)
    {
        var links = new Dictionary<(int, int, bool), List<(int, int, bool)>>();
        for (var row = 0; row + 1 < grid.Y.Count; row++)
        {
            for (var column = 0; column + 1 < grid.X.Count; column++)
            {
                foreach (var (from, to) in Crossings(grid, column, row, level))
                    Link(links, Side(column, row, from), Side(column, row, to));
            }
        }

        var lines = new List<IReadOnlyList<(double, double)>>();
        foreach (var end in links.Keys.Where(side => links[side].Count == 1).ToList())
            Follow(grid, level, links, end, lines);
        foreach (var side in links.Keys.ToList())
            Follow(grid, level, links, side, lines);
        return lines;
    }

    private static IEnumerable<(int From, int To)> Crossings(ValueGrid grid, int column, int row, double level)
    {
        double a = grid[column, row], b = grid[column + 1, row], c = grid[column + 1, row + 1], d = grid[column, row + 1];
        if (!double.IsFinite(a + b + c + d))
            return [];
        var pattern = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
        var middle = (a + b + c + d) / 4 >= level;
        return pattern switch
        {
            1 or 14 => [(Left, Bottom)],
            2 or 13 => [(Bottom, Right)],
            4 or 11 => [(Right, Top)],
            8 or 7 => [(Top, Left)],
            3 or 12 => [(Left, Right)],
            6 or 9 => [(Bottom, Top)],
            5 => middle ? [(Left, Top), (Bottom, Right)] : [(Left, Bottom), (Right, Top)],
            10 => middle ? [(Left, Bottom), (Right, Top)] : [(Left, Top), (Bottom, Right)],
            _ => [],
        };
    }

    // A side is named by its lower left node and whether it runs upwards, the same from both cells that share it.
    private static (int, int, bool) Side(int column, int row, int side) => side switch
    {
        Bottom => (column, row, false),
        Top => (column, row + 1, false),
        Left => (column, row, true),
        _ => (column + 1, row, true),
    };

    private static void Link(Dictionary<(int, int, bool), List<(int, int, bool)>> links, (int, int, bool) from, (int, int, bool) to)
    {
        foreach (var (here, there) in new[] { (from, to), (to, from) })
        {
            if (!links.TryGetValue(here, out var list))
                links[here] = list = [];
            list.Add(there);
        }
    }

    private static void Follow(
        ValueGrid grid, double level, Dictionary<(int, int, bool), List<(int, int, bool)>> links, (int, int, bool) start, List<IReadOnlyList<(double, double)>> lines)
    {
        var line = new List<(double, double)> { Place(grid, level, start) };
        for (var here = start; links[here].Count > 0;)
        {
            var next = links[here][0];
            links[here].RemoveAt(0);
            links[next].Remove(here);
            line.Add(Place(grid, level, next));
            here = next;
        }

        if (line.Count > 1)
            lines.Add(line);
    }

    private static (double Column, double Row) Place(ValueGrid grid, double level, (int Column, int Row, bool Upwards) side)
    {
        var from = grid[side.Column, side.Row];
        var to = side.Upwards ? grid[side.Column, side.Row + 1] : grid[side.Column + 1, side.Row];
        var part = to == from ? 0.5 : Math.Clamp((level - from) / (to - from), 0, 1);
        return side.Upwards ? (side.Column, side.Row + part) : (side.Column + part, side.Row);
    }
}
