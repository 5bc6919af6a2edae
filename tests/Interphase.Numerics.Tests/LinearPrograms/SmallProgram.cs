namespace Interphase.Numerics.Tests.LinearPrograms;

/// <summary>A program so small that every basis can be tried; small whole numbers make degenerate ones common.</summary>
internal sealed record SmallProgram(int Rows, int Count, double[] Numbers, double[] Costs, double[] Sides)
{
    public ProgramColumns Columns => new(Rows, Count, Numbers);

    public static SmallProgram Random(int seed, bool bounded = false)
    {
        var random = new Random(seed);
        int rows = random.Next(1, 4), count = random.Next(rows, 9);
        int lowest = bounded || seed % 3 > 0 ? 0 : -2;
        double[] costs = [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(-3, 6))];
        // With a row of ones no amount can grow without end.
        double[] numbers = [.. Enumerable.Range(0, rows * count).Select(i => bounded && i % rows == 0 ? 1.0 : random.Next(lowest, 4))];
        double[] sides = [.. Enumerable.Range(0, rows).Select(_ => (double)random.Next(lowest, 4))];
        return new(rows, count, numbers, costs, sides);
    }

    /// <summary>The least cost over all bases; null where none is allowed.</summary>
    public double? Least(double[]? costs = null, double[]? sides = null)
    {
        (costs, sides) = (costs ?? Costs, sides ?? Sides);
        double? least = null;
        for (int chosen = 0; chosen < 1 << Count; chosen++)
        {
            int[] columns = [.. Enumerable.Range(0, Count).Where(column => (chosen >> column & 1) == 1)];
            if (columns.Length > Rows || Amounts(columns, sides) is not { } amounts || amounts.Any(amount => amount < -1e-9)) continue;
            double cost = columns.Select((column, place) => costs[column] * amounts[place]).Sum();
            least = Math.Min(least ?? cost, cost);
        }
        return least;
    }

    /// <summary>Whether some direction with A d = 0, d ≥ 0 costs less than nothing.</summary>
    public bool FallsWithoutEnd()
    {
        // Such a direction can be scaled to a sum of 1, which is one more row.
        double[] numbers = [.. Enumerable.Range(0, Count).SelectMany(column => Numbers.Skip(column * Rows).Take(Rows).Append(1))];
        return new SmallProgram(Rows + 1, Count, numbers, Costs, [.. Enumerable.Repeat(0.0, Rows), 1]).Least() < -1e-9;
    }

    public bool Holds(LinearProgram program)
    {
        for (int row = 0; row < Rows; row++)
        {
            double sum = 0;
            for (int place = 0; place < Rows; place++)
            {
                int column = program.Basis[place];
                if (program.Amounts[place] < -1e-9) return false;
                if (column < Count) sum += Numbers[column * Rows + row] * program.Amounts[place];
                else if (Math.Abs(program.Amounts[place]) > 1e-9) return false;
            }
            if (Math.Abs(sum - Sides[row]) > 1e-9) return false;
        }
        return true;
    }

    // Least squares would do; columns that depend on each other are skipped, as fewer of them make the same corner.
    private double[]? Amounts(int[] columns, double[] sides)
    {
        int width = columns.Length;
        var work = new double[Rows, width + 1];
        for (int row = 0; row < Rows; row++)
        {
            for (int place = 0; place < width; place++) work[row, place] = Numbers[columns[place] * Rows + row];
            work[row, width] = sides[row];
        }
        int done = 0;
        for (int place = 0; place < width; place++)
        {
            int pivot = Enumerable.Range(done, Rows - done).MaxBy(row => Math.Abs(work[row, place]));
            if (Math.Abs(work[pivot, place]) < 1e-9) return null;
            for (int k = 0; k <= width; k++) (work[done, k], work[pivot, k]) = (work[pivot, k], work[done, k]);
            for (int row = 0; row < Rows; row++)
            {
                double factor = row == done ? 0 : work[row, place] / work[done, place];
                for (int k = 0; k <= width && factor != 0; k++) work[row, k] -= factor * work[done, k];
            }
            done++;
            if (done == Rows && place < width - 1) return null;
        }
        for (int row = done; row < Rows; row++)
        {
            if (Math.Abs(work[row, width]) > 1e-9) return null;
        }
        return [.. Enumerable.Range(0, width).Select(place => work[place, width] / work[place, place])];
    }
}
